# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 我的预约：flows/appointments/flow.py

# $service: 服务的名称；$day: 哪一天；$at: 哪一天几点
appointments-one = { $service }，{ $day }
appointments-one_at = { $service }，{ $at }
appointments-booking = 要看哪一個預約？
    .label = 預約
    .by_number = 用編號找
    .by_number-words = 編號|預約編號|有編號|我有編號|用預約編號找|按編號找|用編號查
    .none = 不看了
appointments-number = 預約編號是什麼？在約好時的那條消息裡，例如 JT261122-G4MUEJ。
    .label = 編號
    .lost = 編號沒有了
    .lost-words = 沒有編號|編號丟了|找不到編號|不記得|忘了
appointments-notice =
    再填預約裡其中一位的身份證號碼，只用來和這個預約核對。身份證號碼是敏感個人信息，加密保存，辦完這一次就不再留在這段對話裡。
    同意在這裡填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，問登記處
appointments-person = 請輸入預約裡其中一位的身份證號碼。
    .label = 身份證號碼
appointments-found = 接著想怎麼辦？
    .label = 找到的預約
    .other_number = 改編號
    .other_person = 改身份證號碼
    .none = 不看了
# 这里的“取消”和随时可用的命令是同一个词：先当作对这个问题的回答
# $limited: 有没有最晚的一天；$last: 最晚哪一天能改
appointments-wish =
    { $limited ->
        [yes] 最晚 { $last } 可以改時間或取消。
       *[no] {""}
    }這個預約，想怎麼辦？
    .label = 想怎麼辦
    .move = 改時間
    .cancel = 取消
    .wait = 候補別的日子
    .wait-words = 候補|我要候補|等別的日子|等約滿的日子|排候補
    .waiting = 看候補
    .waiting-words = 我的候補|退出候補|不候補了|候補到第幾了
    .keep = 不改
appointments-ticket_wish = 這個排隊號，想怎麼辦？要換一天，先取消這個，再取一個新的。
    .label = 想怎麼辦
    .cancel = 取消
    .keep = 不改
appointments-invited_wish = 這個時間還在等對方確認。想怎麼辦？
    .label = 想怎麼辦
    .cancel = 不約了
    .keep = 再等等
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
appointments-wait_day = 想等哪一天？約滿了的日子才要等。
    .label = 候補的日子
    .keep = 不等了
# $lines: 填过的各项，每项一行
appointments-wait_summary =
    請核對：
    { $lines }

    都對嗎？都對，就給您排上。
    .label = 核對
    .yes = 都對
appointments-waiting = 要看哪一個候補？
    .label = 候補
    .keep = 不看了
appointments-offer = { offer-offer }
    .label = 留著的位子
    .take = 要
    .take-words = 我要|要了|要這個|要這個位子|是|是的|對|好|好的|行|可以|yes|ok
    .leave = 不要了，讓給下一位
    .leave-words = 不要|不要了|讓給下一位|讓給別人|不用|不用了|不|no
    .later = 再想想
    .later-words = 以後再說|等一下|等等|先留著
# $day: 等的日子
appointments-sure = { offer-sure }
    .label = 真的退出
    .no = 不退出
    .yes = 退出

# $number: 编号；$day、$time、$office: 新的日子、几点、登记处；$provisional: 这一天是否还没有定
appointments-moved =
    改好了。
    編號：{ $number }
    時間：{ $day } { $time }
    地點：{ $office }
    原來的時間已經讓出來了。{ waiting-ended }
    { booked-changes }{ day-provisional }
# $day: 原来的日子；$waited: 是不是还在等别的日子
appointments-cancelled = { $day } 的預約取消了。{ waiting-ended }編號：{ $number }
# $day: 等的日子；$before: 前面几位；$own: 约好的时间；$number: 编号
appointments-in_line =
    { $before ->
        [0] 排上了：{ $day }，您是第一位。
       *[other] 排上了：{ $day }，前面有 { $before } 位。
    }
    輪到您，會在這裡告訴您，到時候打“候補名額”。您約好的 { $own } 不變。
    想看排到第幾、想退出，打“候補名額”，或者打“我的預約”。編號：{ $number }
appointments-taken = { offer-taken }
appointments-left = { offer-left }
appointments-kept = 好的，什麼都沒有改。
# $phone: 登记处的电话
appointments-ask_office = 沒有編號和身份證號碼，網上找不到預約。請打登記處的電話：{ $phone }，報上姓名和約好的日子。也可以轉人工。
# $phone: 登记处的电话
appointments-too_late = 離約好的日子太近，網上不能改，也不能取消了。請打電話：{ $phone }，也可以轉人工。
