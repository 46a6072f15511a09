# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 资格认证：flows/benefits/certify_flow.py、bot/benefits/certifying.py、bot/benefits/certify_due.py

recertify-record = 給哪一項做認證？
    .label = 哪一項
    .later = 先不做了
# $scheme: 哪一类；$due: 哪天以前
recertify-one = { $scheme }（{ $due } 以前）
recertify-gone = 這一項現在做不了認證，請重新選。
recertify-proof_over = 為了不讓別人替您做，核對身份只管一小段時間，現在過了。再打“做資格認證”，核對一下就可以接著做。
recertify-handed_in = 這一次的認證已經交給鄉鎮確認了，不用再做。
# $due: 哪天
recertify-not_yet = 現在沒有要做的資格認證。下一次在 { $due } 以前做，快到的時候再來就行。
recertify-nothing = 現在沒有要做的資格認證，登記裡也沒有寫下一次是哪天。拿不準，可以找工作人員問問。
recertify-down = 登記救助待遇的系統現在沒有回應，看不到要不要認證。過一會兒再來就行，晚一點做也沒關係，不會因為這個停發。

# $scheme: 哪一类；$due: 哪天以前
recertify-notice_certify =
    { $scheme }，{ $due } 以前要做一次資格認證：問您幾個問題，一兩分鐘，不用拍照，不用刷臉。
    會問住處、家裡的人、收入和賬戶有沒有變化。您說的只用來做這次認證，加密保存，交給鄉鎮確認。{ notice-kept }
    同意在這裡做嗎？不同意，也可以到鄉鎮或者村（社區）做。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，我到鄉鎮或者村裡做
recertify-how = 想怎麼做？
    .label = 怎麼做
    .questions = 現在回答幾個問題
    .questions-words = 現在答|回答問題|現在做
    .visit = 請人上門來看
    .visit-words = 上門|請人來|來家裡
recertify-who = 現在是本人自己在回答嗎？別人幫著按手機也算本人。
    .label = 誰在回答
    .self = 是本人回答
    .self-words = 是|是的|本人|我自己
    .helper = 不是，別人替他回答
    .helper-words = 不是|別人|替他
    .unsure = 說不清
recertify-living = 本人還住在原來登記的地方嗎？
    .label = 住處
    .same = 還住在那裡
    .moved = 搬走了
    .unsure = 說不清
recertify-moved_to = 搬到哪個鄉鎮了？
    .label = 搬到
    .elsewhere = 不在這些地方，或者不清楚
recertify-household = 從上次到現在，家裡的人有變化嗎？可以選幾樣。
    .label = 家裡的人
    .died = 有人去世了
    .married = 有人成家了
    .left = 有人搬出去了
    .joined = 多了人，比如生了孩子
    .unsure = 說不清
    .same = 沒有變化
recertify-income = 家裡的收入和以前比，差不多嗎？
    .label = 收入
    .same = 差不多
    .less = 少了不少
    .more = 多了不少
    .unsure = 說不清
# $tail: 账号最后四位
recertify-account = 錢發到尾號 { $tail } 的賬戶，還用這個賬戶嗎？
    .label = 賬戶
    .same = 還用這個
    .changed = 要換，或者用不了了
    .unsure = 說不清
recertify-words = 變化的情況，想說幾句嗎？不用寫身份證號碼、銀行賬號。
    .label = 變化的情況
    .none = 不寫了
recertify-needs_visit = 好的。不是本人自己回答的，要有人來看看本人，這樣最穩妥。不用擔心，不會因為這個停發。
recertify-visit_when = 什麼時候來比較方便？可以選幾樣。
    .label = 方便的時候
    .morning = 平時上午
    .afternoon = 平時下午
    .weekend = 週末
    .any = 都可以
recertify-phone = 來以前打哪個電話？
    .label = 電話
    .on_file = 打登記的手機
recertify-know = 上門的人要先知道什麼嗎？比如家裡有狗，老人耳朵聽不清。
    .label = 上門要知道的
    .none = 沒有
# $lines: 填过的各项，每项一行
recertify-summary =
    請核對：
    { $lines }

    都對嗎？都對，就交給鄉鎮。
    .label = 核對
    .yes = 都對

# $number: 编号
recertify-done = 好了，已交給鄉鎮確認，編號 { $number }。鄉鎮確認了才算做完，有要問的會聯繫您。
recertify-with_changes = 您說的變化一起交了，工作人員會先核實，再告訴您。
# $number: 编号
recertify-visit = 記下了，編號 { $number }，已交給鄉鎮。來以前會先打電話。
recertify-nothing_stops = 待遇不會因為這次認證自動停發。要是有變動，會先告訴您理由，和不同意的話怎麼辦。
recertify-later = 好的。想做的時候，打“做資格認證”就行。
recertify-at_the_office = 好的。帶上身份證，到辦理的鄉鎮或者村（社區）做就行；不方便出門，打電話請他們上門。

recertify-change =
    .moved = 搬走了
    .died = 有人去世
    .married = 有人成家
    .left = 有人搬出去
    .joined = 多了人
    .income_more = 收入多了
    .income_less = 收入少了
    .account = 賬戶要換

## 给工作人员的说明

# $name: 姓名；$phone: 电话；$record: 登记里的编号；$scheme: 哪一类；$due: 哪天以前
recertify-brief_of = { $name }（{ $phone }），{ $scheme }，登記編號 { $record }，{ $due } 以前要認證。用驗證碼核對過。
recertify-brief_by =
    .self = 驗證碼發到本人登記的手機，說是本人回答的。
    .helper = 驗證碼發到本人登記的手機，說是別人替他回答的。
    .unsure = 驗證碼發到本人登記的手機，說不清是不是本人回答的。
    .mandate = 授權代辦的人辦的，本人沒有回答。
    .guardian = 監護人替他回答的。
recertify-brief_late = 過了日子才做，本人來做了就按做了辦。
recertify-brief_visit =
    .asked = 請上門看本人：他自己選了請人上門。
    .mandate = 請上門看本人：是代辦的人辦的。
    .helper = 請上門看本人：是別人替他回答的。
    .unsure = 請上門看本人：說不清是不是本人。
# $what: 哪些变化
recertify-brief_changes = 說有變化：{ $what }。請先核實；變化不等於不再符合，沒有核實不停發。
# $what: 哪几样
recertify-brief_unclear = 說不清的：{ $what }。說不清不算沒有通過，打電話問問就行。
recertify-brief_to_do =
    .confirm = 請確認以後在登記裡改下次認證的日子，再辦結。登記沒有自動改。
    .visit = 請先打電話再上門，看過以後在登記裡改下次認證的日子，再辦結。登記沒有自動改。
# $n: 几个人
recertify-brief_list = 過了日子還沒有做資格認證的：{ $n } 人。
recertify-brief_list_lines = 每一行是：姓名、登記手機、登記編號、應當認證的日子、連續第幾次。
recertify-brief_list_to_do = 請先打電話，打不通的上門看看。沒有做認證，不能自動停發；要停，先見到人、問清楚，書面告訴理由和怎麼申訴。登記沒有自動改。
