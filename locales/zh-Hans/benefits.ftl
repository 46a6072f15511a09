# 我的救助待遇：flows/benefits/、bot/benefits/showing.py、bot/benefits/supplementing.py

benefits-proven = 想看谁的？
    .label = 谁的
benefits-chosen = 刚才选的
benefits-gone = 这一项现在看不了了，请重新选。
benefits-proof_over = 为了不让别人看到，核对身份只管一小段时间，现在过了。再打“我的救助待遇”，核对一下就可以接着看。
benefits-nothing = 这里没有查到救助申请和待遇。可能还没有登记进来，也可以现在申请，或者找工作人员问问。
benefits-down = 登记救助待遇的系统现在没有回应。可以过一会儿再来，也可以请工作人员查好以后打电话告诉您。
benefits-later = 知道了
benefits-call_back = 请工作人员给我打电话
benefits-record = 想看哪一项？
    .label = 哪一项
# $name: 哪一类；$state: 到哪一步；$since: 从哪天起
benefits-one = { $name }：{ $state }
benefits-application = 在这里交的救助申请
benefits-scheme =
    .dibao = 低保
    .edge = 低保边缘家庭
    .tekun = 特困供养
    .rigid = 刚性支出困难家庭
    .temporary = 临时救助
    .orphan = 孤儿生活费
    .unsupported = 事实无人抚养儿童补贴
    .disability_living = 困难残疾人生活补贴
    .disability_nursing = 重度残疾人护理补贴
    .elder = 老年人补贴

## 到哪一步

benefits-state =
    .draft = 还没有交
    .submitted = 交上去了
    .to_supplement = 要补材料
    .accepted = 受理了
    .checking = 正在调查核对
    .examined = 初审
    .publicity = 正在公示
    .county = 县里审核
    .confirmed = 确认了，等发钱
    .paying = 正在发放
    .review = 正在复核
    .stopped = 停发了
    .not_accepted = 没有受理
    .not_confirmed = 没有确认
    .withdrawn = 撤回了
    .ended = 结束了
    .transferred = 转到别的救助
    .handled = 这边办完了
benefits-meaning =
    .draft = 申请还没有交，交了才开始办。
    .submitted = 申请收到了，工作人员还在看材料齐不齐。
    .to_supplement = 还缺材料，补齐了再接着办。
    .accepted = 申请受理了，接下来会来家里调查、核对信息。
    .checking = 正在调查家里的情况、核对信息。
    .examined = 调查核对做完了，乡镇（街道）正在提初审意见。
    .publicity = 正在村（社区）公示。公示不等于已经批准。
    .county = 县里或者受委托的乡镇（街道）正在审核，还没有决定。
    .confirmed = 已经确认，还没有发第一笔钱。
    .paying = 已经确认，正在按规定发放。
    .review = 正在重新核对家里的情况，钱数可能会变，也可能不变。
    .stopped = 现在不发了。
    .not_accepted = 申请没有受理，应当告诉您为什么。
    .not_confirmed = 申请没有通过，应当书面告诉您为什么。
    .withdrawn = 申请撤回了，想办可以重新申请。
    .ended = 这一项已经结束。
    .transferred = 转给别的救助去办了。
    .handled = 这边办完了，结果以书面决定为准。
benefits-is = { $name }：{ $state }（{ $since }起）
# $n: 几个人
benefits-members = 保障人数：{ $n } 人
# $what: 第一样；$n: 一共几样
benefits-missing_first = { $n ->
        [1] 还缺：{ $what }
       *[other] 还缺 { $n } 样：{ $what }等
    }
# $day: 哪天
benefits-next_review = 下次复核：{ $day }
# $by: 哪天
benefits-certify_by = 资格认证：最晚 { $by } 做一次。
benefits-certify_late = 资格认证：登记的最后一天 { $by } 已经过了。还没有做的话，请尽快做。

## 法定期限：$name: 哪一步；$day: 最后一天；$left: 还有几天；$source: 依据

benefits-clock =
    .survey = 开始调查
    .check = 开始核对信息
    .opinion = 提出初审意见
    .publicity = 公示
    .county = 提出确认意见
    .whole = 全部办完
    .refusal = 书面告诉您结果
