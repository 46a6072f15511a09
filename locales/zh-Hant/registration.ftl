# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 各项婚姻登记共用的话：告知、日子和时间、预审、要带的东西、预约的结果。代码：flows/registration.py

## 个人信息的告知（每项服务开头都说）

notice-kept = 保存多久，由民政局按規定確定。您填的，隨時可以在“我的信息”裡看，也可以刪除。

## 证件号码

id_number-same_person = 兩個號碼一樣了。請填另一位的號碼。

## 日子和时间

option-day = { $day }
# $from、$to: 从几点到几点
option-time = { $from }–{ $to }
# $n: 还剩几个位子
option-seats = 餘 { $n }
option-provisional = 暫定
option-invited = 等對方確認
option-ticket = 現場排隊號

day-past = 這一天已經過去了，請選今天以後的日子。
day-future = 這一天還沒到。請照著回執單上的日期填。
receipt-before_2021 = 離婚冷靜期從 2021年1月1日 才有，這個日期比它還早。請照著回執單上的日期填。
# $day: 这一天；$waiting: 几位在候补；$some: 前后还有没有空位的日子；$near: 前后最近有空位的日子；$wait: 还能不能候补
day-full = { day-full_how_many }{ day-full_near }{ $wait ->
        [yes] 一定想要這一天：先約好別的日子，再打“我的預約”，選“候補別的日子”。
       *[no] {""}
    }
day-full_to_move = { day-full_how_many }{ day-full_near }{ $wait ->
        [yes] 一定想要這一天：打“返回”，選“候補別的日子”。
       *[no] {""}
    }
day-full_how_many =
    { $waiting ->
        [0] { $day } 約滿了，還沒有人候補。
       *[other] { $day } 約滿了，有 { $waiting } 位在候補。
    }
day-full_near =
    { $some ->
        [yes] 最近有空位的日子：{ $near }。
       *[no] {""}
    }
day-closed = { $day } 這裡不上班，請換一天。
day-closed_then = 這一天登記處不上班，或者還不能選。請從下面選一天。
# $first: 最早能约的一天
day-too_soon = 要提前約，最早能約 { $first }。
# $last: 最晚能约的一天
day-too_far = 現在最晚能約到 { $last }。{ $day }要等到 { $opens } 才能約。
# 改时间时：$first、$last: 这个预约最早、最晚能改到的一天
day-not_before = 這個預約最早能改到 { $first }，請換一天。
day-not_after = 這個預約最晚能改到 { $last }，請換一天。
days-none = 這一陣沒有可以約的日子了。可以直接到登記處，也可以轉人工。
days-none_by_appointment = 這一陣沒有可以約的日子了。請過幾天再來看，也可以轉人工。
slots-none = 這一天沒有空的時間了。打“返回”，可以換一天。
# $minutes: 过几分钟；$phone: 电话
hold-too_many = 從您現在用的網絡，這一會兒來約的人太多了，先留不了位子。請過 { $minutes } 分鐘再選，也可以打電話：{ $phone }，或者直接到民政局。
slot-gone = 這個時間已經沒有了，請換一個。

## 预审：齐全、缺什么、须人工

precheck-complete = 照您說的看，材料齊全。以登記處當場審查為準。
# $lines: 缺的，每样一行
precheck-missing =
    照您說的看，還缺這些：
    { $lines }
    來之前補好就行。以登記處當場審查為準。
# $lines: 要工作人员看的，每样一行
precheck-person =
    這些要工作人員看一看：
    { $lines }
    以登記處當場審查為準。
# $lines: 要带的，每样一行
precheck-bring =
    來的時候，請帶：
    { $lines }

