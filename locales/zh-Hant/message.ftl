# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 给工作人员留言：flows/message/flow.py

message-notice =
    給工作人員留言，民政局要用您寫的話、您住的地方和一個電話，只用來辦您說的事。
    電話可以不留。您寫的和電話都加密保存。{ notice-kept }
    同意在這裡填嗎？不同意，也可以直接到窗口說。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，直接到窗口說
message-township = 您住在哪個鄉鎮？
    .label = 鄉鎮
    .elsewhere = 不在這些地方
message-village = 您住在哪個村（社區）？
    .label = 村（社區）
    .unknown = 不清楚，或者沒有列出來
message-words = 想說什麼事？寫幾句就行，不用寫身份證號碼。
    .label = 留言
message-phone = 請留一個能聯繫到您的電話，不留也可以。
    .label = 電話
    .none = 不留電話
# $lines: 填过的各项，每项一行
message-summary =
    請核對：
    { $lines }

    都對嗎？都對，就交給工作人員。
    .label = 核對
    .yes = 都對

message-left =
    收到了，留言交給工作人員了。
    { handoff-details }
message-at_the_office = 好的。可以到民政局窗口說，也可以到鄉鎮或村（社區）說。
