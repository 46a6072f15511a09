# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 我的预约：flows/appointments/flow.py

# $service: 服务的名称；$day: 哪一天；$at: 哪一天几点
appointments-one = { $service }，{ $day }
appointments-one_at = { $service }，{ $at }
appointments-booking = 要看哪一個預約？
    .label = 預約
    .none = 不看了
# 这里的“取消”和随时可用的命令是同一个词：先当作对这个问题的回答
appointments-wish = 這個預約，想怎麼辦？
    .label = 想怎麼辦
    .move = 改時間
    .cancel = 取消
    .keep = 不改
appointments-ticket_wish = 這個排隊號，想怎麼辦？要換一天，先取消這個，再取一個新的。
    .label = 想怎麼辦
    .cancel = 取消
    .keep = 不改
appointments-day = 想改到哪一天？
    .label = 新的日子
appointments-slot = 想改到幾點？
    .label = 新的時間
# $lines: 填过的各项，每项一行
appointments-summary =
    請核對：
    { $lines }

    都對嗎？都對，就給您改。
    .label = 核對
    .yes = 都對
appointments-really = 取消了不能恢復，要來得重新約。真的要取消嗎？
    .label = 真的取消
    .no = 不取消
    .yes = 取消

# $number: 编号；$day、$time、$office: 新的日子、几点、登记处；$provisional: 这一天是否还没有定
appointments-moved =
    改好了。
    編號：{ $number }
    時間：{ $day } { $time }
    地點：{ $office }
    原來的時間已經讓出來了。
    { booked-changes }{ day-provisional }
# $day: 原来的日子
appointments-cancelled = { $day } 的預約取消了。編號：{ $number }
appointments-kept = 好的，什麼都沒有改。
# $phone: 登记处的电话
appointments-too_late = 離約好的日子太近，網上不能改，也不能取消了。請打電話：{ $phone }，也可以轉人工。
