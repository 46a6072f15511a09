# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 授权委托书（社会救助家庭经济状况核对授权书）。代码：flows/assistance/letter.py、integrations/documents/letter.py

letter-title = 社會救助家庭經濟狀況核對授權書
letter-subtitle = 授權委託書
letter-demonstration = 示例，不會真的辦理

## 谁授权谁，可以查什么，到什么时候

letter-line =
    .applicant = 申請人
    .by = 授權人
    .to = 授權給
    .from = 向誰查
    .scope = 查什麼
    .validity = 有效期

letter-by = 申請人和共同生活的家庭成員，每人簽一頁
letter-by_tekun = 申請人、共同生活的家庭成員和法定義務人，每人簽一頁
# $township: 乡镇；$bureau: 民政局
letter-to = 辦理這次申請的{ $township }和{ $bureau }，各級家庭經濟狀況核對機構
letter-from = 公安、人力資源社會保障、住房城鄉建設、自然資源、稅務、市場監督管理、住房公積金、醫療保障等部門，銀行、證券、保險、非銀行支付等機構
letter-scope = 身份、收入和財產，只用於這次申請的社會救助和與它有關的事
letter-validity = 從簽字那天起，到退出社會救助為止；動態監測的時間也算在內

## 条款

letter-clause_each = 每個人為自己授權。無民事行為能力和限制民事行為能力的人，由監護人代簽，寫明是誰的監護人。
letter-clause_obliged = 申請特困人員救助供養，法定義務人也要簽字授權，他們的家庭經濟狀況也要核對。
letter-clause_agent = 監護人以外的人來代簽，要有本人真實的委託手續。沒有的，不能代簽。
letter-clause_data = 可以查詢、核對的信息有：戶籍、納稅、社會保險、不動產登記、市場主體登記、住房公積金、車船登記，以及銀行存款、商業保險、證券、互聯網金融資產等。
letter-clause_use = 查到的信息用於社會救助的審核確認、定期核查和動態監測。除了按規定要公示的，應當保密。
letter-clause_void = 經核對沒有通過的，這份授權書失效。
letter-clause_again = 共同生活的家庭成員有變化，或者重新申請，要重新簽授權書。
letter-clause_paper = 每個人在自己那一頁簽名或者按指印，填寫身份證號碼。要簽在紙上，不辦網上簽字。
letter-clause_electronic = 每個人在自己那一頁簽名或者按指印，填寫身份證號碼。在網上簽的，先核對身份，身份相符才能簽。
letter-clause_copies = 簽好的授權書，由辦理申請的機關和核對機構存檔。簽字的人可以留一份。

letter-promise = 我保證：申報的家庭人口、收入和財產都真實、完整，沒有隱瞞；以後有變化，及時告訴鄉鎮人民政府（街道辦事處）。不如實申報的，依法承擔責任。

letter-note_not_accepted = 簽了授權書，不等於申請已經受理，也不等於一定能通過。
letter-note_free = 簽授權書不收費。
letter-note_review = 對以後作出的決定不服的，可以依法申請行政復議，或者提起行政訴訟。
# $mark: 印在那里的符号
letter-unprintable = 打不出來的字，印成了“{ $mark }”。請照證件用筆寫上。

## 签字的地方

letter-label =
    .number = 編號
    .members = 家庭成員
    .signing = 簽字
    .name = 姓名
    .relation = 與申請人的關係
    .id_number = 身份證號碼
    .capacity = 為誰簽
    .state = 狀態
    .date = 日期
    .signature = 簽名
    .fingerprint = 指印
    .verify = 掃二維碼，可以核對這份授權書。
    .digest = 校驗碼（SHA-256）

letter-own = 本人
# $name: 被监护人的姓名
letter-guardian_of = { $name }（我是監護人）

letter-state =
    .waiting = 待簽
    .signed = 已簽
    .guardian = 監護人代簽
    .guardian_due = 監護人代簽，待核
    .paper = 紙質已簽，待核
    .paper_seen = 紙質已簽
    .refused = 拒簽
    .withdrawn = 已撤回
# $state: 上面的一种；$guardian: 监护人
letter-state_of_guardian = { $state }（監護人：{ $guardian }）
# $state: 上面的一种
letter-state_typed = { $state }（輸入姓名簽的）
letter-no_guardian = 還沒有定，請打“我的授權書”，選由誰簽
letter-relation =
    .self = 申請人
    .spouse = 丈夫、妻子
    .child = 兒子、女兒
    .parent = 父親、母親
    .sibling = 兄弟姐妹
    .grandchild = 孫子女、外孫子女
    .grandparent = 祖父母、外祖父母
    .relative = 別的親人
    .guardian = 監護人
    .obliged = 法定義務人
letter-township_elsewhere = 戶口所在地的鄉鎮人民政府（街道辦事處）

## 签字以前，在屏幕上读

# $label: 左边的话；$words: 右边的话
letter-read_line = { $label }：{ $words }
# $number: 第几条；$words: 这一条
letter-read_clause = { $number }. { $words }
# $lines: 授权书的每一行
letter-read =
    這是社會救助家庭經濟狀況核對授權書，請看一看：
    { $lines }
# $names: 替谁签
letter-read_guardian = 您是監護人，簽一次，也替 { $names } 簽了。

## 每一页到哪一步了

# $who: 谁；$state: 到哪一步
letter-page_state = { $who }：{ $state }
# $who: 谁；$state: 到哪一步；$code: 签字码
letter-page_code = { $who }：{ $state }，簽字碼 { $code }

# $page: 第几页；$pages: 一共几页
letter-page = 第 { $page } 頁，共 { $pages } 頁

## 手写签名（integrations/documents/signature.py）

signature-empty = 還沒有看到簽名。請在框裡寫上您的姓名。
signature-too_long = 筆畫太多了。請清空，再簽一次。
signature-unreadable = 這個簽名沒有收好。請清空，再簽一次。
