# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 离婚登记申请：flows/divorce/flow.py

divorce-notice =
    約離婚登記申請，民政局要用兩位的姓名、身份證號碼、結婚證和協議的情況，只用來看條件、排時間。電話可以不留。
    會先單獨問您是不是安全，可以不說。
    身份證號碼是敏感個人信息，加密保存。{ notice-kept }
    同意在這裡填嗎？不同意，也可以直接到登記處。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，直接到登記處
divorce-safety =
    這個問題只問您一個人，我們不會告訴對方，後面核對時也不顯示。
    和對方在一起，您覺得安全嗎？
    .label = 您的安全
    .safe = 安全
    .safe-words = 安全的|很安全|挺安全|沒事|沒有危險|沒危險|不怕|不害怕
    .afraid = 我害怕
    .afraid-words = 不安全|不太安全|不大安全|怕|有點怕|有些怕|很怕|我怕|我有點怕|怕他|怕她|我怕他|我怕她|很怕他|很怕她|害怕他|害怕她|不敢|有危險|危險
    .not_now = 現在不方便說
    .not_now-words = 不方便|不方便說|不想說|不好說|不能說|現在不能說|他在旁邊|她在旁邊|我不想讓他知道|我不想讓她知道|不想讓他知道|不想讓她知道
divorce-safety_help =
    有危險，馬上打 110。
    12338 是婦女維權熱線，可以說說，也可以求助。
    被打、被罵、被威脅，可以向法院申請人身安全保護令，不用先離婚。
    怕人看到，打“快速退出”，馬上離開這個頁面。
    要先讓工作人員聯繫您嗎？
    .label = 要不要幫助
    .person = 先找工作人員
    .go_on = 先往下辦
divorce-both_agree = 兩位都同意離婚嗎？
    .label = 雙方是否同意
    .yes = 都同意
    .yes-words = 同意|我們都同意|兩個人都同意|都願意|商量好了|說好了
    .no = 有一方不同意
    .no-words = 他不同意|她不同意|對方不同意|我不同意|不同意
    .unsure = 不確定
divorce-capacity = 兩位都能自己做主、自己說清楚意思嗎？（法律上叫完全民事行為能力。）
    .label = 能否自己做主
    .yes = 都能
    .no = 有一方不能
    .unsure = 不清楚
divorce-where = 當初是在哪裡登記結婚的？
    .label = 在哪裡結的婚
    .mainland = 在內地
    .elsewhere = 在國外或港澳台
    .unsure = 不清楚
divorce-couple = 兩位是哪一種情況？
    .label = 兩人的情況
    .mainland = 兩人都是內地居民，都不是現役軍人
    .military = 有一方是現役軍人
    .hk_macao_taiwan = 有一方是港澳台居民
    .overseas = 有一方是華僑
    .foreign = 有一方是外國人
    .unsure = 不清楚
divorce-certificates = 兩本結婚證都還在嗎？
    .label = 結婚證
    .both = 兩本都在
    .one_lost = 丟了一本
    .both_lost = 兩本都丟了
    .unsure = 不清楚
divorce-agreement = 離婚協議裡，寫好了哪幾樣？可以選幾樣。沒有子女、財產或債務的，寫明“沒有”，也算寫了。
    .label = 協議寫了什麼
    .willing = 自願離婚
    .children = 子女撫養
    .property = 財產處理
    .debts = 債務處理
    .none = 都還沒寫
divorce-first_name = 您的姓名是？
    .label = 您的姓名
divorce-first_id = 您的身份證號碼是？
    .label = 您的身份證號碼
divorce-second_name = 對方的姓名是？
    .label = 對方的姓名
divorce-second_id = 對方的身份證號碼是？
    .label = 對方的身份證號碼
divorce-sex_check = 兩個身份證號碼裡的性別是一樣的，可能有一個填錯了。號碼都對嗎？
    .label = 號碼核對
    .right = 號碼都對
    .first = 改我的號碼
    .second = 改對方的號碼
divorce-id_cards = 兩位的居民身份證，現在怎麼樣？
    .label = 身份證情況
    .valid = 都沒過期
    .valid-words = 都有效|都在|沒過期|都好著|都沒有過期|有效
    .temporary = 有人用臨時身份證
    .expired = 有人的過期了
    .lost = 有人的丟了
    .unsure = 不清楚
divorce-day = 想哪一天來申請？
    .label = 哪一天
divorce-slot = 想幾點來？
    .label = 幾點
divorce-phone = 請留一個能聯繫到您的電話，不留也可以。
    .label = 電話
    .none = 不留電話
# $lines: 填过的各项，每项一行
divorce-summary =
    請核對：
    { $lines }

    { counting-before }

    都對嗎？都對，就給您約上。
    .label = 核對
    .yes = 都對
divorce-reach = 您的情況要工作人員看一看。怎麼打電話聯繫您？
    .label = 聯繫電話
    .none = 不留電話
divorce-safe_reach = 請留一個只有您會接的電話。不放心，就不留。
    .label = 聯繫電話
    .none = 不留電話

divorce-booked =
    約好了。
    { booked-details }
    這是第一次來：兩位一起申請，領《離婚登記申請受理回執單》。
    過了離婚冷靜期，兩位還要一起再來一次，申請發離婚證。日期以回執單和登記處為準。登記免費。
    受理以後，打“看日子”，可以幫您算後面的日子，也可以提醒您。
# $reason: 为什么登记处办不了；$legal_aid: 法律援助热线
divorce-court =
    { $reason ->
        [agreement] 登記處只辦雙方都同意的離婚。有一方不同意，或者孩子、財產、債務談不攏，可以到法院辦。以後談好了，還可以再來約。
        [capacity] 有一方不能完全自己做主的（無民事行為能力或限制民事行為能力），登記處辦不了離婚，要到法院辦。
       *[place] 不是在內地登記結婚的，登記處辦不了離婚，要到法院辦。
    }
    怎麼到法院，可以打 { $legal_aid } 問一問，這是法律援助熱線。
    選錯了，可以重新辦；有疑問，可以轉人工。
# $office、$address、$phone: 登记处
divorce-at_the_office =
    好的。請兩位帶身份證、結婚證和離婚協議，一起到登記處。
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
divorce-to_a_person =
    好的，轉給工作人員了，會看看該怎麼辦。
    { handoff-details }
divorce-to_a_person_now =
    好的，已經當急事轉給工作人員。
    { handoff-details }
    有危險，不要等，馬上打 110。要離開這個頁面，就打“快速退出”。
