# 预约申诉：flows/appeal/flow.py

appeal-notice =
    没来、取消的次数，或者暂停网上预约，您觉得不对，可以在这里申诉，由工作人员看。
    要用您写的话和一个电话，只用来办这件事。电话可以不留。您写的和电话都加密保存。{ notice-kept }
    同意在这里填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，问登记处
appeal-booking = 是哪一次？
    .label = 哪一次
    .by_number = 不在上面，我有编号
    .by_number-words = 编号|预约编号|有编号|我有编号|用编号找
    .unknown = 说不清是哪一次
appeal-number = 那次预约的编号是什么？例如 JT261122-G4MUEJ。
    .label = 编号
    .lost = 编号没有了
    .lost-words = 没有编号|编号丢了|找不到编号|不记得|忘了
appeal-why = 是怎么回事？写几句就行，不用写身份证号码。
    .label = 情况
appeal-phone = 请留一个能联系到您的电话，不留也可以。
    .label = 电话
    .none = 不留电话
# $lines: 填过的各项，每项一行
appeal-summary =
    请核对：
    { $lines }

    都对吗？都对，就交给工作人员。
    .label = 核对
    .yes = 都对

appeal-left =
    收到了，申诉交给工作人员了。
    { handoff-details }
# $phone: 登记处的电话
appeal-at_the_office = 好的。可以到登记处窗口说，也可以打电话：{ $phone }
