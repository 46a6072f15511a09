# 冷静期提醒：flows/divorce/companion_flow.py。“视为撤回”只在 divorce_dates-neither 里说，只在日子还没过的时候说，说的是规定。
# 对方做了什么，这里不知道，也不说。

# $receipt: 回执单的日期
divorce_dates-one = { $receipt } 的回执单
divorce_dates-which = 离婚冷静期有几个要紧的日子：哪天以前可以撤回，哪天可以领离婚证。可以帮您算，也可以提醒您。想做哪一件？
    .label = 要做的事
    .new = 算日子
    .new-words = 算|算一算|算一下|要|提醒我|要提醒|记日子|新的
    .none = 不用了
divorce_dates-wish =
    { divorce_dates-dates }
    想怎么办？
    .label = 想怎么办
    .receipt = 改回执单的日期
    .receipt-words = 改日期|日期错了|填错了
    .how = 改提醒的办法
    .how-words = 改提醒|改办法
    .stop = 不要提醒了，删掉
    .stop-words = 不要了|停|停掉|停止|不提醒了|不要提醒|不要提醒了|删|删掉|删除
    .keep = 不改
divorce_dates-gone = 这一份已经不在了。
divorce_dates-notice =
    算日子，只用《离婚登记申请受理回执单》上的日期，不问姓名，也不问身份证号码。要发短信，才用到电话。
    填的都加密保存，日子过了不久就删。随时可以看、可以改、可以停。我们不会告诉对方。
    同意在这里填吗？不同意，也可以直接问登记处。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，直接问登记处
divorce_dates-safety =
    这个问题只问您一个人，我们不会告诉对方，以后也不显示。
    打开的这个页面，别人会看到吗？
    .label = 页面给谁看
    .safe = 只有我看
    .safe-words = 不会|没人看|别人看不到|我自己看|只有我自己看
    .shared = 别人也会看到
    .shared-words = 会|会看到|别人会看|家里人会看|一起用
    .afraid = 我怕对方看到
    .afraid-words = 我害怕|怕|害怕|我怕|怕他看到|怕她看到|怕他知道|怕她知道|我怕他|我怕她|不安全|有危险|危险
    .not_now = 现在不方便说
    .not_now-words = 不方便|不方便说|不想说|不好说|不能说|他在旁边|她在旁边
divorce_dates-safety_help = { divorce-safety_help }
    .label = 要不要帮助
    .person = 先找工作人员
    .go_on = 先看日子
divorce_dates-receipt_day = 《离婚登记申请受理回执单》上是哪一天？
    .label = 回执单的日期
    .unknown = 不记得了
# $state: 日子还没到、到了，还是要问登记处；$withdrawal: 撤回的日子过没过；其余是各个日子
divorce_dates-dates =
    { $state ->
        [unclear] 照 { $receipt } 的回执单，日子要请登记处看一看。
        [over] 照 { $receipt } 的回执单算，领离婚证最晚 { $last }。还没有办的，请两位马上到登记处问，或者打“离婚发证”。
       *[coming] { divorce_dates-coming }
    }
    { dates-provisional }日期以回执单和登记处为准。
divorce_dates-coming =
    照 { $receipt } 的回执单算：
    { $withdrawal ->
        [over] 想撤回：还能不能，请马上问登记处。
       *[open] 想撤回：最晚 { $withdraw }，一个人去就行。
    }
    领离婚证：{ $first } 到 { $last }，两位一起去。
    { divorce_dates-neither }
divorce_dates-neither = 过了期限，两位还没有一起去申请领证，按规定就视为撤回离婚登记申请。以后还要离，得重新申请。
divorce_dates-remind =
    { divorce_dates-dates }
    日子快到的时候，要提醒您吗？
    .label = 提醒
    .chat = 只在这里提醒
    .chat-words = 要|好|好的|行|可以|提醒|提醒我|要提醒|在这里|在这里提醒
    .sms = 在这里提醒，也发短信
    .sms-words = 短信|发短信|要短信|短信提醒
    .none = 不用提醒
    .none-words = 不要|不提醒|不要提醒
divorce_dates-remind_quiet =
    { divorce_dates-dates }
    日子快到的时候，要在这里提醒您吗？提醒里不写是什么事。
    .label = 提醒
    .chat = 要提醒
    .chat-words = 要|好|好的|行|可以|提醒|提醒我|在这里提醒
    .none = 不用提醒
    .none-words = 不要|不提醒|不要提醒
divorce_dates-sms_safe =
    短信里不写是什么事。手机号码加密保存，只用来发这个提醒。
    收短信的手机，只有您一个人看吗？
    .label = 短信只有您看
    .yes = 只有我看
    .yes-words = 只有我自己看|我自己看
    .no = 别人也会看，不发短信
    .no-words = 别人也会看|不发短信
divorce_dates-phone = 短信发到哪个手机？
    .label = 收短信的手机
    .none = 不留了，只在这里提醒
divorce_dates-safe_reach = { divorce-safe_reach }
    .label = 联系电话
    .none = 不留电话