precheck-id_expired = 身份證過期了：請先到派出所換領，臨時身份證也可以用。
precheck-id_lost = 身份證丟了：請先到派出所補領，臨時身份證也可以用。
precheck-id_unsure = 身份證過沒過期、在不在手邊，還不清楚：請先看一看。過期或丟了，先到派出所辦，臨時身份證也可以用。
precheck-old_division = 身份證號碼開頭的地區代碼少見：號碼照樣能用，工作人員會核對一下。
precheck-agreement_willing = 離婚協議裡還沒寫：雙方自願離婚。
precheck-agreement_children = 離婚協議裡還沒寫：子女撫養。沒有子女，就寫沒有子女。
precheck-agreement_property = 離婚協議裡還沒寫：財產怎麼分。沒有財產要分，也寫一句。
precheck-agreement_debts = 離婚協議裡還沒寫：債務怎麼辦。沒有債務，就寫沒有債務。
precheck-certificates_both_lost = 兩本結婚證都丟了：請先查到婚姻登記檔案，拿到蓋章的複印件。
precheck-certificates_unsure = 結婚證還在不在，不清楚：請先找一找。丟了一本，可以寫聲明；兩本都丟了，要先查婚姻登記檔案。
precheck-lacking_id_cards = 身份證：過期或丟了，請先到派出所辦，臨時身份證也可以用。
precheck-lacking_certificates = 結婚證：申請時就丟了的，照申請那次的辦法；後來找不到的，請先打電話問登記處。
precheck-lacking_receipt = 《離婚登記申請受理回執單》找不到了：請先打電話問登記處怎麼辦。
precheck-lacking_agreement = 離婚協議：請照申請那次的內容，兩位一起準備好。

bring-id_cards = 兩人的居民身份證，要原件
bring-id_temporary = 居民身份證原件，或者沒過期的臨時身份證
bring-own_id = 本人的居民身份證，要原件
bring-household_book = 戶口簿
bring-no_household_book = 戶口簿不用帶：從 2025年5月10日 起不再需要
bring-divorce_proof = 離過婚的：離婚證，或者法院生效的離婚文書
bring-death_proof = 喪偶的：死亡證明，還有原來的結婚證
# $copies: 张数
bring-joint_photo = 兩人近期半身免冠 2 寸合影 { $copies } 張（也可以到現場拍，各地要求不一樣）
bring-single_photos = 每人近期半身免冠 2 寸單人照 { $copies } 張（也可以到現場拍，各地要求不一樣）
bring-reissue_photo_marriage = 兩人近期半身免冠 2 寸合影（也可以到現場拍，各地要求不一樣）
bring-reissue_photo_divorce = 本人近期半身免冠 2 寸單人照（也可以到現場拍，各地要求不一樣）
bring-certificates_both = 兩本結婚證
bring-certificates_one_lost = 還在的那一本結婚證；丟了的，到現場寫一份書面聲明
bring-certificates_both_lost = 蓋章的婚姻登記檔案複印件；結婚證丟了，到現場寫一份書面聲明
bring-certificates_unsure = 兩本結婚證；丟了一本的，到現場寫一份書面聲明
bring-certificates_again = 兩本結婚證；申請時就丟了的，照申請那次的辦法
bring-agreement = 書面的離婚協議：寫明自願離婚、子女撫養、財產和債務怎麼辦
bring-receipt = 《離婚登記申請受理回執單》
bring-receipt_or_note = 《離婚登記申請受理回執單》；丟了的，到現場寫一份書面說明
bring-proxy = 經過公證的委託書，還有代辦人的居民身份證
bring-damaged_certificate = 損壞的那本證

## 预约的结果

# $number: 编号；$day、$time: 日子和几点；$office、$address、$phone: 登记处；$cancel_days: 提前几天能改；$provisional: 这一天是否还没有定
booked-details =
    編號：{ $number }
    時間：{ $day } { $time }
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
    { booked-changes }{ day-provisional }
    記下編號，關了這個頁面也能用編號查。
# $changeable: 网上还能不能改；$cancel_days: 提前几天能改
booked-changes =
    { $changeable ->
        [yes] 要改時間或取消，最晚提前 { $cancel_days } 天，打“我的預約”。
       *[no] 日子近，網上不能再改，也不能取消。來不了，請打電話：{ $phone }
    }