benefits-clock_line = 按规定，{ $name }最晚到 { $day }，还有 { $left } 个工作日（{ $source }）。
benefits-clock_provisional = 按规定，{ $name }最晚大约到 { $day }，日子可能会变（{ $source }）。
benefits-clock_publicity = 公示到 { $day }，今天算起还有 { $left } 天（{ $source }）。
benefits-clock_over = 按规定，{ $name }最晚到 { $day }，已经过了，您可以问为什么（{ $source }）。

# $at: 什么时候
benefits-as_of = 登记的系统现在没有回应，这是 { $at } 的情况。

## 想问什么

# $what: 下面的几行
benefits-said = { $what }
# $lines: 每一项一行
benefits-lines = { $lines }
benefits-what = 想问什么？
    .label = 想问什么
    .none = 不用了
benefits-way =
    .paid = 发了多少，哪天发的
    .changed = 钱数为什么变了
    .why = 是什么原因
    .missing = 还缺什么，我来补
    .certify = 资格认证
    .disagree = 不服怎么办
    .looked = 谁查看过
    .ask = 请工作人员联系我
    .news_on = 有变动告诉我
    .news_off = 有变动不用告诉我了
benefits-told = 还想看别的吗？
    .label = 还想看别的
    .none = 看完了
benefits-more = 再问这一项
benefits-another = 看另一项
benefits-somebody = 查另一个人的
benefits-prove = 重新核对身份
benefits-hand_in = 现在交一页
benefits-do_ask = 好，请打给我

## 钱

# $month: 2026-11
benefits-no_payment = { $month }：登记里还没有这个月的发放。
# $month: 2026-11；$amount: 多少；$day: 哪天
benefits-payment_on = { $month }：{ $amount }，{ $day } 发的
benefits-payment =
    .paid = { $month }：{ $amount }，发了
    .returned = { $month }：{ $amount }，银行退回
    .due = { $month }：{ $amount }，还没有发
benefits-paid_state =
    .paid = 发了
    .returned = 银行退回
    .due = 还没有发
benefits-was_returned = 退回多半是账户的问题。请带身份证和存折（卡），到办理的乡镇（街道）改账户。
# $tail: 账号最后四位
benefits-account = 发到尾号 { $tail } 的账户
benefits-before = 以前的：
benefits-bank_day = 哪天到账，各家银行不一样；这里说的是登记的情况。
benefits-chart = 最近的发放
benefits-than_before =
    .more = 比 { $month } 多 { $amount }。
    .less = 比 { $month } 少 { $amount }。
    .same = 和 { $month } 一样多。
benefits-not_for_next = 这只说登记的这一次，以后每个月发多少，以到时候的决定为准。
# $reason: 原因
benefits-because = 原因：{ $reason }
benefits-reason_unknown = 登记里没有写原因。选“请工作人员联系我”，可以问清楚。
benefits-reason =
    .income_up = 家里的收入增加了
    .income_down = 家里的收入减少了
    .property = 家里的财产超过了规定
    .member_joined = 家里多了人
    .member_left = 家里少了人
    .standard = 救助标准调整了
    .phase_out = 正在渐退期，过一段时间再停
    .arrears = 补发以前少发的
    .repaid = 扣回以前多发的
    .account = 银行账户有问题
    .employed = 家里有人就业了
    .moved = 户口迁走了
    .died = 登记的人去世了
    .in_custody = 登记的人正在服刑，或者被限制人身自由
    .supported = 有能够赡养、抚养、扶养的人供养
    .uncooperative = 登记为没有配合调查核对
    .incomplete = 材料不齐
    .not_local = 不归本地受理
    .uncertified = 没有做资格认证
    .own_wish = 本人申请的
    .other = 其他原因
benefits-in_writing = 停发、不受理、不确认，都应当书面告诉您理由。没有收到，可以向办理的乡镇（街道）要。不同意，选“不服怎么办”。

## 材料、认证

