# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 候补：约满的日子等空出来的位子。代码：flows/waiting.py、bot/waiting.py

## 选项和后面的小字

# $n: 几位在等
option-waiting =
    { $n ->
        [0] 還沒有人等
       *[other] { $n } 位在等
    }
# $day: 等的日子；$before: 前面几位
option-place =
    { $before ->
        [0] { $day }（第一位）
       *[other] { $day }（前面 { $before } 位）
    }
# $waits: 等的各天
option-waits = 候補：{ $waits }
# $at: 留着的是哪天几点；$until: 留到什么时候
option-held = { $at } 的位子，留到 { $until }

## 排上以前

# $day: 等的日子；$before: 前面几位；$minutes: 留多少分钟；$own: 现在约的时间
wait-place =
    { $before ->
        [0] 等 { $day } 的，還沒有別人，您是第一位。
       *[other] 等 { $day } 的，前面有 { $before } 位。
    }有人退了，按先後給人留著，最多 { $minutes } 分鐘，夜裡不算；等不等得到，說不準。沒要別的位子以前，您約好的 { $own } 一直是您的。
# $day: 哪一天
wait-has_seats = { $day } 還有空位，不用等。打“返回”，選“改時間”就能約。
wait-already = { $day } 您已經約了，或者已經在等了，請換一天。
wait-too_near = { $day } 太近了，來不及等了，請換一天。
# $most: 最多几天
wait-most = 一個預約最多等 { $most } 天。要等別的日子，先退出一天。
wait-nothing_full = 現在沒有等得了的日子：約滿了，又不太近的，才能等。有空位的日子，打“返回”，選“改時間”就能約。
wait-none = 現在沒有給您留的位子，您也沒有在等哪一天。

## 以后告诉的

# $at: 留着的是哪天几点；$until: 留到什么时候；$own: 现在约的时间；$number: 编号
waiting-offer =
    您等的日子有位子了：{ $at }。給您留到 { $until }。
    要，打“候補名額”；不要，也打“候補名額”，好讓給下一位。過了時間沒要，就不留了。
    您原來約的 { $own } 不變，要了新的才讓出來。編號：{ $number }
# $day: 等的日子；$own: 现在约的时间；$number: 编号
waiting-lapsed = { $day } 給您留的位子，時間過了，不再留了。您原來約的 { $own } 不變。還想要那一天，打“我的預約”看看。編號：{ $number }
waiting-over = { $day } 沒有等到位子，候補結束了。您原來約的 { $own } 不變。編號：{ $number }
waiting-closed = { $day } 登記處不上班了，這一天的候補結束了。您原來約的 { $own } 不變。編號：{ $number }
offer-over = 這個位子已經不給您留了：時間過了，或者那一天有變化。您的預約沒有改動。
# $waited: 是不是还在等别的日子
waiting-ended =
    { $waited ->
        [yes] 候補也結束了。
       *[no] {""}
    }
# $place: 哪里的民政局；$until: 到什么时候；$number: 编号；$phone: 电话
sms-notice_until = 【{ $place }】您的預約有新的消息，編號 { $number }，請在 { $until } 以前看預約頁面，或打電話 { $phone }。

## 窗口

# $n: 几位在等
counter-in_line = 候補：{ $n } 位