# $ticket: 排在第几号
ticket-details =
    編號：{ $number }
    日子：{ $day }
    排隊號：{ $ticket }
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
    上班時間來就行，不用約幾點。{ day-provisional }
day-provisional =
    { $provisional ->
        [yes] 這一天的放假安排還沒公佈，要是變成放假，會告訴您。
       *[no] {""}
    }
booking-conflict = 這次沒有約成。以前約過的，打“我的預約”，用預約編號能找到，再改時間或取消。也可以到登記處問，或者轉人工。
booking-conflict_walk_in = 這次沒有約成。不約時間也能辦：打“改怎麼來”，取一個現場排隊號就行。
booking-conflict_ceremony = 這次沒有約成。以前約過頒證儀式的，打“我的預約”，用預約編號能找到，再改時間或取消。也可以到登記處問，或者轉人工。
booking-conflict_counselling = 您在這裡已經約了一個，還沒到日子。打“我的預約”，可以改時間或取消。
booking-not_active = 這個預約現在不能改了。請看看別的，或者轉人工問一問。
bookings-none = 這段對話裡沒有您的預約。以前約過的，可以用預約編號找；也可以問登記處。
# $day: 哪一天；$ticket: 排在第几号
bookings-ticket = 這是 { $day } 的現場排隊號，第 { $ticket } 號，不用改時間。上班時間到窗口報這個號就行；不來了，也沒關係。
# $phone: 登记处的电话
bookings-no_match = 用這個編號和這個身份證號碼，沒有找到還沒到日子的預約。請核對一下，改編號或者改身份證號碼。找不到，請打登記處的電話：{ $phone }
bookings-too_often = 試得太多了，請過一個小時再試。著急的話，請打登記處的電話：{ $phone }，也可以轉人工。
# $number: 编号；$at: 新的日子和时间；$day: 原来的日子
# $at: 改到几时；$day: 哪一天的预约；$number: 编号
booking-moved_by_partner = 你們的預約，對方改到了 { $at }。編號：{ $number }。這個時間不行，可以打“我的預約”再改。
booking-cancelled_by_partner = 你們 { $day } 的預約，對方取消了。編號：{ $number }。
booking-moved_elsewhere = 您在這裡約的預約，有人用編號和身份證號碼改到了 { $at }。編號：{ $number }。不是你們改的，請問登記處。
booking-cancelled_elsewhere = 您在這裡約的 { $day } 的預約，有人用編號和身份證號碼取消了。編號：{ $number }。不是你們取消的，請問登記處。
# $number: 编号；$day: 那一天
calendar-confirmed = 您的預約定下來了：{ $day } 上班。編號：{ $number }
calendar-closed = { $day } 不上班了。請打“我的預約”改一天，或者打電話問民政局。編號：{ $number }

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
    編號：{ $number }
    來不了，請打電話：{ $phone }
# 约在能办的最后一天的
reminder-evening_last =
    { reminder-evening }
    { reminder-last }
reminder-morning_last =
    { reminder-morning }
    { reminder-last }
reminder-last = 能辦的日子，{ $day } 是最後一天，以回執單和登記處為準。
reminder-details =
    地址：{ $address }
    要帶：
    { $lines }
    編號：{ $number }
    來不了，請打電話：{ $phone }
# $day: 约好的日子；$first、$last: 哪一天到哪一天可以领
calendar-outside = 放假的安排出來以後，{ $first } 到 { $last } 才能領離婚證，您約的 { $day } 不在裡面。請打“我的預約”改一天，或者打登記處的電話。編號：{ $number }
# $lines: 现在要带的，每样一行
rules-changed =
    規定有了變化，您 { $day } 的預約，現在要帶：
    { $lines }
    編號：{ $number }
# 短信：不写办什么事。$place: 哪里的民政局；$phone: 电话
sms-notice = 【{ $place }】您的預約有新的消息，編號 { $number }。請看預約頁面，或打電話 { $phone }。
