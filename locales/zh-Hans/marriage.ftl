# 结婚登记：flows/marriage/flow.py

marriage-notice =
    约结婚登记，民政局要用两位的姓名、身份证号码、婚姻状况和一个电话，只用来看条件、排时间。合影可以不发。
    身份证号码是敏感个人信息，加密保存。填对方的信息，请先告诉对方。{ notice-kept }
    同意在这里填吗？不同意，也可以直接到登记处。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，直接到登记处
marriage-couple = 两位是哪一种情况？
    .label = 两人的情况
    .mainland = 两人都是内地居民，都不是现役军人
    .military = 有一方是现役军人
    .hk_macao_taiwan = 有一方是港澳台居民
    .overseas = 有一方是华侨
    .foreign = 有一方是外国人
    .unsure = 不清楚
marriage-first_name = 您的姓名是？
    .label = 您的姓名
marriage-first_id = 您的身份证号码是？
    .label = 您的身份证号码
marriage-first_status = 您现在的婚姻状况是？
    .label = 您的婚姻状况
    .never = 未婚
    .never-words = 没结过婚|没有结过婚|没结婚|单身|头婚|初婚|第一次
    .divorced = 离婚
    .divorced-words = 离过|离了|离过婚|离婚了|离异
    .widowed = 丧偶
    .widowed-words = 老伴走了|老伴去世了|去世了|爱人去世了|丈夫去世了|妻子去世了|守寡|寡妇|鳏夫
    .married = 已婚
    .unsure = 不清楚
marriage-partner =
    对方的信息，怎么填？
    选“对方用自己的手机填”，会给您一个确认码，您发给对方。两人填的，互相看不到。
    .label = 对方怎么填
    .apart = 对方用自己的手机填
    .apart-words = 对方自己填|他自己填|她自己填|让他填|让她填|用对方的手机
    .here = 就在这里一起填
    .here-words = 在这里填|一起填|我来填|我填|只有一部手机|用这部手机
marriage-second_name = 对方的姓名是？
    .label = 对方的姓名
marriage-second_id = 对方的身份证号码是？
    .label = 对方的身份证号码
marriage-sex_check = 两个身份证号码里的性别是一样的，可能有一个填错了。号码都对吗？
    .label = 号码核对
    .right = 号码都对
    .first = 改我的号码
    .second = 改对方的号码
marriage-second_status = 对方现在的婚姻状况是？
    .label = 对方的婚姻状况
    .never = 未婚
    .never-words = 没结过婚|没有结过婚|没结婚|单身|头婚|初婚|第一次
    .divorced = 离婚
    .divorced-words = 离过|离了|离过婚|离婚了|离异
    .widowed = 丧偶
    .widowed-words = 去世了|爱人去世了|丈夫去世了|妻子去世了|守寡|寡妇|鳏夫
    .married = 已婚
    .unsure = 不清楚
marriage-kinship =
    两位是不是近亲？比如兄弟姐妹、堂表兄弟姐妹、叔侄、舅甥。
    （法律上叫直系血亲、三代以内旁系血亲。）
    .label = 是不是近亲
    .no = 不是
    .yes = 是
    .unsure = 不清楚
marriage-id_cards = 两位的居民身份证，现在怎么样？
    .label = 身份证情况
    .valid = 都没过期
    .valid-words = 都有效|都在|没过期|都好着|都没有过期|有效
    .temporary = 有人用临时身份证
    .expired = 有人的过期了
    .lost = 有人的丢了
    .unsure = 不清楚
marriage-own_card = 您的居民身份证，现在怎么样？
    .label = 您的身份证情况
    .valid = 没过期
    .valid-words = 有效|在|好着|在手边
    .temporary = 用临时身份证
    .expired = 过期了
    .lost = 丢了
    .unsure = 不清楚
# $day: 从哪一天起可以约
marriage-day = 想哪一天来？{ $day } 起可以约。
    .label = 哪一天
marriage-slot = 想几点来？
    .label = 几点
marriage-photo = 有双人合影吗？有就发来，先看看合不合适：2 寸、近期、半身、免冠、红底，蓝底也可以。
    .label = 合影
    .on_site = 到现场再拍
marriage-phone = 请留一个能联系到您的电话。
    .label = 电话
# $lines: 填过的各项，每项一行
marriage-summary =
    请核对：
    { $lines }

    { counting-before }

    都对吗？都对，就给您约上。
    .label = 核对
    .yes = 都对
marriage-reach = 您的情况要工作人员看一看。怎么打电话联系您？
    .label = 联系电话
    .none = 不留电话

# $day: 两位都到年龄的那一天
marriage-too_young = 这一天还不到法定结婚年龄，请选 { $day } 或者以后的日子。
marriage-booked =
    约好了。
    { booked-details }
    两位要一起来，登记免费。
# $code: 确认码；$until: 最晚几时确认；$day、$time、$office: 什么时候、在哪里
marriage-invited =
    还没有约好，等对方确认。
    时间：{ $day } { $time }
    地点：{ $office }
    确认码：{ $code }
    把确认码告诉对方，或者让对方扫二维码。对方在这个服务台打“确认预约”，输入确认码，填自己的信息。
    最晚 { $until } 确认。对方确认了，会在这里告诉您。到时候没有确认，这个时间就放开了。
# $day: 两位都到年龄的那一天
marriage-not_yet =
    两位都到法定结婚年龄，要到 { $day }，现在还约不了。
    到时候欢迎再来。号码填错了，可以重新办；有疑问，可以转人工。
marriage-has_spouse =
    按法律，有配偶的，要先解除原来的婚姻，才能再登记结婚。
    已经离婚了，或者觉得登记的信息不对，请带离婚证或法院文书到登记处，也可以转人工。
marriage-related =
    按法律，直系血亲和三代以内旁系血亲不能结婚。
    说不准是不是这样的亲戚，可以转人工问一问。
# $office、$address、$phone: 登记处
marriage-at_the_office =
    好的。请两位带身份证，一起到登记处。
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
marriage-to_a_person =
    好的，转给工作人员了，会看看该怎么办。
    { handoff-details }
