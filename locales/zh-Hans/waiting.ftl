# 候补：约满的日子等空出来的位子。代码：flows/waiting.py、bot/waiting.py

## 选项和后面的小字

# $n: 几位在等
option-waiting =
    { $n ->
        [0] 还没有人等
       *[other] { $n } 位在等
    }
# $day: 等的日子；$before: 前面几位
option-place =
    { $before ->
        [0] { $day }（第一位）
       *[other] { $day }（前面 { $before } 位）
    }
# $waits: 等的各天
option-waits = 候补：{ $waits }
# $at: 留着的是哪天几点；$until: 留到什么时候
option-held = { $at } 的位子，留到 { $until }

## 排上以前

# $day: 等的日子；$before: 前面几位；$minutes: 留多少分钟；$own: 现在约的时间
wait-place =
    { $before ->
        [0] 等 { $day } 的，还没有别人，您是第一位。
       *[other] 等 { $day } 的，前面有 { $before } 位。
    }有人退了，按先后给人留着，最多 { $minutes } 分钟，夜里不算；等不等得到，说不准。没要别的位子以前，您约好的 { $own } 一直是您的。
# $day: 哪一天
wait-has_seats = { $day } 还有空位，不用等。打“返回”，选“改时间”就能约。
wait-already = { $day } 您已经约了，或者已经在等了，请换一天。
wait-too_near = { $day } 太近了，来不及等了，请换一天。
# $most: 最多几天
wait-most = 一个预约最多等 { $most } 天。要等别的日子，先退出一天。
wait-nothing_full = 现在没有等得了的日子：约满了，又不太近的，才能等。有空位的日子，打“返回”，选“改时间”就能约。
wait-none = 现在没有给您留的位子，您也没有在等哪一天。

## 以后告诉的

# $at: 留着的是哪天几点；$until: 留到什么时候；$own: 现在约的时间；$number: 编号
waiting-offer =
    您等的日子有位子了：{ $at }。给您留到 { $until }。
    要，打“候补名额”；不要，也打“候补名额”，好让给下一位。过了时间没要，就不留了。
    您原来约的 { $own } 不变，要了新的才让出来。编号：{ $number }
# $day: 等的日子；$own: 现在约的时间；$number: 编号
waiting-lapsed = { $day } 给您留的位子，时间过了，不再留了。您原来约的 { $own } 不变。还想要那一天，打“我的预约”看看。编号：{ $number }
waiting-over = { $day } 没有等到位子，候补结束了。您原来约的 { $own } 不变。编号：{ $number }
waiting-closed = { $day } 登记处不上班了，这一天的候补结束了。您原来约的 { $own } 不变。编号：{ $number }
offer-over = 这个位子已经不给您留了：时间过了，或者那一天有变化。您的预约没有改动。
# $waited: 是不是还在等别的日子
waiting-ended =
    { $waited ->
        [yes] 候补也结束了。
       *[no] {""}
    }
# $place: 哪里的民政局；$until: 到什么时候；$number: 编号；$phone: 电话
sms-notice_until = 【{ $place }】您的预约有新的消息，编号 { $number }，请在 { $until } 以前看预约页面，或打电话 { $phone }。

## 窗口

# $n: 几位在等
counter-in_line = 候补：{ $n } 位
