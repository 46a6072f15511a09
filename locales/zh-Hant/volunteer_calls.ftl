# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 派单（社工+志愿者）：flows/volunteers/help_out_flow.py、bot/volunteers/dispatching.py

help_out-call = 哪一次？
    .label = 派單
# $kind: 服务类别；$township: 乡镇；$what: 做什么；$state: accepted 是答应了去的；其余见 help_out-need
help_out-one = { $day } { $from }，{ $what }（{ $township }）{ $state ->
        [accepted] ，已答應
       *[asked] {""}
    }
help_out-county = 全縣
# $kind: 服务类别；$what: 做什么；$township: 乡镇；$day、$from、$to: 时间；$next_day: 到第二天（yes、no）；$organisation: 组织单位；$urgent: 急不急（yes、no）
help_out-need =
    { $urgent ->
        [yes] 急事：
       *[other] {""}
    }{ $what }
    { $kind }，{ $township }
    { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }
    { $organisation }組織
# $need: help_out-need
help_out-asked =
    有人需要幫忙，問問您能不能去：
    { $need }
    去不去都行，打“接派單”告訴我們。以後不想收這樣的消息，打“別再問我”。
# $where: 在哪里；$ask: 到了找谁；其余见 help_out-need
help_out-accepted =
    您答應了去：{ $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }，{ $kind }。
    地點：{ $where }
    到了找：{ $ask }
    做完了打“記時長”。去不了了，打“接派單”說一聲，我們馬上再問別人。
help_out-where_to = { help_out-accepted }
help_out-answer = 您去嗎？
    .label = 去不去
    .later = 先不答
help_out-way =
    .accept = 我去
    .accept-words = 去|能去|我能去|可以|能來|我來|答應|接|接單
    .decline = 這次去不了
    .decline-words = 不去|去不了|沒空|沒時間|來不了|不行|不能去|這次不行
    .give_up = 去不了了
    .give_up-words = 不去了|去不了|來不了|有事去不了|臨時有事|沒空
    .no_more = 以後別再問我
    .no_more-words = 別再問我|不要再問我|不要再派單|別再派單|不再接收求助消息|不再派單|別問我了
help_out-later = 好的。想好了打“接派單”。
help_out-declined = 好的，這次不去。謝謝您告訴我們。
# $ask: 到了找谁
help_out-given_up = 好的，我們馬上再問別人。謝謝您早點告訴我們。
help_out-no_more = 好的，以後不再問您。已經答應了去的還算數。想再接收，打“我的志願者信息”。
help_out-none = 現在沒有問到您的求助。有了會在這裡告訴您。
help_out-too_late = 這次人已經夠了，或者時間過了，不用去了。謝謝您。
help_out-busy = 那個時間您已經有別的安排了。先退出一個，再來接這個。
# $kind: 服务类别；$day、$from、$to、$next_day: 时间
help_out-filled = { $day } { $from } 的求助（{ $kind }），人已經夠了，這次不用去了。謝謝您。
help_out-called_off = { $day } { $from } 的求助（{ $kind }）取消了，不用去了。謝謝您。

## 工作台：派单

desk-dispatch = 派單
desk-dispatch_new = 請志願者幫忙
desk-dispatch_hint = 消息裡只寫做什麼、哪個鄉鎮、什麼時候，不寫幫誰；地點和聯繫人只告訴答應去的人。晚上不問，急事除外。
desk-dispatch_kind = 服務類別
desk-dispatch_what = 做什麼
desk-dispatch_what_hint = 如：陪診、送餐、尋人。不寫幫誰
desk-dispatch_township = 鄉鎮
desk-dispatch_county = 全縣
desk-dispatch_where = 地點
desk-dispatch_ask = 到了找誰、電話
desk-dispatch_day = 哪一天
desk-dispatch_since = 從
desk-dispatch_until = 到
desk-dispatch_needed = 要幾個人
desk-dispatch_urgent = 急事，晚上也問
desk-dispatch_organisation = 組織單位
desk-dispatch_send = 發出
desk-dispatch_open = 正在派的
desk-dispatch_past = 以前的
desk-dispatch_nothing = 沒有。
desk-dispatch_no_organisation = 還沒有登記的組織單位，先登記再派單。
desk-dispatch_unclear = 還沒有寫全，或者寫得不對。請看一看再發。
desk-dispatch_too_late = 時間已經過了。
desk-dispatch_when = 一次不超過一天，也不能在三個月以後。請看一看時間。
# $most: 最多几个人
dispatch-how_many = 一次最多請 { $most } 個人。
# $day、$from、$to: 时间；$next_day: 到第二天（yes、no）
dispatch-span = { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }
desk-dispatch_of = 要
desk-dispatch_come = 答應去
desk-dispatch_asked = 問了
desk-dispatch_declined = 去不了
desk-dispatch_cancel = 取消
desk-dispatch_is_urgent = 急
desk-dispatch_asking = 正在問
desk-dispatch_filled = 人夠了
desk-dispatch_lapsed = 時間到了
desk-dispatch_cancelled = 已取消
desk-did_call_made = 派單
desk-did_call_cancelled = 取消派單
desk-dispatch_requested = 老人提的，等發出
desk-dispatch_release = 發出
desk-did_call_released = 發出老人提的派單

help_out-no_volunteer = { volunteer-none }
