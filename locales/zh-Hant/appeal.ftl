# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 预约申诉：flows/appeal/flow.py

appeal-notice =
    沒來、取消的次數，或者暫停網上預約，您覺得不對，可以在這裡申訴，由工作人員看。
    要用您寫的話和一個電話，只用來辦這件事。電話可以不留。您寫的和電話都加密保存。{ notice-kept }
    同意在這裡填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，問登記處
appeal-booking = 是哪一次？
    .label = 哪一次
    .by_number = 不在上面，我有編號
    .by_number-words = 編號|預約編號|有編號|我有編號|用編號找
    .unknown = 說不清是哪一次
appeal-number = 那次預約的編號是什麼？例如 JT261122-G4MUEJ。
    .label = 編號
    .lost = 編號沒有了
    .lost-words = 沒有編號|編號丟了|找不到編號|不記得|忘了
appeal-why = 是怎麼回事？寫幾句就行，不用寫身份證號碼。
    .label = 情況
appeal-phone = 請留一個能聯繫到您的電話，不留也可以。
    .label = 電話
    .none = 不留電話
# $lines: 填过的各项，每项一行
appeal-summary =
    請核對：
    { $lines }

    都對嗎？都對，就交給工作人員。
    .label = 核對
    .yes = 都對

appeal-left =
    收到了，申訴交給工作人員了。
    { handoff-details }
# $phone: 登记处的电话
appeal-at_the_office = 好的。可以到登記處窗口說，也可以打電話：{ $phone }
