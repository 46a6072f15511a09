# 授权委托书（社会救助家庭经济状况核对授权书）。代码：flows/assistance/letter.py、integrations/documents/letter.py

letter-title = 社会救助家庭经济状况核对授权书
letter-subtitle = 授权委托书
letter-demonstration = 示例，不会真的办理

## 谁授权谁，可以查什么，到什么时候

letter-line =
    .applicant = 申请人
    .by = 授权人
    .to = 授权给
    .from = 向谁查
    .scope = 查什么
    .validity = 有效期

letter-by = 申请人和共同生活的家庭成员，每人签一页
letter-by_tekun = 申请人、共同生活的家庭成员和法定义务人，每人签一页
# $township: 乡镇；$bureau: 民政局
letter-to = 办理这次申请的{ $township }和{ $bureau }，各级家庭经济状况核对机构
letter-from = 公安、人力资源社会保障、住房城乡建设、自然资源、税务、市场监督管理、住房公积金、医疗保障等部门，银行、证券、保险、非银行支付等机构
letter-scope = 身份、收入和财产，只用于这次申请的社会救助和与它有关的事
letter-validity = 从签字那天起，到退出社会救助为止；动态监测的时间也算在内

## 条款

letter-clause_each = 每个人为自己授权。无民事行为能力和限制民事行为能力的人，由监护人代签，写明是谁的监护人。
letter-clause_obliged = 申请特困人员救助供养，法定义务人也要签字授权，他们的家庭经济状况也要核对。
letter-clause_agent = 监护人以外的人来代签，要有本人真实的委托手续。没有的，不能代签。
letter-clause_data = 可以查询、核对的信息有：户籍、纳税、社会保险、不动产登记、市场主体登记、住房公积金、车船登记，以及银行存款、商业保险、证券、互联网金融资产等。
letter-clause_use = 查到的信息用于社会救助的审核确认、定期核查和动态监测。除了按规定要公示的，应当保密。
letter-clause_void = 经核对没有通过的，这份授权书失效。
letter-clause_again = 共同生活的家庭成员有变化，或者重新申请，要重新签授权书。
letter-clause_paper = 每个人在自己那一页签名或者按指印，填写身份证号码。要签在纸上，不办网上签字。
letter-clause_electronic = 每个人在自己那一页签名或者按指印，填写身份证号码。在网上签的，先核对身份，身份相符才能签。
letter-clause_copies = 签好的授权书，由办理申请的机关和核对机构存档。签字的人可以留一份。

letter-promise = 我保证：申报的家庭人口、收入和财产都真实、完整，没有隐瞒；以后有变化，及时告诉乡镇人民政府（街道办事处）。不如实申报的，依法承担责任。

letter-note_not_accepted = 签了授权书，不等于申请已经受理，也不等于一定能通过。
letter-note_free = 签授权书不收费。
letter-note_review = 对以后作出的决定不服的，可以依法申请行政复议，或者提起行政诉讼。
# $mark: 印在那里的符号
letter-unprintable = 打不出来的字，印成了“{ $mark }”。请照证件用笔写上。

## 签字的地方

letter-label =
    .number = 编号
    .members = 家庭成员
    .signing = 签字
    .name = 姓名
    .relation = 与申请人的关系
    .id_number = 身份证号码
    .capacity = 为谁签
    .state = 状态
    .date = 日期
    .signature = 签名
    .fingerprint = 指印
    .verify = 扫二维码，可以核对这份授权书。
    .digest = 校验码（SHA-256）

letter-own = 本人
# $name: 被监护人的姓名
letter-guardian_of = { $name }（我是监护人）

letter-state =
    .waiting = 待签
    .signed = 已签
    .guardian = 监护人代签
    .guardian_due = 监护人代签，待核
    .paper = 纸质已签，待核
    .paper_seen = 纸质已签
    .refused = 拒签
    .withdrawn = 已撤回
# $state: 上面的一种；$guardian: 监护人
letter-state_of_guardian = { $state }（监护人：{ $guardian }）
# $state: 上面的一种
letter-state_typed = { $state }（输入姓名签的）
letter-no_guardian = 还没有定，请打“我的授权书”，选由谁签
letter-relation =
    .self = 申请人
    .spouse = 丈夫、妻子
    .child = 儿子、女儿
    .parent = 父亲、母亲
    .sibling = 兄弟姐妹
    .grandchild = 孙子女、外孙子女
    .grandparent = 祖父母、外祖父母
    .relative = 别的亲人
    .guardian = 监护人
    .obliged = 法定义务人
letter-township_elsewhere = 户口所在地的乡镇人民政府（街道办事处）

## 签字以前，在屏幕上读

# $label: 左边的话；$words: 右边的话
letter-read_line = { $label }：{ $words }
# $number: 第几条；$words: 这一条
letter-read_clause = { $number }. { $words }
# $lines: 授权书的每一行
letter-read =
    这是社会救助家庭经济状况核对授权书，请看一看：
    { $lines }
# $names: 替谁签
letter-read_guardian = 您是监护人，签一次，也替 { $names } 签了。

## 每一页到哪一步了

# $who: 谁；$state: 到哪一步
letter-page_state = { $who }：{ $state }
# $who: 谁；$state: 到哪一步；$code: 签字码
letter-page_code = { $who }：{ $state }，签字码 { $code }

# $page: 第几页；$pages: 一共几页
letter-page = 第 { $page } 页，共 { $pages } 页

## 手写签名（integrations/documents/signature.py）

signature-empty = 还没有看到签名。请在框里写上您的姓名。
signature-too_long = 笔画太多了。请清空，再签一次。
signature-unreadable = 这个签名没有收好。请清空，再签一次。
