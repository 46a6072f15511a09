# 给工作人员留言：flows/message/flow.py

message-notice =
    给工作人员留言，民政局要用您写的话、您住的地方和一个电话，只用来办您说的事。
    电话可以不留。您写的和电话都加密保存。{ notice-kept }
    同意在这里填吗？不同意，也可以直接到窗口说。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，直接到窗口说
message-township = 您住在哪个乡镇？
    .label = 乡镇
    .elsewhere = 不在这些地方
message-village = 您住在哪个村（社区）？
    .label = 村（社区）
    .unknown = 不清楚，或者没有列出来
message-words = 想说什么事？写几句就行，不用写身份证号码。
    .label = 留言
message-phone = 请留一个能联系到您的电话，不留也可以。
    .label = 电话
    .none = 不留电话
# $lines: 填过的各项，每项一行
message-summary =
    请核对：
    { $lines }

    都对吗？都对，就交给工作人员。
    .label = 核对
    .yes = 都对

message-left =
    收到了，留言交给工作人员了。
    { handoff-details }
message-at_the_office = 好的。可以到民政局窗口说，也可以到乡镇或村（社区）说。
