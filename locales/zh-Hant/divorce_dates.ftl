# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 冷静期提醒：flows/divorce/companion_flow.py。“视为撤回”只在 divorce_dates-neither 里说，只在日子还没过的时候说，说的是规定。
# 对方做了什么，这里不知道，也不说。

# $receipt: 回执单的日期
divorce_dates-one = { $receipt } 的回執單
divorce_dates-which = 離婚冷靜期有幾個要緊的日子：哪天以前可以撤回，哪天可以領離婚證。可以幫您算，也可以提醒您。想做哪一件？
    .label = 要做的事
    .new = 算日子
    .new-words = 算|算一算|算一下|要|提醒我|要提醒|記日子|新的
    .none = 不用了
divorce_dates-wish =
    { divorce_dates-dates }
    想怎麼辦？
    .label = 想怎麼辦
    .receipt = 改回執單的日期
    .receipt-words = 改日期|日期錯了|填錯了
    .how = 改提醒的辦法
    .how-words = 改提醒|改辦法
    .stop = 不要提醒了，刪掉
    .stop-words = 不要了|停|停掉|停止|不提醒了|不要提醒|不要提醒了|刪|刪掉|刪除
    .keep = 不改
divorce_dates-gone = 這一份已經不在了。
divorce_dates-notice =
    算日子，只用《離婚登記申請受理回執單》上的日期，不問姓名，也不問身份證號碼。要發短信，才用到電話。
    填的都加密保存，日子過了不久就刪。隨時可以看、可以改、可以停。我們不會告訴對方。
    同意在這裡填嗎？不同意，也可以直接問登記處。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，直接問登記處
divorce_dates-safety =
    這個問題只問您一個人，我們不會告訴對方，以後也不顯示。
    打開的這個頁面，別人會看到嗎？
    .label = 頁面給誰看
    .safe = 只有我看
    .safe-words = 不會|沒人看|別人看不到|我自己看|只有我自己看
    .shared = 別人也會看到
    .shared-words = 會|會看到|別人會看|家裡人會看|一起用
    .afraid = 我怕對方看到
    .afraid-words = 我害怕|怕|害怕|我怕|怕他看到|怕她看到|怕他知道|怕她知道|我怕他|我怕她|不安全|有危險|危險
    .not_now = 現在不方便說
    .not_now-words = 不方便|不方便說|不想說|不好說|不能說|他在旁邊|她在旁邊
divorce_dates-safety_help = { divorce-safety_help }
    .label = 要不要幫助
    .person = 先找工作人員
    .go_on = 先看日子
divorce_dates-receipt_day = 《離婚登記申請受理回執單》上是哪一天？
    .label = 回執單的日期
    .unknown = 不記得了
# $state: 日子还没到、到了，还是要问登记处；$withdrawal: 撤回的日子过没过；其余是各个日子
divorce_dates-dates =
    { $state ->
        [unclear] 照 { $receipt } 的回執單，日子要請登記處看一看。
        [over] 照 { $receipt } 的回執單算，領離婚證最晚 { $last }。還沒有辦的，請兩位馬上到登記處問，或者打“離婚發證”。
       *[coming] { divorce_dates-coming }
    }
    { dates-provisional }日期以回執單和登記處為準。
divorce_dates-coming =
    照 { $receipt } 的回執單算：
    { $withdrawal ->
        [over] 想撤回：還能不能，請馬上問登記處。
       *[open] 想撤回：最晚 { $withdraw }，一個人去就行。
    }
    領離婚證：{ $first } 到 { $last }，兩位一起去。
    { divorce_dates-neither }
divorce_dates-neither = 過了期限，兩位還沒有一起去申請領證，按規定就視為撤回離婚登記申請。以後還要離，得重新申請。
divorce_dates-remind =
    { divorce_dates-dates }
    日子快到的時候，要提醒您嗎？
    .label = 提醒
    .chat = 只在這裡提醒
    .chat-words = 要|好|好的|行|可以|提醒|提醒我|要提醒|在這裡|在這裡提醒
    .sms = 在這裡提醒，也發短信
    .sms-words = 短信|發短信|要短信|短信提醒
    .none = 不用提醒
    .none-words = 不要|不提醒|不要提醒
divorce_dates-remind_quiet =
    { divorce_dates-dates }
    日子快到的時候，要在這裡提醒您嗎？提醒裡不寫是什麼事。
    .label = 提醒
    .chat = 要提醒
    .chat-words = 要|好|好的|行|可以|提醒|提醒我|在這裡提醒
    .none = 不用提醒
    .none-words = 不要|不提醒|不要提醒
divorce_dates-sms_safe =
    短信裡不寫是什麼事。手機號碼加密保存，只用來發這個提醒。
    收短信的手機，只有您一個人看嗎？
    .label = 短信只有您看
    .yes = 只有我看
    .yes-words = 只有我自己看|我自己看
    .no = 別人也會看，不發短信
    .no-words = 別人也會看|不發短信
divorce_dates-phone = 短信發到哪個手機？
    .label = 收短信的手機
    .none = 不留了，只在這裡提醒
divorce_dates-safe_reach = { divorce-safe_reach }
    .label = 聯繫電話
    .none = 不留電話

