# 核对身份：flows/benefits/identity.py、bot/benefits/proving.py

identity-proven = 查谁的？
    .label = 查谁的
    .new = 换一个人查
# $who: 张*；$number: 身份证最后四位
identity-proof_of = { $who }，身份证尾号 { $number }
identity-chosen = 刚才核对的
identity-gone = 核对过的时间已经过了，请再核对一次。
identity-whose = 查您自己的，还是替别人查？
    .label = 查谁的
    .own = 查我自己的
    .own-words = 自己的|我自己|我的|本人
    .other = 替别人查（授权代办、监护人）
    .other-words = 替别人|帮别人|家里人的|别人的
# $code: 验证码几分钟有效；$proof: 核对好以后记多少分钟
identity-notice =
    先核对一下身份，免得别人看到您的事。要问姓名和身份证号码，再往登记的手机发一个验证码。
    填的内容加密保存，只用来核对；验证码 { $code } 分钟有效，核对好以后 { $proof } 分钟不用再核对。同意吗？
    .label = 同意核对身份
    .agree = 同意
    .decline = 不核对了
identity-name = 要查的人，姓名是？
    .label = 姓名
identity-id = 要查的人，身份证号码是？
    .label = 身份证号码
identity-proxy_name = 您自己的姓名是？
    .label = 代办人的姓名
identity-proxy_id = 您自己的身份证号码是？
    .label = 代办人的身份证号码
identity-send = 发验证码
identity-asked = 接下来怎么做？
    .label = 发验证码
    .person = 找工作人员
    .person-words = 人工|工作人员
    .stop = 不核对了
identity-too_often = 要验证码的次数太多了，过一段时间再试。也可以找工作人员帮您。
# $code: 验证码几分钟有效
identity-code =
    如信息一致，验证码会发到登记手机，一般一两分钟内到，{ $code } 分钟有效。收到的 6 位数字是？
    .label = 验证码
    .again = 没收到
    .again-words = 没有收到|收不到|重新发|再发一个|重发
    .person = 找工作人员
    .person-words = 手机号换了|换号了|人工|工作人员
    .stop = 不核对了
identity-called_off = 刚才的验证码不用了，重新发一个。
identity-wrong = 这个验证码不对，或者已经过期、用过、错的次数太多了。
identity-identity = 没有核对上。接下来怎么做？
    .label = 核对身份
    .other_code = 再输一次
    .again = 重新要一个验证码
    .again-words = 没收到|重新发|再发一个|重发
    .person = 找工作人员
    .person-words = 人工|工作人员
    .stop = 不核对了
identity-no_messages = 这里现在不能发验证码短信，没法在网上核对。可以找工作人员帮您，或者带身份证到窗口查。

identity-not_shown = 好的，先不核对。想查的时候，随时可以再来。
# $number: 编号；$service: 业务；$phone: 电话；$open: 现在有没有人；$opens: 什么时候上班；$before: 前面几位；$by: 最晚什么时候回复
identity-to_a_person =
    好的，已经交给工作人员。也可能请您带身份证到窗口核对。
    { handoff-details }

# 短信；$place: 哪里；$code: 验证码；$minutes: 几分钟有效
sms-code = 【{ $place }】验证码 { $code }，{ $minutes } 分钟内有效，用来核对身份。不是您本人在办，请不要告诉任何人。

one_time_code-shape = 验证码是短信里的 6 位数字，例如 012345。
identity-brief_unproven = 写下这些的人没有通过身份核对：先核对身份，再谈任何登记的内容。