benefits-missing_list = 还缺这些：
# $n: 第几样；$what: 什么，是工作人员写的
benefits-missing_item = { $n }. { $what }
benefits-missing_unknown = 登记里没有写缺什么。选“请工作人员联系我”，可以问清楚。
benefits-certify_none = 登记里没有写哪天要做资格认证。
benefits-certify_how = 快到日子的时候，在这里就可以做；也可以到办理的乡镇（街道）或者村（社区）做，不方便出门的可以请人上门。不用刷脸。
benefits-notice_picture = 照片里可能有姓名、身份证号码，只用来办这一项救助，加密保存，给办理的工作人员看。同意交吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意
benefits-picture = 请把缺的那一页平放着拍一张照片，四个角都拍进去。一次交一页。
    .label = 缺的一页
    .none = 先不交

## 不服怎么办：$day: 最后一天；$n: 几天、几个月；$source: 依据

benefits-again_first = 可以先请办理的乡镇（街道）或者县民政局复查：到窗口说，或者打“转人工”。
benefits-remedy_review =
    .by = 行政复议：最晚 { $day }，向县人民政府申请，不收钱（{ $source }）。
    .unknown = 行政复议：知道决定以后 { $n } 天内，向县人民政府申请，不收钱（{ $source }）。
    .over = 行政复议：{ $n } 天的期限到 { $day }，已经过了；有正当理由耽误的，可以向县人民政府说明（{ $source }）。
benefits-remedy_court =
    .by = 行政诉讼：最晚 { $day }，向人民法院起诉（{ $source }）。
    .unknown = 行政诉讼：知道决定以后 { $n } 个月内，向人民法院起诉（{ $source }）。
    .over = 行政诉讼：{ $n } 个月的期限到 { $day }，已经过了；有正当理由耽误的，可以向人民法院说明（{ $source }）。
benefits-remedy_after = 先复议、对结果还不服：收到复议决定后 { $n } 天内，可以起诉（{ $source }）。
benefits-counted_unknown = 从您知道决定的第二天算起；哪天送达，书面决定和送达的单子上写着。
# $day: 哪天
benefits-counted_from = 这是按登记的 { $day } 送达算的，实际收到的日子不一样，以实际的为准。
# $number: 电话
benefits-legal_aid = 不会写、不会办，可以打 { $number } 问法律援助。

## 谁查看过

benefits-looks = 最近查看这些记录的：
# $at: 什么时候；$who: 谁；$purpose: 为什么；$letter: 授权书编号
benefits-look = { $at } { $who }，{ $purpose }
benefits-look_letter = { $at } { $who }，{ $purpose }（授权书 { $letter }）
benefits-looker =
    .self = 本人
    .proxy = 受托人或监护人
    .staff = 工作人员
    .desk = 服务台自动
benefits-purpose =
    .identity = 核对身份
    .shown = 在这里看
    .news = 变动提醒
    .certify = 资格认证
    .staff = 办理业务
# $letter: 授权书编号
benefits-letter = 授权书编号 { $letter }，打“我的授权书”可以看。

## 交给工作人员

# $phone: 电话，中间几位遮住
benefits-will_call = 工作人员会在上班时间打 { $phone } 这个电话，把您问的查清楚告诉您。
# 给工作人员看的。$name: 姓名；$phone: 电话；$record: 登记的编号
benefits-briefing_page = 
    { $by ->
        [mandate] 受托人代办：
        [guardian] 监护人代办：
       *[own] {""}
    }{ $name }（{ $phone }）交来登记编号 { $record } 缺的一页，身份已用短信验证码核对。
benefits-briefing_call = 
    { $by ->
        [mandate] 受托人代办：
        [guardian] 监护人代办：
       *[own] {""}
    }{ $name }（{ $phone }）想问登记编号 { $record } 的情况，请打电话，身份已用短信验证码核对。
benefits-briefing_down = 
    { $by ->
        [mandate] 受托人代办：
        [guardian] 监护人代办：
       *[own] {""}
    }{ $name }（{ $phone }）想问救助待遇，当时登记系统没有回应，请查好后打电话，身份已用短信验证码核对。

benefits-done = 好的。想再看，打“我的救助待遇”就行。
# $number: 编号
benefits-passed_on = 记下了，编号 { $number }。工作人员会打电话给您。
benefits-handed_in = 收到这一页了，编号 { $number }。还有别的要交，再打“我的救助待遇”就行。