# 各个日子，$state、$withdrawal 同上；$number: 编号；$how: 怎么提醒；$days: 哪几天提醒；$some: 还有没有
divorce_dates-remembered =
    记下了，编号：{ $number }
    { divorce_dates-noted }
    { $some ->
        [yes] 会提醒您的日子：{ $days }。
       *[no] 日子很近了，不会再提醒，请您自己记着。
    }
    { $how ->
        [sms] 在这里提醒，过两个小时没有看到，再发短信。
        [quiet] 只在这里提醒，打开这个页面才看得到，里面不写是什么事。
       *[chat] 只在这里提醒，打开这个页面才看得到。
    }
    日子有变，也会告诉您。要看、要改、要停，随时打“看日子”。我们不会告诉对方。
    不想让人看到这一页，打“快速退出”。
divorce_dates-noted =
    { $state ->
        [coming] { $withdrawal ->
            [over] 领离婚证：{ $first } 到 { $last }。
           *[open] 想撤回：最晚 { $withdraw }。领离婚证：{ $first } 到 { $last }。
        }{ dates-provisional }以回执单和登记处为准。
       *[other] {""}
    }
divorce_dates-stopped = 好的，不再提醒了，记下的日子也删了。
divorce_dates-kept = 好的。要看日子，随时打“看日子”。
divorce_dates-not_reminded = 好的，不提醒，也没有记下来。要再看，打“看日子”。
# $office、$address、$phone: 登记处
divorce_dates-ask_office =
    日子要请登记处看一看，越早问越好。
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
    也可以打“转人工”。
divorce_dates-start_again =
    照 { $receipt } 的回执单算，领离婚证的日子早就过了，多半要重新申请离婚登记。
    请到登记处问一问，或者打电话：{ $phone }
    日期填错了，就再打一次“看日子”。
divorce_dates-office_today = { divorce_certificate-office_today }
divorce_dates-at_the_office =
    好的。日子可以问登记处。
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
divorce_dates-to_a_person_now = { divorce-to_a_person_now }

## 到了日子告诉的：只有本人看这个页面的

# $withdraw: 最晚哪一天撤回；$first、$last: 哪一天到哪一天可以领；$provisional: 日期是否还没有定；$number: 编号
divorce_dates-soon_withdraw =
    提醒您：想撤回离婚登记申请，最晚 { $withdraw }。一个人去就行，到当初申请的登记处，带身份证和回执单；回执单丢了，到现场写一份书面说明。
    不想撤回，不用管这一条。要取排队号，打“撤回离婚登记申请”。
    { divorce_dates-more }
divorce_dates-soon_first =
    提醒您：{ $first } 起可以领离婚证，最晚 { $last }，两位一起到当初申请的登记处。
    要约时间，打“离婚发证”。
    { divorce_dates-more }
divorce_dates-soon_week =
    提醒您：领离婚证，最晚 { $last }，两位一起到当初申请的登记处。
    要约时间，打“离婚发证”。
    { divorce_dates-more }
divorce_dates-soon_last =
    提醒您：领离婚证，{ $last } 是最后一天，两位一起到当初申请的登记处。
    { divorce_dates-neither }
    { divorce_dates-more }
divorce_dates-more =
    { dates-provisional }日期以回执单和登记处为准。
    要看、要停，打“看日子”。编号：{ $number }

## 日子有了变化

# $phone: 登记处的电话
divorce_dates-dates_moved =
    放假的安排有变，日子也跟着变了。
    { divorce_dates-dates }
    要看、要停，打“看日子”。编号：{ $number }
divorce_dates-dates_pressing =
    放假的安排有变，原来的日子不上班了。请马上打登记处的电话：{ $phone }
    { divorce_dates-dates }
    编号：{ $number }
divorce_dates-dates_settled =
    放假的安排公布了，日子定下来了。
    { divorce_dates-dates }
    要看、要停，打“看日子”。编号：{ $number }

## 别人也会看到这个页面的：不写是什么事

# $day: 哪一天；$provisional: 是否还没有定；$number: 编号
divorce_dates-soon = 您在民政局有一件事的日子快到了：{ $day }。{ dates-provisional }以民政局说的为准。打“看日子”可以看，也可以停。编号：{ $number }
divorce_dates-now = 您在民政局有一件事的日子到了，从 { $day } 起。{ dates-provisional }以民政局说的为准。打“看日子”可以看，也可以停。编号：{ $number }
divorce_dates-news = 您在民政局有一件事的日子有变化。打“看日子”可以看，也可以停。编号：{ $number }
# $phone: 电话
divorce_dates-news_pressing = 您在民政局有一件事的日子有变化，请马上打电话问：{ $phone }。打“看日子”可以看，也可以停。编号：{ $number }
# $day: 约的是哪一天。谁约的，问谁一次，不写是什么事
divorce_dates-offer = 您 { $day } 在民政局约的事，办过了吗？窗口受理了申请的话，后面还有几个要紧的日子。打“看日子”，可以帮您算，也可以提醒您。编号：{ $number }

## 短信：不写办什么事

# $place: 哪里的民政局；$number: 编号；$phone: 电话
sms-date = 【{ $place }】您在民政局有一件事的日子快到了，编号 { $number }。请看对话页面，或打电话 { $phone }。
sms-date_change = 【{ $place }】您在民政局有一件事的日子有变化，编号 { $number }。请看对话页面，或打电话 { $phone }。

## 问回执单的日期时，可以直接选的日子从哪里来

option-receipt = 您记下的
option-visit = 您约好来申请的那天
