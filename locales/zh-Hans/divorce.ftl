# 离婚登记申请：flows/divorce/flow.py

divorce-notice =
    约离婚登记申请，民政局要用两位的姓名、身份证号码、结婚证和协议的情况，只用来看条件、排时间。电话可以不留。
    会先单独问您是不是安全，可以不说。
    身份证号码是敏感个人信息，加密保存。{ notice-kept }
    同意在这里填吗？不同意，也可以直接到登记处。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，直接到登记处
divorce-safety =
    这个问题只问您一个人，我们不会告诉对方，后面核对时也不显示。
    和对方在一起，您觉得安全吗？
    .label = 您的安全
    .safe = 安全
    .safe-words = 安全的|很安全|挺安全|没事|没有危险|没危险|不怕|不害怕
    .afraid = 我害怕
    .afraid-words = 不安全|不太安全|不大安全|怕|有点怕|有些怕|很怕|我怕|我有点怕|怕他|怕她|我怕他|我怕她|很怕他|很怕她|害怕他|害怕她|不敢|有危险|危险
    .not_now = 现在不方便说
    .not_now-words = 不方便|不方便说|不想说|不好说|不能说|现在不能说|他在旁边|她在旁边|我不想让他知道|我不想让她知道|不想让他知道|不想让她知道
divorce-safety_help =
    有危险，马上打 110。
    12338 是妇女维权热线，可以说说，也可以求助。
    被打、被骂、被威胁，可以向法院申请人身安全保护令，不用先离婚。
    怕人看到，打“快速退出”，马上离开这个页面。
    要先让工作人员联系您吗？
    .label = 要不要帮助
    .person = 先找工作人员
    .go_on = 先往下办
divorce-both_agree = 两位都同意离婚吗？
    .label = 双方是否同意
    .yes = 都同意
    .yes-words = 同意|我们都同意|两个人都同意|都愿意|商量好了|说好了
    .no = 有一方不同意
    .no-words = 他不同意|她不同意|对方不同意|我不同意|不同意
    .unsure = 不确定
divorce-capacity = 两位都能自己做主、自己说清楚意思吗？（法律上叫完全民事行为能力。）
    .label = 能否自己做主
    .yes = 都能
    .no = 有一方不能
    .unsure = 不清楚
divorce-where = 当初是在哪里登记结婚的？
    .label = 在哪里结的婚
    .mainland = 在内地
    .elsewhere = 在国外或港澳台
    .unsure = 不清楚
divorce-couple = 两位是哪一种情况？
    .label = 两人的情况
    .mainland = 两人都是内地居民，都不是现役军人
    .military = 有一方是现役军人
    .hk_macao_taiwan = 有一方是港澳台居民
    .overseas = 有一方是华侨
    .foreign = 有一方是外国人
    .unsure = 不清楚
divorce-certificates = 两本结婚证都还在吗？
    .label = 结婚证
    .both = 两本都在
    .one_lost = 丢了一本
    .both_lost = 两本都丢了
    .unsure = 不清楚
divorce-agreement = 离婚协议里，写好了哪几样？可以选几样。没有子女、财产或债务的，写明“没有”，也算写了。
    .label = 协议写了什么
    .willing = 自愿离婚
    .children = 子女抚养
    .property = 财产处理
    .debts = 债务处理
    .none = 都还没写
divorce-first_name = 您的姓名是？
    .label = 您的姓名
divorce-first_id = 您的身份证号码是？
    .label = 您的身份证号码
divorce-second_name = 对方的姓名是？
    .label = 对方的姓名
divorce-second_id = 对方的身份证号码是？
    .label = 对方的身份证号码
divorce-sex_check = 两个身份证号码里的性别是一样的，可能有一个填错了。号码都对吗？
    .label = 号码核对
    .right = 号码都对
    .first = 改我的号码
    .second = 改对方的号码
divorce-id_cards = 两位的居民身份证，现在怎么样？
    .label = 身份证情况
    .valid = 都没过期
    .valid-words = 都有效|都在|没过期|都好着|都没有过期|有效
    .temporary = 有人用临时身份证
    .expired = 有人的过期了
    .lost = 有人的丢了
    .unsure = 不清楚
divorce-day = 想哪一天来申请？
    .label = 哪一天
divorce-slot = 想几点来？
    .label = 几点
divorce-phone = 请留一个能联系到您的电话，不留也可以。
    .label = 电话
    .none = 不留电话
# $lines: 填过的各项，每项一行
divorce-summary =
    请核对：
    { $lines }

    { counting-before }

    都对吗？都对，就给您约上。
    .label = 核对
    .yes = 都对
divorce-reach = 您的情况要工作人员看一看。怎么打电话联系您？
    .label = 联系电话
    .none = 不留电话
divorce-safe_reach = 请留一个只有您会接的电话。不放心，就不留。
    .label = 联系电话
    .none = 不留电话

divorce-booked =
    约好了。
    { booked-details }
    这是第一次来：两位一起申请，领《离婚登记申请受理回执单》。
    过了离婚冷静期，两位还要一起再来一次，申请发离婚证。日期以回执单和登记处为准。登记免费。
    受理以后，打“看日子”，可以帮您算后面的日子，也可以提醒您。
# $reason: 为什么登记处办不了；$legal_aid: 法律援助热线
divorce-court =
    { $reason ->
        [agreement] 登记处只办双方都同意的离婚。有一方不同意，或者孩子、财产、债务谈不拢，可以到法院办。以后谈好了，还可以再来约。
        [capacity] 有一方不能完全自己做主的（无民事行为能力或限制民事行为能力），登记处办不了离婚，要到法院办。
       *[place] 不是在内地登记结婚的，登记处办不了离婚，要到法院办。
    }
    怎么到法院，可以打 { $legal_aid } 问一问，这是法律援助热线。
    选错了，可以重新办；有疑问，可以转人工。
# $office、$address、$phone: 登记处
divorce-at_the_office =
    好的。请两位带身份证、结婚证和离婚协议，一起到登记处。
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
divorce-to_a_person =
    好的，转给工作人员了，会看看该怎么办。
    { handoff-details }
divorce-to_a_person_now =
    好的，已经当急事转给工作人员。
    { handoff-details }
    有危险，不要等，马上打 110。要离开这个页面，就打“快速退出”。
