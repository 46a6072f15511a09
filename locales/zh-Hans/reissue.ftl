# 补领婚姻登记证：flows/reissue/flow.py

reissue-notice =
    约补领婚姻登记证，民政局要用补证人的姓名、身份证号码和一个电话，只用来查档案、排时间。
    身份证号码是敏感个人信息，加密保存。{ notice-kept }
    同意在这里填吗？不同意，也可以直接到登记处。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，直接到登记处
reissue-which = 要补领哪一种证？
    .label = 补哪种证
    .marriage = 结婚证
    .divorce = 离婚证
reissue-reason = 原来的证怎么了？
    .label = 为什么补
    .lost = 丢了
    .lost-words = 丢|丢失|遗失|掉了|不见了|找不到|找不到了|找不着|找不着了|没了|没有了|搞丢了|弄丢了
    .damaged = 损坏了
    .damaged-words = 坏了|烂了|破了|撕了|撕坏了|湿了|看不清|看不清了|字看不清|损坏|烧了
reissue-where = 当初是在哪里登记的？
    .label = 在哪里登记
    .mainland = 在内地
    .elsewhere = 在国外或港澳台
    .unsure = 不清楚
reissue-status = 现在的婚姻状况，和那本证上还一样吗？
    .label = 婚姻状况
    .same = 还一样
    .same-words = 一样|没变|没有变|没变化|还是一样|还在一起|没离
    .changed = 变了
    .changed-words = 不一样|不一样了|变过|离了|离婚了|又结婚了|再婚了|老伴走了|老伴不在了|老伴去世了|去世了|不在了|人没了|过世了
    .unsure = 不清楚
reissue-who = 本人来办，还是请人代办？
    .label = 谁来办
    .self = 本人来
    .self-words = 自己|自己来|本人|我自己|我来
    .proxy = 请人代办
    .proxy-words = 代办|别人|别人去|请人|孩子去|我儿子去|我女儿去|家里人去
reissue-name = 补证人的姓名是？
    .label = 补证人的姓名
reissue-number = 补证人的身份证号码是？
    .label = 补证人的身份证号码
reissue-certificate = 原来那本证的字号是？比如 J620423-2026-000001。
    .label = 证的字号
    .unknown = 不记得，或者样子不一样
reissue-id_cards = 补证人的居民身份证，现在怎么样？
    .label = 身份证情况
    .valid = 没过期
    .valid-words = 有效|好的|在|没有过期|还没过期|好着
    .temporary = 用临时身份证
    .expired = 过期了
    .lost = 丢了
    .lost-words = 丢|不见了|找不到了|没了
    .unsure = 不清楚
reissue-day = 想哪一天来？
    .label = 哪一天
reissue-slot = 想几点来？
    .label = 几点
reissue-phone = 请留一个能联系到您的电话。
    .label = 电话
# $lines: 填过的各项，每项一行
reissue-summary =
    请核对：
    { $lines }

    { counting-before }

    都对吗？都对，就给您约上。
    .label = 核对
    .yes = 都对
reissue-reach = 您的情况要工作人员看一看。怎么打电话联系您？
    .label = 联系电话
    .none = 不留电话

reissue-booked =
    约好了。
    { booked-details }
    登记处会查婚姻登记档案，婚姻状况没有变才能补领。
reissue-not_issued =
    补领要婚姻状况和原来那本证一样。状况变了，那本证就不能补领了。
    要证明以前的婚姻，可以查婚姻登记档案。选错了，可以重新办；有疑问，可以转人工。
# $office、$address、$phone: 登记处
reissue-at_the_office =
    好的。请带身份证，直接到登记处。
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
reissue-to_a_person =
    好的，转给工作人员了，会看看该怎么办。
    { handoff-details }
