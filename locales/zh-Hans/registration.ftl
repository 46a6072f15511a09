# 各项婚姻登记共用的话：告知、日子和时间、预审、要带的东西、预约的结果。代码：flows/registration.py

## 个人信息的告知（每项服务开头都说）

notice-kept = 保存多久，由民政局按规定确定。您填的，随时可以在“我的信息”里看，也可以删除。

## 证件号码

id_number-same_person = 两个号码一样了。请填另一位的号码。

## 日子和时间

option-day = { $day }
# $from、$to: 从几点到几点
option-time = { $from }–{ $to }
# $n: 还剩几个位子
option-seats = 余 { $n }
option-provisional = 暂定
option-invited = 等对方确认
option-ticket = 现场排队号

day-past = 这一天已经过去了，请选今天以后的日子。
day-future = 这一天还没到。请照着回执单上的日期填。
receipt-before_2021 = 离婚冷静期从 2021年1月1日 才有，这个日期比它还早。请照着回执单上的日期填。
# $day: 这一天；$waiting: 几位在候补；$some: 前后还有没有空位的日子；$near: 前后最近有空位的日子；$wait: 还能不能候补
day-full = { day-full_how_many }{ day-full_near }{ $wait ->
        [yes] 一定想要这一天：先约好别的日子，再打“我的预约”，选“候补别的日子”。
       *[no] {""}
    }
day-full_to_move = { day-full_how_many }{ day-full_near }{ $wait ->
        [yes] 一定想要这一天：打“返回”，选“候补别的日子”。
       *[no] {""}
    }
day-full_how_many =
    { $waiting ->
        [0] { $day } 约满了，还没有人候补。
       *[other] { $day } 约满了，有 { $waiting } 位在候补。
    }
day-full_near =
    { $some ->
        [yes] 最近有空位的日子：{ $near }。
       *[no] {""}
    }
day-closed = { $day } 这里不上班，请换一天。
day-closed_then = 这一天登记处不上班，或者还不能选。请从下面选一天。
# $first: 最早能约的一天
day-too_soon = 要提前约，最早能约 { $first }。
# $last: 最晚能约的一天
day-too_far = 现在最晚能约到 { $last }。{ $day }要等到 { $opens } 才能约。
# 改时间时：$first、$last: 这个预约最早、最晚能改到的一天
day-not_before = 这个预约最早能改到 { $first }，请换一天。
day-not_after = 这个预约最晚能改到 { $last }，请换一天。
days-none = 这一阵没有可以约的日子了。可以直接到登记处，也可以转人工。
days-none_by_appointment = 这一阵没有可以约的日子了。请过几天再来看，也可以转人工。
slots-none = 这一天没有空的时间了。打“返回”，可以换一天。
# $minutes: 过几分钟；$phone: 电话
hold-too_many = 从您现在用的网络，这一会儿来约的人太多了，先留不了位子。请过 { $minutes } 分钟再选，也可以打电话：{ $phone }，或者直接到民政局。
slot-gone = 这个时间已经没有了，请换一个。

## 预审：齐全、缺什么、须人工

precheck-complete = 照您说的看，材料齐全。以登记处当场审查为准。
# $lines: 缺的，每样一行
precheck-missing =
    照您说的看，还缺这些：
    { $lines }
    来之前补好就行。以登记处当场审查为准。
# $lines: 要工作人员看的，每样一行
precheck-person =
    这些要工作人员看一看：
    { $lines }
    以登记处当场审查为准。
# $lines: 要带的，每样一行
precheck-bring =
    来的时候，请带：
    { $lines }