# 各个日子，$state、$withdrawal 同上；$number: 编号；$how: 怎么提醒；$days: 哪几天提醒；$some: 还有没有
divorce_dates-remembered =
    記下了，編號：{ $number }
    { divorce_dates-noted }
    { $some ->
        [yes] 會提醒您的日子：{ $days }。
       *[no] 日子很近了，不會再提醒，請您自己記著。
    }
    { $how ->
        [sms] 在這裡提醒，過兩個小時沒有看到，再發短信。
        [quiet] 只在這裡提醒，打開這個頁面才看得到，裡面不寫是什麼事。
       *[chat] 只在這裡提醒，打開這個頁面才看得到。
    }
    日子有變，也會告訴您。要看、要改、要停，隨時打“看日子”。我們不會告訴對方。
    不想讓人看到這一頁，打“快速退出”。
divorce_dates-noted =
    { $state ->
        [coming] { $withdrawal ->
            [over] 領離婚證：{ $first } 到 { $last }。
           *[open] 想撤回：最晚 { $withdraw }。領離婚證：{ $first } 到 { $last }。
        }{ dates-provisional }以回執單和登記處為準。
       *[other] {""}
    }
divorce_dates-stopped = 好的，不再提醒了，記下的日子也刪了。
divorce_dates-kept = 好的。要看日子，隨時打“看日子”。
divorce_dates-not_reminded = 好的，不提醒，也沒有記下來。要再看，打“看日子”。
# $office、$address、$phone: 登记处
divorce_dates-ask_office =
    日子要請登記處看一看，越早問越好。
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
    也可以打“轉人工”。
divorce_dates-start_again =
    照 { $receipt } 的回執單算，領離婚證的日子早就過了，多半要重新申請離婚登記。
    請到登記處問一問，或者打電話：{ $phone }
    日期填錯了，就再打一次“看日子”。
divorce_dates-office_today = { divorce_certificate-office_today }
divorce_dates-at_the_office =
    好的。日子可以問登記處。
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
divorce_dates-to_a_person_now = { divorce-to_a_person_now }

## 到了日子告诉的：只有本人看这个页面的

# $withdraw: 最晚哪一天撤回；$first、$last: 哪一天到哪一天可以领；$provisional: 日期是否还没有定；$number: 编号
divorce_dates-soon_withdraw =
    提醒您：想撤回離婚登記申請，最晚 { $withdraw }。一個人去就行，到當初申請的登記處，帶身份證和回執單；回執單丟了，到現場寫一份書面說明。
    不想撤回，不用管這一條。要取排隊號，打“撤回離婚登記申請”。
    { divorce_dates-more }
divorce_dates-soon_first =
    提醒您：{ $first } 起可以領離婚證，最晚 { $last }，兩位一起到當初申請的登記處。
    要約時間，打“離婚發證”。
    { divorce_dates-more }
divorce_dates-soon_week =
    提醒您：領離婚證，最晚 { $last }，兩位一起到當初申請的登記處。
    要約時間，打“離婚發證”。
    { divorce_dates-more }
divorce_dates-soon_last =
    提醒您：領離婚證，{ $last } 是最後一天，兩位一起到當初申請的登記處。
    { divorce_dates-neither }
    { divorce_dates-more }
divorce_dates-more =
    { dates-provisional }日期以回執單和登記處為準。
    要看、要停，打“看日子”。編號：{ $number }

## 日子有了变化

# $phone: 登记处的电话
divorce_dates-dates_moved =
    放假的安排有變，日子也跟著變了。
    { divorce_dates-dates }
    要看、要停，打“看日子”。編號：{ $number }
divorce_dates-dates_pressing =
    放假的安排有變，原來的日子不上班了。請馬上打登記處的電話：{ $phone }
    { divorce_dates-dates }
    編號：{ $number }
divorce_dates-dates_settled =
    放假的安排公佈了，日子定下來了。
    { divorce_dates-dates }
    要看、要停，打“看日子”。編號：{ $number }

## 别人也会看到这个页面的：不写是什么事

# $day: 哪一天；$provisional: 是否还没有定；$number: 编号
divorce_dates-soon = 您在民政局有一件事的日子快到了：{ $day }。{ dates-provisional }以民政局說的為準。打“看日子”可以看，也可以停。編號：{ $number }
divorce_dates-now = 您在民政局有一件事的日子到了，從 { $day } 起。{ dates-provisional }以民政局說的為準。打“看日子”可以看，也可以停。編號：{ $number }
divorce_dates-news = 您在民政局有一件事的日子有變化。打“看日子”可以看，也可以停。編號：{ $number }
# $phone: 电话
divorce_dates-news_pressing = 您在民政局有一件事的日子有變化，請馬上打電話問：{ $phone }。打“看日子”可以看，也可以停。編號：{ $number }
# $day: 约的是哪一天。谁约的，问谁一次，不写是什么事
divorce_dates-offer = 您 { $day } 在民政局約的事，辦過了嗎？窗口受理了申請的話，後面還有幾個要緊的日子。打“看日子”，可以幫您算，也可以提醒您。編號：{ $number }

## 短信：不写办什么事

# $place: 哪里的民政局；$number: 编号；$phone: 电话
sms-date = 【{ $place }】您在民政局有一件事的日子快到了，編號 { $number }。請看對話頁面，或打電話 { $phone }。
sms-date_change = 【{ $place }】您在民政局有一件事的日子有變化，編號 { $number }。請看對話頁面，或打電話 { $phone }。

## 问回执单的日期时，可以直接选的日子从哪里来

option-receipt = 您記下的
option-visit = 您約好來申請的那天
