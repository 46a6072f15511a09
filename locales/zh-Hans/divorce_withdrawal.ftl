# 撤回离婚登记申请：flows/divorce/withdrawal_flow.py

divorce_withdrawal-notice =
    撤回离婚登记申请，一个人来就可以办，到当初申请的登记处，带身份证和回执单；回执单丢了，到现场写一份书面说明。我们不会通知对方。
    民政局要用回执单的日期和一个电话，只用来算日子、排队。电话可以不留，留了加密保存。{ notice-kept }
    同意在这里填吗？不同意，也可以直接到登记处。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，直接到登记处
divorce_withdrawal-receipt_day = 《离婚登记申请受理回执单》上是哪一天？
    .label = 回执单的日期
    .unknown = 不记得了
# $withdraw: 最晚哪一天；$provisional: 日期是否还没有定（另有 $receipt、$first、$last 可用）
divorce_withdrawal-day =
    最晚 { $withdraw } 撤回。{ dates-provisional }以回执单和登记处为准。
    想哪一天来？
    .label = 来的那一天
    .person = 没有合适的日子，找工作人员
divorce_withdrawal-phone = 请留一个您自己接的电话，不留也可以。
    .label = 电话
    .none = 不留电话
# $lines: 填过的各项，每项一行
divorce_withdrawal-summary =
    请核对：
    { $lines }

    都对吗？都对，就给您取号。
    .label = 核对
    .yes = 都对
divorce_withdrawal-reach = 日期要工作人员帮您看一看。请留一个您自己接的电话，不留也可以。
    .label = 联系电话
    .none = 不留电话

# $last: 最晚哪一天
divorce_withdrawal-outside = 请选 { $last } 或者以前的日子。以回执单和登记处为准。
# 除排队号的结果外，另有 $receipt、$withdraw、$first、$last
divorce_withdrawal-ticket =
    取好号了。
    { ticket-details }
    您一个人来就行，要到当初申请的登记处。我们不会通知对方。
    最晚 { $withdraw } 撤回，以回执单和登记处为准。
    不想让人看到这一页，打“快速退出”。
# $office、$address、$phone: 登记处
divorce_withdrawal-at_the_office =
    好的。请您带身份证和回执单，到当初申请的登记处。一个人来就行，要早点来。
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
divorce_withdrawal-to_a_person =
    好的，已经当急事转给工作人员。
    { handoff-details }
    请您尽快带身份证，到当初申请的登记处问。日期以回执单和登记处为准。
    离婚证要两位一起去申请，才会发。
