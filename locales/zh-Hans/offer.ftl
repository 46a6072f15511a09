# 候补名额：flows/offer/flow.py

offer-waiting = 要看哪一个候补？
    .label = 候补
    .keep = 不看了
# $at: 留着的是哪天几点；$until: 留到什么时候
offer-offer = { $at } 的位子，给您留到 { $until }。要的话，您的预约就改到这个时间，原来的时间让出来。要吗？
    .label = 留着的位子
    .take = 要
    .take-words = 我要|要了|要这个|要这个位子|是|是的|对|好|好的|行|可以|yes|ok
    .leave = 不要了，让给下一位
    .leave-words = 不要|不要了|让给下一位|让给别人|不用|不用了|不|no
    .later = 再想想
    .later-words = 以后再说|等一下|等等|先留着
# $day: 等的日子
offer-sure = 退出以后，{ $day } 的位子就让给后面的人，再想等，要从头排。真的退出吗？
    .label = 真的退出
    .no = 不退出
    .yes = 退出

# $number: 编号；$day、$time、$office: 新的日子、几点、登记处；$waited: 是不是还在等别的日子；$provisional: 这一天是否还没有定
offer-taken =
    改好了，这个位子是您的了。
    编号：{ $number }
    时间：{ $day } { $time }
    地点：{ $office }
    原来的时间已经让出来了。{ waiting-ended }
    { booked-changes }{ day-provisional }
# $day: 等的日子
offer-left = 好的，{ $day } 不等了。您原来的预约不变。
offer-kept = 好的，什么都没有改。给您留的位子，过了时间就让给下一位。
