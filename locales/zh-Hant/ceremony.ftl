# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 颁证仪式：flows/ceremony/flow.py

ceremony-notice =
    頒證儀式：結婚登記以後，頒證員在頒證廳當面給兩位頒發結婚證。不收費，自願參加，不參加也不影響登記。
    約儀式，民政局要用兩位的姓名、其中一位的身份證號碼和一個電話，只用來安排時間，一對只約一次。
    身份證號碼是敏感個人信息，加密保存。填對方的信息，請先告訴對方。{ notice-kept }
    同意在這裡填嗎？不同意，可以打電話約。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，打電話約
ceremony-stage = 兩位的結婚登記，辦了嗎？
    .label = 結婚登記
    .registered = 已經辦了
    .registered-words = 辦了|辦好了|辦完了|登記了|已經登記|領了證|領證了|結婚證領了
    .booked = 還沒辦，已經約好了
    .booked-words = 約好了|約了|已經約了|預約了|快辦了
    .not_yet = 還沒辦，也沒約
    .not_yet-words = 沒辦|沒約|還沒有|還沒登記
ceremony-first_name = 您的姓名是？
    .label = 您的姓名
ceremony-second_name = 對方的姓名是？
    .label = 對方的姓名
ceremony-either_id = 兩位裡，隨便哪一位的身份證號碼？填一位的就行。
    .label = 身份證號碼
    .none = 兩位都沒有 18 位的號碼
    .none-words = 都沒有|沒有號碼|兩個人都沒有
ceremony-day = 想哪一天來？要在結婚登記以後，登記當天也行。
    .label = 哪一天
ceremony-slot = 想幾點來？登記當天的話，請留出辦登記的時間。
    .label = 幾點
ceremony-guests = 父母、親友可以來看。來的人多嗎？
    .label = 親友
    .none = 沒有親友來
    .few = 5 位以內
    .few-words = 父母|帶父母|父母來|爸媽|一兩位|兩三位|幾位|幾個人|三四位|四五位|不多
    .many = 5 位以上
    .many-words = 很多人|好多人|七八位|十幾位|很多
    .unsure = 還說不準
ceremony-phone = 請留一個能聯繫到您的電話。
    .label = 電話
# $lines: 填过的各项，每项一行
ceremony-summary =
    請核對：
    { $lines }

    都對嗎？都對，就給您約上。
    .label = 核對
    .yes = 都對
ceremony-reach = 這要工作人員來約。怎麼打電話聯繫您？
    .label = 聯繫電話
    .none = 不留電話

ceremony-booked =
    約好了。
    { booked-details }
    兩位要一起來，不收費。親友能進幾位，以現場為準。
ceremony-register_first =
    頒證儀式在結婚登記以後。請先約結婚登記，約好了再來約儀式。
    要約，就打“結婚登記”。
# $office、$address、$phone: 颁证厅
ceremony-by_telephone =
    好的。請打電話約：{ $phone }
    地點：{ $office }
    地址：{ $address }
ceremony-to_a_person =
    好的，轉給工作人員了，會看看該怎麼約。
    { handoff-details }

bring-certificates_first = 兩本結婚證：先到登記處辦好登記，領了證再過來
bring-id_given = 填了號碼的那個證件，要原件
