# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 确认预约：flows/marriage/partner_flow.py

partner-code = 對方給您的確認碼是什麼？一共八個字母或數字，例如 7K3M-Q2XD。
    .label = 確認碼
    .lost = 沒有確認碼
    .lost-words = 確認碼丟了|不知道|沒收到|找不到
# $service: 服务的名称；$at: 哪一天几点
partner-agree_to = 我來確認：{ $service }，{ $at }
partner-invitation = 接著想怎麼辦？
    .label = 要確認的預約
    .refuse = 不同意
    .other_code = 改確認碼
    .none = 先不回答
partner-really = 不同意，這個時間就放開了，也會告訴對方沒有約成。真的不同意嗎？
    .label = 真的不同意
    .no = 先不回答
    .yes = 不同意
partner-notice =
    確認結婚登記的預約，民政局要用您的姓名、身份證號碼、婚姻狀況和一個電話，只用來看條件、排時間。
    身份證號碼是敏感個人信息，加密保存。您在這裡填的，對方看不到。{ notice-kept }
    同意在這裡填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，問登記處
partner-second_name = 您的姓名是？
    .label = 您的姓名
partner-second_id = 您的身份證號碼是？
    .label = 您的身份證號碼
partner-second_status = 您現在的婚姻狀況是？
    .label = 您的婚姻狀況
    .never = 未婚
    .never-words = 沒結過婚|沒有結過婚|沒結婚|單身|頭婚|初婚|第一次
    .divorced = 離婚
    .divorced-words = 離過|離了|離過婚|離婚了|離異
    .widowed = 喪偶
    .widowed-words = 老伴走了|老伴去世了|去世了|愛人去世了|丈夫去世了|妻子去世了|守寡|寡婦|鰥夫
    .married = 已婚
    .unsure = 不清楚
partner-kinship =
    您和對方是不是近親？比如兄弟姐妹、堂表兄弟姐妹、叔侄、舅甥。
    （法律上叫直系血親、三代以內旁系血親。）
    .label = 是不是近親
    .no = 不是
    .yes = 是
    .unsure = 不清楚
partner-own_card = 您的居民身份證，現在怎麼樣？
    .label = 您的身份證情況
    .valid = 沒過期
    .valid-words = 有效|在|好著|在手邊
    .temporary = 用臨時身份證
    .expired = 過期了
    .lost = 丟了
    .unsure = 不清楚
partner-phone = 請留一個能聯繫到您的電話。
    .label = 電話
# $lines: 填过的各项，每项一行
partner-summary =
    請核對：
    { $lines }

    { counting-before }

    都對嗎？都對，這個預約就約好了。
    .label = 核對
    .yes = 都對
partner-reach = 您的情況要工作人員看一看。怎麼打電話聯繫您？
    .label = 聯繫電話
    .none = 不留電話

partner-agreed =
    約好了。
    { booked-details }
    兩位要一起來，登記免費。
# $at: 哪一天几点
partner-declined = 好的，沒有約。{ $at } 這個時間放開了。
partner-later = 好的，先不回答。想好了，再打“確認預約”，輸入確認碼。到時間沒有確認，這個時間會自動放開。
partner-ask_again = 確認碼在對方那裡，請對方再發一次。收到了，再打“確認預約”。
# $day: 到年龄的那一天
partner-too_young =
    您到法定結婚年齡，要到 { $day }，這次約的日子還早，現在不能確認。
    可以和對方商量，換一個日子再約。號碼填錯了，可以重新辦；有疑問，可以轉人工。
partner-has_spouse =
    按法律，有配偶的，要先解除原來的婚姻，才能再登記結婚。
    已經離婚了，或者覺得登記的信息不對，請帶離婚證或法院文書到登記處，也可以轉人工。
partner-related =
    按法律，直系血親和三代以內旁系血親不能結婚。
    說不準是不是這樣的親戚，可以轉人工問一問。
# $office、$address、$phone: 登记处
partner-at_the_office =
    好的，這裡什麼也沒有記下。可以問登記處怎麼辦。
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
partner-to_a_person =
    好的，轉給工作人員了，會看看該怎麼辦。
    { handoff-details }

## 确认码和结果

invitation-over = 這個確認碼現在用不了：可能輸錯了，可能已經過了時間，也可能已經用過。請核對一下，或者請對方再發一次。
invitation-too_often = 試得太多了，請過一個小時再試。著急的話，可以轉人工。
partner-same_sex_digit = 兩位身份證號碼裡的性別是一樣的，可能有一個填錯了。請再核對您的號碼；號碼都對，請打“轉人工”。

# $day、$time、$office、$address、$phone、$number: 约好的预约
partner-has_agreed =
    對方確認了，約好了。
    { booked-details }
    兩位要一起來，登記免費。
# $at: 哪一天几点
partner-has_not_agreed = { $at } 的預約沒有約成：到時間沒有兩位都確認。這個時間放開了，可以再約一次。
partner-is_over = { $at } 的預約，現在不用確認了：時間過了，或者對方不約了。
