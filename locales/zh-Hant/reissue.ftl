# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 补领婚姻登记证：flows/reissue/flow.py

reissue-notice =
    約補領婚姻登記證，民政局要用補證人的姓名、身份證號碼和一個電話，只用來查檔案、排時間。
    身份證號碼是敏感個人信息，加密保存。{ notice-kept }
    同意在這裡填嗎？不同意，也可以直接到登記處。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，直接到登記處
reissue-which = 要補領哪一種證？
    .label = 補哪種證
    .marriage = 結婚證
    .divorce = 離婚證
reissue-reason = 原來的證怎麼了？
    .label = 為什麼補
    .lost = 丟了
    .lost-words = 丟|丟失|遺失|掉了|不見了|找不到|找不到了|找不著|找不著了|沒了|沒有了|搞丟了|弄丟了
    .damaged = 損壞了
    .damaged-words = 壞了|爛了|破了|撕了|撕壞了|溼了|看不清|看不清了|字看不清|損壞|燒了
reissue-where = 當初是在哪裡登記的？
    .label = 在哪裡登記
    .mainland = 在內地
    .elsewhere = 在國外或港澳台
    .unsure = 不清楚
reissue-status = 現在的婚姻狀況，和那本證上還一樣嗎？
    .label = 婚姻狀況
    .same = 還一樣
    .same-words = 一樣|沒變|沒有變|沒變化|還是一樣|還在一起|沒離
    .changed = 變了
    .changed-words = 不一樣|不一樣了|變過|離了|離婚了|又結婚了|再婚了|老伴走了|老伴不在了|老伴去世了|去世了|不在了|人沒了|過世了
    .unsure = 不清楚
reissue-who = 本人來辦，還是請人代辦？
    .label = 誰來辦
    .self = 本人來
    .self-words = 自己|自己來|本人|我自己|我來
    .proxy = 請人代辦
    .proxy-words = 代辦|別人|別人去|請人|孩子去|我兒子去|我女兒去|家裡人去
reissue-name = 補證人的姓名是？
    .label = 補證人的姓名
reissue-number = 補證人的身份證號碼是？
    .label = 補證人的身份證號碼
reissue-certificate = 原來那本證的字號是？比如 J620423-2026-000001。
    .label = 證的字號
    .unknown = 不記得，或者樣子不一樣
reissue-id_cards = 補證人的居民身份證，現在怎麼樣？
    .label = 身份證情況
    .valid = 沒過期
    .valid-words = 有效|好的|在|沒有過期|還沒過期|好著
    .temporary = 用臨時身份證
    .expired = 過期了
    .lost = 丟了
    .lost-words = 丟|不見了|找不到了|沒了
    .unsure = 不清楚
reissue-day = 想哪一天來？
    .label = 哪一天
reissue-slot = 想幾點來？
    .label = 幾點
reissue-phone = 請留一個能聯繫到您的電話。
    .label = 電話
# $lines: 填过的各项，每项一行
reissue-summary =
    請核對：
    { $lines }

    { counting-before }

    都對嗎？都對，就給您約上。
    .label = 核對
    .yes = 都對
reissue-reach = 您的情況要工作人員看一看。怎麼打電話聯繫您？
    .label = 聯繫電話
    .none = 不留電話

reissue-booked =
    約好了。
    { booked-details }
    登記處會查婚姻登記檔案，婚姻狀況沒有變才能補領。
reissue-not_issued =
    補領要婚姻狀況和原來那本證一樣。狀況變了，那本證就不能補領了。
    要證明以前的婚姻，可以查婚姻登記檔案。選錯了，可以重新辦；有疑問，可以轉人工。
# $office、$address、$phone: 登记处
reissue-at_the_office =
    好的。請帶身份證，直接到登記處。
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
reissue-to_a_person =
    好的，轉給工作人員了，會看看該怎麼辦。
    { handoff-details }