precheck-id_expired = 身份证过期了：请先到派出所换领，临时身份证也可以用。
precheck-id_lost = 身份证丢了：请先到派出所补领，临时身份证也可以用。
precheck-id_unsure = 身份证过没过期、在不在手边，还不清楚：请先看一看。过期或丢了，先到派出所办，临时身份证也可以用。
precheck-old_division = 身份证号码开头的地区代码少见：号码照样能用，工作人员会核对一下。
precheck-agreement_willing = 离婚协议里还没写：双方自愿离婚。
precheck-agreement_children = 离婚协议里还没写：子女抚养。没有子女，就写没有子女。
precheck-agreement_property = 离婚协议里还没写：财产怎么分。没有财产要分，也写一句。
precheck-agreement_debts = 离婚协议里还没写：债务怎么办。没有债务，就写没有债务。
precheck-certificates_both_lost = 两本结婚证都丢了：请先查到婚姻登记档案，拿到盖章的复印件。
precheck-certificates_unsure = 结婚证还在不在，不清楚：请先找一找。丢了一本，可以写声明；两本都丢了，要先查婚姻登记档案。
precheck-lacking_id_cards = 身份证：过期或丢了，请先到派出所办，临时身份证也可以用。
precheck-lacking_certificates = 结婚证：申请时就丢了的，照申请那次的办法；后来找不到的，请先打电话问登记处。
precheck-lacking_receipt = 《离婚登记申请受理回执单》找不到了：请先打电话问登记处怎么办。
precheck-lacking_agreement = 离婚协议：请照申请那次的内容，两位一起准备好。

bring-id_cards = 两人的居民身份证，要原件
bring-id_temporary = 居民身份证原件，或者没过期的临时身份证
bring-own_id = 本人的居民身份证，要原件
bring-household_book = 户口簿
bring-no_household_book = 户口簿不用带：从 2025年5月10日 起不再需要
bring-divorce_proof = 离过婚的：离婚证，或者法院生效的离婚文书
bring-death_proof = 丧偶的：死亡证明，还有原来的结婚证
# $copies: 张数
bring-joint_photo = 两人近期半身免冠 2 寸合影 { $copies } 张（也可以到现场拍，各地要求不一样）
bring-single_photos = 每人近期半身免冠 2 寸单人照 { $copies } 张（也可以到现场拍，各地要求不一样）
bring-reissue_photo_marriage = 两人近期半身免冠 2 寸合影（也可以到现场拍，各地要求不一样）
bring-reissue_photo_divorce = 本人近期半身免冠 2 寸单人照（也可以到现场拍，各地要求不一样）
bring-certificates_both = 两本结婚证
bring-certificates_one_lost = 还在的那一本结婚证；丢了的，到现场写一份书面声明
bring-certificates_both_lost = 盖章的婚姻登记档案复印件；结婚证丢了，到现场写一份书面声明
bring-certificates_unsure = 两本结婚证；丢了一本的，到现场写一份书面声明
bring-certificates_again = 两本结婚证；申请时就丢了的，照申请那次的办法
bring-agreement = 书面的离婚协议：写明自愿离婚、子女抚养、财产和债务怎么办
bring-receipt = 《离婚登记申请受理回执单》
bring-receipt_or_note = 《离婚登记申请受理回执单》；丢了的，到现场写一份书面说明
bring-proxy = 经过公证的委托书，还有代办人的居民身份证
bring-damaged_certificate = 损坏的那本证

## 预约的结果

# $number: 编号；$day、$time: 日子和几点；$office、$address、$phone: 登记处；$cancel_days: 提前几天能改；$provisional: 这一天是否还没有定
booked-details =
    编号：{ $number }
    时间：{ $day } { $time }
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
    { booked-changes }{ day-provisional }
    记下编号，关了这个页面也能用编号查。
# $changeable: 网上还能不能改；$cancel_days: 提前几天能改
booked-changes =
    { $changeable ->
        [yes] 要改时间或取消，最晚提前 { $cancel_days } 天，打“我的预约”。
       *[no] 日子近，网上不能再改，也不能取消。来不了，请打电话：{ $phone }
    }
# $ticket: 排在第几号
ticket-details =
    编号：{ $number }
    日子：{ $day }
    排队号：{ $ticket }
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
    上班时间来就行，不用约几点。{ day-provisional }
day-provisional =
    { $provisional ->
        [yes] 这一天的放假安排还没公布，要是变成放假，会告诉您。
       *[no] {""}
    }
