# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 结婚登记：flows/marriage/flow.py

marriage-notice =
    約結婚登記，民政局要用兩位的姓名、身份證號碼、婚姻狀況和一個電話，只用來看條件、排時間。合影可以不發。
    身份證號碼是敏感個人信息，加密保存。填對方的信息，請先告訴對方。{ notice-kept }
    同意在這裡填嗎？不同意，也可以直接到登記處。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，直接到登記處
marriage-couple = 兩位是哪一種情況？
    .label = 兩人的情況
    .mainland = 兩人都是內地居民，都不是現役軍人
    .military = 有一方是現役軍人
    .hk_macao_taiwan = 有一方是港澳台居民
    .overseas = 有一方是華僑
    .foreign = 有一方是外國人
    .unsure = 不清楚
marriage-first_name = 您的姓名是？
    .label = 您的姓名
marriage-first_id = 您的身份證號碼是？
    .label = 您的身份證號碼
marriage-first_status = 您現在的婚姻狀況是？
    .label = 您的婚姻狀況
    .never = 未婚
    .never-words = 沒結過婚|沒有結過婚|沒結婚|單身|頭婚|初婚|第一次
    .divorced = 離婚
    .divorced-words = 離過|離了|離過婚|離婚了|離異
    .widowed = 喪偶
    .widowed-words = 老伴走了|老伴去世了|去世了|愛人去世了|丈夫去世了|妻子去世了|守寡|寡婦|鰥夫
    .married = 已婚
    .unsure = 不清楚
marriage-partner =
    對方的信息，怎麼填？
    選“對方用自己的手機填”，會給您一個確認碼，您發給對方。兩人填的，互相看不到。
    .label = 對方怎麼填
    .apart = 對方用自己的手機填
    .apart-words = 對方自己填|他自己填|她自己填|讓他填|讓她填|用對方的手機
    .here = 就在這裡一起填
    .here-words = 在這裡填|一起填|我來填|我填|只有一部手機|用這部手機
marriage-second_name = 對方的姓名是？
    .label = 對方的姓名
marriage-second_id = 對方的身份證號碼是？
    .label = 對方的身份證號碼
marriage-sex_check = 兩個身份證號碼裡的性別是一樣的，可能有一個填錯了。號碼都對嗎？
    .label = 號碼核對
    .right = 號碼都對
    .first = 改我的號碼
    .second = 改對方的號碼
marriage-second_status = 對方現在的婚姻狀況是？
    .label = 對方的婚姻狀況
    .never = 未婚
    .never-words = 沒結過婚|沒有結過婚|沒結婚|單身|頭婚|初婚|第一次
    .divorced = 離婚
    .divorced-words = 離過|離了|離過婚|離婚了|離異
    .widowed = 喪偶
    .widowed-words = 去世了|愛人去世了|丈夫去世了|妻子去世了|守寡|寡婦|鰥夫
    .married = 已婚
    .unsure = 不清楚
marriage-kinship =
    兩位是不是近親？比如兄弟姐妹、堂表兄弟姐妹、叔侄、舅甥。
    （法律上叫直系血親、三代以內旁系血親。）
    .label = 是不是近親
    .no = 不是
    .yes = 是
    .unsure = 不清楚
marriage-id_cards = 兩位的居民身份證，現在怎麼樣？
    .label = 身份證情況
    .valid = 都沒過期
    .valid-words = 都有效|都在|沒過期|都好著|都沒有過期|有效
    .temporary = 有人用臨時身份證
    .expired = 有人的過期了
    .lost = 有人的丟了
    .unsure = 不清楚
marriage-own_card = 您的居民身份證，現在怎麼樣？
    .label = 您的身份證情況
    .valid = 沒過期
    .valid-words = 有效|在|好著|在手邊
    .temporary = 用臨時身份證
    .expired = 過期了
    .lost = 丟了
    .unsure = 不清楚
# $day: 从哪一天起可以约
marriage-day = 想哪一天來？{ $day } 起可以約。
    .label = 哪一天
marriage-slot = 想幾點來？
    .label = 幾點
marriage-photo = 有雙人合影嗎？有就發來，先看看合不合適：2 寸、近期、半身、免冠、紅底，藍底也可以。
    .label = 合影
    .on_site = 到現場再拍
marriage-phone = 請留一個能聯繫到您的電話。
    .label = 電話
# $lines: 填过的各项，每项一行
marriage-summary =
    請核對：
    { $lines }

    { counting-before }

    都對嗎？都對，就給您約上。
    .label = 核對
    .yes = 都對
marriage-reach = 您的情況要工作人員看一看。怎麼打電話聯繫您？
    .label = 聯繫電話
    .none = 不留電話

# $day: 两位都到年龄的那一天
marriage-too_young = 這一天還不到法定結婚年齡，請選 { $day } 或者以後的日子。
marriage-booked =
    約好了。
    { booked-details }
    兩位要一起來，登記免費。
# $code: 确认码；$until: 最晚几时确认；$day、$time、$office: 什么时候、在哪里
marriage-invited =
    還沒有約好，等對方確認。
    時間：{ $day } { $time }
    地點：{ $office }
    確認碼：{ $code }
    把確認碼告訴對方，或者讓對方掃二維碼。對方在這個服務台打“確認預約”，輸入確認碼，填自己的信息。
    最晚 { $until } 確認。對方確認了，會在這裡告訴您。到時候沒有確認，這個時間就放開了。
# $day: 两位都到年龄的那一天
marriage-not_yet =
    兩位都到法定結婚年齡，要到 { $day }，現在還約不了。
    到時候歡迎再來。號碼填錯了，可以重新辦；有疑問，可以轉人工。
marriage-has_spouse =
    按法律，有配偶的，要先解除原來的婚姻，才能再登記結婚。
    已經離婚了，或者覺得登記的信息不對，請帶離婚證或法院文書到登記處，也可以轉人工。
marriage-related =
    按法律，直系血親和三代以內旁系血親不能結婚。
    說不準是不是這樣的親戚，可以轉人工問一問。
# $office、$address、$phone: 登记处
marriage-at_the_office =
    好的。請兩位帶身份證，一起到登記處。
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
marriage-to_a_person =
    好的，轉給工作人員了，會看看該怎麼辦。
    { handoff-details }
