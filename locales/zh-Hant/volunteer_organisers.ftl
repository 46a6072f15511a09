# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 志愿服务的负责人：登记、确认时长、异议。代码：bot/volunteers/records.py、flows/volunteers/

## 记录有了变化，在志愿者和负责人自己的对话里说

# $organisation: 组织的名称；$n: 几条；$length: 共多久
records-confirmed = { $organisation }確認了您的志願服務記錄：{ $n } 條，共 { $length }。想看，打“我的時長”。
# $day、$from、$to、$next_day: 哪一条；$organisation: 组织的名称
records-disputed = { $organisation }的一條志願服務記錄有人提出了異議：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }。想看，想回復，打“時長有異議”。
# $has_why: 写没写原因（yes、no）；$why: 原因
records-withdrawn = { $organisation }的一條志願服務記錄已經撤銷，不再算時長：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }。{ $has_why ->
        [yes] 原因：{ $why }
       *[no] {""}
    }
# $length: 更正后是多久
records-corrected = { $organisation }更正了您的一條志願服務記錄：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }，共 { $length }。覺得不對，打“時長有異議”。
# $number: 证明的编号
records-certificate_revoked = 志願服務記錄證明 { $number } 作廢了，因為裡面有一條記錄變了。記錄確認以後，可以重新開一份。

## 负责人登记：flows/volunteers/organiser_flow.py

organiser-code = 民政局給您的負責人碼是什麼？一共八個字母或數字，例如 7K3M-Q2XD。
    .label = 負責人碼
    .lost = 沒有負責人碼
    .lost-words = 負責人碼丟了|不知道|沒收到|找不到
# $organisation: 组织的名称
organiser-speak_for = 我是{ $organisation }的負責人
organiser-organisation = 是這個組織嗎？登記以後，您在這裡說的，就是替它說的。
    .label = 組織
    .other_code = 改負責人碼
    .none = 先不登記
organiser-speaks = 是這個組織
organiser-notice =
    還要填您的身份證號碼，只用來保證沒有人給自己確認時長。
    身份證號碼是敏感個人信息；系統只留下加密後的比對值，不留號碼。{ notice-kept }
    同意在這裡填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 先不填
organiser-id = 您的身份證號碼是？
    .label = 您的身份證號碼
organiser-linked = 登記好了，您現在是{ $organisation }的負責人。要確認志願者的時長，隨時打“確認時長”。
organiser-later = 好的，先不登記。要登記的時候，再打“負責人登記”。
organiser-ask_again = 負責人碼由民政局給。請民政局再發一個，收到了，再打“負責人登記”。
organiser-over = 這個負責人碼現在用不了：可能輸錯了，可能已經過了時間，也可能已經用過。請核對一下，或者請民政局再發一個。
organiser-too_often = 試得太多了，請過一個小時再試。著急的話，可以轉人工。
organiser-none = 您在這裡還不是哪個志願服務組織的負責人。有民政局給的負責人碼，就先登記。

## 确认时长：flows/volunteers/countersign_flow.py

countersign-organisation = 替哪個組織確認？
    .label = 組織
countersign-this = 已選
# $who: 谁；$day、$from、$to、$next_day: 什么时候；$length: 多久；$what: 做什么；$checked: 身份核对过没有（yes、no）
countersign-line = { $who } { $day } { $from }–{ $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    } { $length } { $what }{ $checked ->
        [yes] {""}
       *[no] （身份還沒核對）
    }
# $n: 一共几条；$shown: 这里几条；$own: 有没有自己的（yes、no）
countersign-waiting = { $n } 條等您確認，這裡是 { $shown } 條。{ $own ->
        [yes] 您自己的要由別的負責人確認。
       *[no] {""}
    }
countersign-none = 現在沒有要您確認的。{ $own ->
        [yes] 您自己的要由別的負責人確認。
       *[no] {""}
    }
countersign-which = 哪幾條對？比如“全部”“1 3 5”“除了2”“2不對，其他都對”。
    .label = 哪幾條對
    .all = 全部都對
    .all-words = 全部|都對|全對
    .later = 先不確認
some_of-unclear = 沒看清楚哪幾條對、哪幾條不對。比如“全部都對”，或者“1 3 5 對，2 不對”。
# $n: 说的第几条；$count: 一共几条
some_of-no_such_line = 沒有第 { $n } 條，一共 { $count } 條。請再說一次。
countersign-how = 這一條怎麼不對？
    .label = 怎麼不對
    .time = 時間不對，要更正
    .not_there = 沒有來，不算
    .talk = 對不上，要再問清楚
countersign-how_all = 這幾條怎麼不對？時間不對的，請一次改一條。
    .label = 怎麼不對
    .not_there = 都沒有來，不算
    .talk = 對不上，要再問清楚
countersign-begins = 幾點開始的？比如“上午9點”或者“14:30”。
    .label = 開始
countersign-ends = 幾點結束的？
    .label = 結束
countersign-minutes = 實際服務了多少分鐘？路上和等的時間不算。
    .label = 實際分鐘
    .whole = 從頭到尾都在服務
countersign-notice = 您寫的話會給志願者和民政局的工作人員看，只用來核對這一條，加密保存。同意寫嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不寫了
countersign-words = 請寫一句原因，志願者看得到。
    .label = 原因
