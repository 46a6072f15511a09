# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 候补名额：flows/offer/flow.py

offer-waiting = 要看哪一個候補？
    .label = 候補
    .keep = 不看了
# $at: 留着的是哪天几点；$until: 留到什么时候
offer-offer = { $at } 的位子，給您留到 { $until }。要的話，您的預約就改到這個時間，原來的時間讓出來。要嗎？
    .label = 留著的位子
    .take = 要
    .take-words = 我要|要了|要這個|要這個位子|是|是的|對|好|好的|行|可以|yes|ok
    .leave = 不要了，讓給下一位
    .leave-words = 不要|不要了|讓給下一位|讓給別人|不用|不用了|不|no
    .later = 再想想
    .later-words = 以後再說|等一下|等等|先留著
# $day: 等的日子
offer-sure = 退出以後，{ $day } 的位子就讓給後面的人，再想等，要從頭排。真的退出嗎？
    .label = 真的退出
    .no = 不退出
    .yes = 退出

# $number: 编号；$day、$time、$office: 新的日子、几点、登记处；$waited: 是不是还在等别的日子；$provisional: 这一天是否还没有定
offer-taken =
    改好了，這個位子是您的了。
    編號：{ $number }
    時間：{ $day } { $time }
    地點：{ $office }
    原來的時間已經讓出來了。{ waiting-ended }
    { booked-changes }{ day-provisional }
# $day: 等的日子
offer-left = 好的，{ $day } 不等了。您原來的預約不變。
offer-kept = 好的，什麼都沒有改。給您留的位子，過了時間就讓給下一位。
