# 我的预约：flows/appointments/flow.py

# $service: 服务的名称；$day: 哪一天；$at: 哪一天几点
appointments-one = { $service }，{ $day }
appointments-one_at = { $service }，{ $at }
appointments-booking = 要看哪一个预约？
    .label = 预约
    .by_number = 用编号找
    .by_number-words = 编号|预约编号|有编号|我有编号|用预约编号找|按编号找|用编号查
    .none = 不看了
appointments-number = 预约编号是什么？在约好时的那条消息里，例如 JT261122-G4MUEJ。
    .label = 编号
    .lost = 编号没有了
    .lost-words = 没有编号|编号丢了|找不到编号|不记得|忘了
appointments-notice =
    再填预约里其中一位的身份证号码，只用来和这个预约核对。身份证号码是敏感个人信息，加密保存，办完这一次就不再留在这段对话里。
    同意在这里填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，问登记处
appointments-person = 请输入预约里其中一位的身份证号码。
    .label = 身份证号码
appointments-found = 接着想怎么办？
    .label = 找到的预约
    .other_number = 改编号
    .other_person = 改身份证号码
    .none = 不看了
# 这里的“取消”和随时可用的命令是同一个词：先当作对这个问题的回答
# $limited: 有没有最晚的一天；$last: 最晚哪一天能改
appointments-wish =
    { $limited ->
        [yes] 最晚 { $last } 可以改时间或取消。
       *[no] {""}
    }这个预约，想怎么办？
    .label = 想怎么办
    .move = 改时间
    .cancel = 取消
    .wait = 候补别的日子
    .wait-words = 候补|我要候补|等别的日子|等约满的日子|排候补
    .waiting = 看候补
    .waiting-words = 我的候补|退出候补|不候补了|候补到第几了
    .keep = 不改
appointments-ticket_wish = 这个排队号，想怎么办？要换一天，先取消这个，再取一个新的。
    .label = 想怎么办
    .cancel = 取消
    .keep = 不改
appointments-invited_wish = 这个时间还在等对方确认。想怎么办？
    .label = 想怎么办
    .cancel = 不约了
    .keep = 再等等
appointments-day = 想改到哪一天？
    .label = 新的日子
appointments-slot = 想改到几点？
    .label = 新的时间
# $lines: 填过的各项，每项一行
appointments-summary =
    请核对：
    { $lines }

    都对吗？都对，就给您改。
    .label = 核对
    .yes = 都对
appointments-really = 取消了不能恢复，要来得重新约。真的要取消吗？
    .label = 真的取消
    .no = 不取消
    .yes = 取消
appointments-wait_day = 想等哪一天？约满了的日子才要等。
    .label = 候补的日子
    .keep = 不等了
# $lines: 填过的各项，每项一行
appointments-wait_summary =
    请核对：
    { $lines }

    都对吗？都对，就给您排上。
    .label = 核对
    .yes = 都对
appointments-waiting = 要看哪一个候补？
    .label = 候补
    .keep = 不看了
appointments-offer = { offer-offer }
    .label = 留着的位子
    .take = 要
    .take-words = 我要|要了|要这个|要这个位子|是|是的|对|好|好的|行|可以|yes|ok
    .leave = 不要了，让给下一位
    .leave-words = 不要|不要了|让给下一位|让给别人|不用|不用了|不|no
    .later = 再想想
    .later-words = 以后再说|等一下|等等|先留着
# $day: 等的日子
appointments-sure = { offer-sure }
    .label = 真的退出
    .no = 不退出
    .yes = 退出

# $number: 编号；$day、$time、$office: 新的日子、几点、登记处；$provisional: 这一天是否还没有定
appointments-moved =
    改好了。
    编号：{ $number }
    时间：{ $day } { $time }
    地点：{ $office }
    原来的时间已经让出来了。{ waiting-ended }
    { booked-changes }{ day-provisional }
# $day: 原来的日子；$waited: 是不是还在等别的日子
appointments-cancelled = { $day } 的预约取消了。{ waiting-ended }编号：{ $number }
# $day: 等的日子；$before: 前面几位；$own: 约好的时间；$number: 编号
appointments-in_line =
    { $before ->
        [0] 排上了：{ $day }，您是第一位。
       *[other] 排上了：{ $day }，前面有 { $before } 位。
    }
    轮到您，会在这里告诉您，到时候打“候补名额”。您约好的 { $own } 不变。
    想看排到第几、想退出，打“候补名额”，或者打“我的预约”。编号：{ $number }
appointments-taken = { offer-taken }
appointments-left = { offer-left }
appointments-kept = 好的，什么都没有改。
# $phone: 登记处的电话
appointments-ask_office = 没有编号和身份证号码，网上找不到预约。请打登记处的电话：{ $phone }，报上姓名和约好的日子。也可以转人工。
# $phone: 登记处的电话
appointments-too_late = 离约好的日子太近，网上不能改，也不能取消了。请打电话：{ $phone }，也可以转人工。