booking-conflict = 这次没有约成。以前约过的，打“我的预约”，用预约编号能找到，再改时间或取消。也可以到登记处问，或者转人工。
booking-conflict_walk_in = 这次没有约成。不约时间也能办：打“改怎么来”，取一个现场排队号就行。
booking-conflict_ceremony = 这次没有约成。以前约过颁证仪式的，打“我的预约”，用预约编号能找到，再改时间或取消。也可以到登记处问，或者转人工。
booking-conflict_counselling = 您在这里已经约了一个，还没到日子。打“我的预约”，可以改时间或取消。
booking-not_active = 这个预约现在不能改了。请看看别的，或者转人工问一问。
bookings-none = 这段对话里没有您的预约。以前约过的，可以用预约编号找；也可以问登记处。
# $day: 哪一天；$ticket: 排在第几号
bookings-ticket = 这是 { $day } 的现场排队号，第 { $ticket } 号，不用改时间。上班时间到窗口报这个号就行；不来了，也没关系。
# $phone: 登记处的电话
bookings-no_match = 用这个编号和这个身份证号码，没有找到还没到日子的预约。请核对一下，改编号或者改身份证号码。找不到，请打登记处的电话：{ $phone }
bookings-too_often = 试得太多了，请过一个小时再试。着急的话，请打登记处的电话：{ $phone }，也可以转人工。
# $number: 编号；$at: 新的日子和时间；$day: 原来的日子
# $at: 改到几时；$day: 哪一天的预约；$number: 编号
booking-moved_by_partner = 你们的预约，对方改到了 { $at }。编号：{ $number }。这个时间不行，可以打“我的预约”再改。
booking-cancelled_by_partner = 你们 { $day } 的预约，对方取消了。编号：{ $number }。
booking-moved_elsewhere = 您在这里约的预约，有人用编号和身份证号码改到了 { $at }。编号：{ $number }。不是你们改的，请问登记处。
booking-cancelled_elsewhere = 您在这里约的 { $day } 的预约，有人用编号和身份证号码取消了。编号：{ $number }。不是你们取消的，请问登记处。
# $number: 编号；$day: 那一天
calendar-confirmed = 您的预约定下来了：{ $day } 上班。编号：{ $number }
calendar-closed = { $day } 不上班了。请打“我的预约”改一天，或者打电话问民政局。编号：{ $number }

## 预约以后告诉的：提醒、变化

# $day、$time: 日子和几点；$office、$address、$phone: 登记处；$number: 编号；$lines: 要带的，每样一行
reminder-evening =
    提醒您：明天 { $day } { $time }，到{ $office }。
    { reminder-details }
reminder-morning =
    提醒您：今天 { $time }，到{ $office }。
    { reminder-details }
# 没有要带的
reminder-evening_bare =
    提醒您：明天 { $day } { $time }，到{ $office }。
    { reminder-details_bare }
reminder-morning_bare =
    提醒您：今天 { $time }，到{ $office }。
    { reminder-details_bare }
reminder-details_bare =
    地址：{ $address }
    编号：{ $number }
    来不了，请打电话：{ $phone }
# 约在能办的最后一天的
reminder-evening_last =
    { reminder-evening }
    { reminder-last }
reminder-morning_last =
    { reminder-morning }
    { reminder-last }
reminder-last = 能办的日子，{ $day } 是最后一天，以回执单和登记处为准。
reminder-details =
    地址：{ $address }
    要带：
    { $lines }
    编号：{ $number }
    来不了，请打电话：{ $phone }
# $day: 约好的日子；$first、$last: 哪一天到哪一天可以领
calendar-outside = 放假的安排出来以后，{ $first } 到 { $last } 才能领离婚证，您约的 { $day } 不在里面。请打“我的预约”改一天，或者打登记处的电话。编号：{ $number }
# $lines: 现在要带的，每样一行
rules-changed =
    规定有了变化，您 { $day } 的预约，现在要带：
    { $lines }
    编号：{ $number }
# 短信：不写办什么事。$place: 哪里的民政局；$phone: 电话
sms-notice = 【{ $place }】您的预约有新的消息，编号 { $number }。请看预约页面，或打电话 { $phone }。
