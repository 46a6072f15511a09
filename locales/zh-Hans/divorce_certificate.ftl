# 离婚发证：flows/divorce/certificate_flow.py。日期都要说“以回执单和登记处为准”；过了期也不说“已视为撤回”

divorce_certificate-notice =
    约离婚发证，民政局要用回执单的日期来算日子；要约时间，还要用两位的姓名和身份证号码。电话可以不留。
    身份证号码是敏感个人信息，加密保存。{ notice-kept }
    同意在这里填吗？不同意，也可以直接到登记处。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，直接到登记处
divorce_certificate-receipt_day = 《离婚登记申请受理回执单》上是哪一天？
    .label = 回执单的日期
    .unknown = 不记得了
# $first、$last: 哪一天到哪一天可以领；$provisional: 日期是否还没有定（另有 $receipt、$withdraw 可用）
divorce_certificate-plan =
    { $first } 到 { $last } 可以领离婚证。{ dates-provisional }以回执单和登记处为准。
    想怎么来？
    .label = 怎么来
    .slot = 约一个时间
    .slot-words = 约|预约|约时间
    .walk_in = 不约时间，取现场排队号
    .walk_in-words = 不约|不约时间|不预约|排队|取号|现场排队
    .dates = 只看看日期
divorce_certificate-later_plan =
    { $first } 到 { $last } 可以领离婚证。{ dates-provisional }以回执单和登记处为准。
    还早，现在约不了时间。想怎么来？
    .label = 怎么来
    .walk_in = 先取那时的现场排队号
    .dates = 只看看日期
divorce_certificate-last_plan =
    最晚 { $last } 办，约时间来不及了，不约也可以来。{ dates-provisional }以回执单和登记处为准。
    想怎么来？
    .label = 怎么来
    .walk_in = 取现场排队号
    .dates = 只看看日期
divorce_certificate-papers = 这几样，哪些在手边？可以选几样。
    .label = 在手边的
    .id_cards = 两人的身份证，没过期
    .certificates = 结婚证
    .receipt = 《离婚登记申请受理回执单》
    .agreement = 离婚协议
    .none = 都不在
divorce_certificate-first_name = 您的姓名是？
    .label = 您的姓名
divorce_certificate-first_id = 您的身份证号码是？
    .label = 您的身份证号码
divorce_certificate-second_name = 对方的姓名是？
    .label = 对方的姓名
divorce_certificate-second_id = 对方的身份证号码是？
    .label = 对方的身份证号码
# $first、$last: 哪一天到哪一天可以领；$provisional: 日期是否还没有定（另有 $receipt、$withdraw 可用）
divorce_certificate-day =
    { $first } 到 { $last } 可以领离婚证。{ dates-provisional }以回执单和登记处为准。
    想哪一天来？
    .label = 哪一天
    .walk_in = 不约时间，取现场排队号
divorce_certificate-slot = 想几点来？
    .label = 几点
divorce_certificate-phone = 请留一个能联系到您的电话，不留也可以。
    .label = 电话
    .none = 不留电话
# $lines: 填过的各项，每项一行
divorce_certificate-summary =
    请核对：
    { $lines }

    { counting-before }

    都对吗？都对，就给您约上。
    .label = 核对
    .yes = 都对
divorce_certificate-walk_in_day =
    { $first } 到 { $last } 可以领离婚证。{ dates-provisional }以回执单和登记处为准。
    想取哪一天的排队号？
    .label = 来的那一天
    .person = 没有合适的日子，找工作人员
divorce_certificate-walk_in_phone = 请留一个能联系到您的电话，不留也可以。
    .label = 电话
    .none = 不留电话
divorce_certificate-walk_in_summary =
    请核对：
    { $lines }

    都对吗？都对，就给您取号。
    .label = 核对
    .yes = 都对
divorce_certificate-reach = 日期要工作人员帮您看一看。怎么打电话联系您？
    .label = 联系电话
    .none = 不留电话

# $first、$last: 哪一天到哪一天可以领
divorce_certificate-outside = 请选 { $first } 到 { $last } 之间的日子。以回执单和登记处为准。
dates-provisional =
    { $provisional ->
        [yes] 有的日子放假安排还没公布，日期可能会变。
       *[no] {""}
    }
# 除预约的结果外，另有 $receipt、$withdraw、$first、$last
divorce_certificate-booked =
    约好了。
    { booked-details }
    两位要一起来，就到当初申请的登记处。
    最晚 { $last } 办，以回执单和登记处为准。
divorce_certificate-ticket =
    取好号了。
    { ticket-details }
    两位要一起来，就到当初申请的登记处。
    最晚 { $last } 办，以回执单和登记处为准。
# $receipt: 回执单的日期；$withdraw: 最晚哪一天撤回；$first、$last: 哪一天到哪一天可以领
divorce_certificate-dates =
    回执单的日期：{ $receipt }
    想撤回，最晚：{ $withdraw }
    领离婚证，最早：{ $first }
    领离婚证，最晚：{ $last }
    { dates-provisional }两位要一起到当初申请的登记处。日期以回执单和登记处为准。
    要提醒，打“看日子”。
# $receipt: 回执单的日期；$office、$phone: 登记处
divorce_certificate-start_again =
    照 { $receipt } 的回执单算，领离婚证的日子早就过了，多半要重新申请离婚登记。
    请到登记处问一问，或者打电话：{ $phone }
    日期填错了，就再打一次“离婚发证”。
divorce_certificate-office_today =
    日子很紧。{ $open ->
        [yes] 请两位今天就一起到当初申请的登记处
       *[no] 登记处 { $opens } 上班，请两位一上班就一起到当初申请的登记处
    }，带上身份证、结婚证、回执单和离婚协议。
    能不能办，工作人员当面看。以回执单和登记处为准。
    已经当急事转给工作人员。
    { handoff-details }
# $office、$address、$phone: 登记处
divorce_certificate-at_the_office =
    好的。请两位带身份证、结婚证、回执单和离婚协议，一起到当初申请的登记处。
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
divorce_certificate-to_a_person =
    好的，已经当急事转给工作人员，会帮您看日期。
    { handoff-details }
    日子紧的话，不用等回复，请两位早点到当初申请的登记处问。日期以回执单和登记处为准。