# $n: 几条；$length: 共多久；$lines: 对的；$against: 不对的；$how: 不对的怎么办；$unchecked: 几个人身份没核对；$from、$to、$next_day、$day、$corrected: 更正后
countersign-read_back =
    { $n ->
        [0] 沒有要確認的。
       *[other]
            確認 { $n } 條，共 { $length }：
            { $lines }
    }
    { $how ->
        [time]
            更正成 { $day } { $from }–{ $to }，{ $corrected }：
            { $against }
        [not_there]
            撤銷，不算時長：
            { $against }
        [talk]
            和志願者核對：
            { $against }
       *[none] {""}
    }{ $unchecked ->
        [0] {""}
       *[other] { $unchecked } 位志願者的身份證還沒有核對過。
    }
countersign-sure = 是這樣嗎？
    .label = 核對
    .again = 不是，重新選
countersign-yes = 是
countersign-seen = 是，身份證我也都看過了
# $n: 这次确认了几条；$others: 别的负责人先确认了几条；$length: 共多久；$how、$against: 不对的怎么办了，几条
countersign-done = 辦好了。確認了 { $n } 條，共 { $length }。{ $others ->
        [0] {""}
       *[other] 另有 { $others } 條已經有人先處理了。
    }{ $how ->
        [time] 更正了 { $against } 條，已經告訴志願者。
        [not_there] 撤銷了 { $against } 條，已經告訴志願者。
        [talk] { $against } 條已經轉給志願者核對。
       *[none] {""}
    }
countersign-later = 好的，先不確認。想確認的時候，再打“確認時長”。
# $n: 几条；$day: 哪一天以前
countersign-soon = 有 { $n } 條志願服務記錄，{ $day } 以前要確認。請打“確認時長”。
# $day、$from、$to、$next_day: 哪一条
countersign-late = 您 { $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    } 的志願服務記錄，組織沒有按時確認。民政局已經知道，會去問。

## 时长有异议：flows/volunteers/dispute_flow.py

dispute-entry = 要說哪一條？
    .label = 哪一條
    .none = 先不說
dispute-this = 已選
dispute-nothing_there = 現在沒有可以說的記錄。
dispute-what = 接著想怎麼辦？
    .label = 怎麼辦
    .none = 先不說
dispute-way = 怎麼辦
    .say = 寫幾句
    .confirm = 核對過了，確認
    .withdraw = 撤銷這一條
dispute-notice = 您寫的話會給對方和民政局的工作人員看，只用來核對這一條，加密保存。同意寫嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不寫了
dispute-words = 請寫清楚，對方看得到。比如“那天我服務到12點”。
    .label = 要說的
dispute-done = { $what ->
        [confirm] 確認好了，已經告訴志願者。
        [withdraw] 撤銷好了，已經告訴志願者。
       *[say] 記下了，已經告訴對方。有回覆，會在這裡告訴您。
    }
dispute-nothing = 好的，什麼也沒有改。
# $day、$from、$to、$next_day: 什么时候；$length: 多久；$state: 现在怎样
dispute-one = { $day } { $from }–{ $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    } { $length }（{ $state }）
dispute-state = 狀態
    .waiting = 待確認
    .confirmed = 已確認
    .disputed = 有異議
    .withdrawn = 已撤銷
    .replaced = 已更正
# $entry: 哪一条；$n: 几句；$lines: 说过的话
dispute-thread = { $n ->
        [0] { $entry }。還沒有人說什麼。
       *[other]
            { $entry }
            { $lines }
    }
# $who: 哪一方；$text: 说的话；$at: 什么时候
dispute-line = { $who }（{ $at }）：{ $text }
dispute-side = 誰
    .volunteer = 志願者
    .organiser = 負責人
    .bureau = 民政局
record-over = 這一條記錄現在不能改了，可能已經撤銷或者更正了。

## 志愿服务的页面：bot/web/desk_volunteers.py

desk-volunteers = 志願服務
desk-volunteers_waiting = 有異議、沒按時確認的
desk-volunteers_nothing = 現在沒有。
desk-volunteers_late = 沒按時確認
desk-volunteers_reason = 原因（兩邊都看得到）
desk-volunteers_confirm = 確認
desk-volunteers_withdraw = 撤銷
desk-volunteers_number = 志願者編號
desk-volunteers_check = 身份證已核對
desk-volunteers_name = 組織的名稱
desk-volunteers_where = 在哪裡
desk-volunteers_county = 全縣
desk-volunteers_add = 添加組織
desk-volunteers_organiser = 負責人的姓名
desk-volunteers_invite = 生成負責人碼
desk-volunteers_code = 負責人碼，只顯示這一次，7 天內有效：
desk-volunteers_remove = 取消負責人
desk-volunteers_invited = 還沒登記
desk-volunteers_linked = 已登記
desk-did_not_own_organisation = 沒有這個組織，或者不歸這裡管。
desk-did_no_name = 請寫名稱，最多 60 個字。
desk-did_organisation_there = 已經有叫這個名稱的組織。
desk-did_no_volunteer = 沒有這個編號的志願者，或者不歸這裡管。
desk-did_no_reason = 請寫原因，最多 1000 個字。
desk-did_entry_over = 這一條已經處理過了。
desk-did_checked = 記下了，身份已核對。
desk-did_checked_before = 以前已經核對過。

desk-did_organisation_added = 添加了志願服務組織
desk-did_organisation_closed = 關掉了志願服務組織
desk-did_organiser_added = 給了負責人碼
desk-did_organiser_removed = 取消了負責人
desk-did_volunteer_checked = 核對了志願者的身份
