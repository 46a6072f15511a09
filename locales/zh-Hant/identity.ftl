# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 核对身份：flows/benefits/identity.py、bot/benefits/proving.py

identity-proven = 查誰的？
    .label = 查誰的
    .new = 換一個人查
# $who: 张*；$number: 身份证最后四位
identity-proof_of = { $who }，身份證尾號 { $number }
identity-chosen = 剛才核對的
identity-gone = 核對過的時間已經過了，請再核對一次。
identity-whose = 查您自己的，還是替別人查？
    .label = 查誰的
    .own = 查我自己的
    .own-words = 自己的|我自己|我的|本人
    .other = 替別人查（授權代辦、監護人）
    .other-words = 替別人|幫別人|家裡人的|別人的
# $code: 验证码几分钟有效；$proof: 核对好以后记多少分钟
identity-notice =
    先核對一下身份，免得別人看到您的事。要問姓名和身份證號碼，再往登記的手機發一個驗證碼。
    填的內容加密保存，只用來核對；驗證碼 { $code } 分鐘有效，核對好以後 { $proof } 分鐘不用再核對。同意嗎？
    .label = 同意核對身份
    .agree = 同意
    .decline = 不核對了
identity-name = 要查的人，姓名是？
    .label = 姓名
identity-id = 要查的人，身份證號碼是？
    .label = 身份證號碼
identity-proxy_name = 您自己的姓名是？
    .label = 代辦人的姓名
identity-proxy_id = 您自己的身份證號碼是？
    .label = 代辦人的身份證號碼
identity-send = 發驗證碼
identity-asked = 接下來怎麼做？
    .label = 發驗證碼
    .person = 找工作人員
    .person-words = 人工|工作人員
    .stop = 不核對了
identity-too_often = 要驗證碼的次數太多了，過一段時間再試。也可以找工作人員幫您。
# $code: 验证码几分钟有效
identity-code =
    如信息一致，驗證碼會發到登記手機，一般一兩分鐘內到，{ $code } 分鐘有效。收到的 6 位數字是？
    .label = 驗證碼
    .again = 沒收到
    .again-words = 沒有收到|收不到|重新發|再發一個|重發
    .person = 找工作人員
    .person-words = 手機號換了|換號了|人工|工作人員
    .stop = 不核對了
identity-called_off = 剛才的驗證碼不用了，重新發一個。
identity-wrong = 這個驗證碼不對，或者已經過期、用過、錯的次數太多了。
identity-identity = 沒有核對上。接下來怎麼做？
    .label = 核對身份
    .other_code = 再輸一次
    .again = 重新要一個驗證碼
    .again-words = 沒收到|重新發|再發一個|重發
    .person = 找工作人員
    .person-words = 人工|工作人員
    .stop = 不核對了
identity-no_messages = 這裡現在不能發驗證碼短信，沒法在網上核對。可以找工作人員幫您，或者帶身份證到窗口查。

identity-not_shown = 好的，先不核對。想查的時候，隨時可以再來。
# $number: 编号；$service: 业务；$phone: 电话；$open: 现在有没有人；$opens: 什么时候上班；$before: 前面几位；$by: 最晚什么时候回复
identity-to_a_person =
    好的，已經交給工作人員。也可能請您帶身份證到窗口核對。
    { handoff-details }

# 短信；$place: 哪里；$code: 验证码；$minutes: 几分钟有效
sms-code = 【{ $place }】驗證碼 { $code }，{ $minutes } 分鐘內有效，用來核對身份。不是您本人在辦，請不要告訴任何人。

one_time_code-shape = 驗證碼是短信裡的 6 位數字，例如 012345。
identity-brief_unproven = 寫下這些的人沒有通過身份核對：先核對身份，再談任何登記的內容。
