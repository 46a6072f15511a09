# 婚姻家庭辅导：flows/counselling/flow.py。别人可能看到的话（回执、提醒、清单）里不写办什么事

counselling-notice =
    婚姻家庭辅导：找辅导员谈谈婚姻和家里的事。自愿，不收费。
    办结婚登记、离婚登记，都不要求先来辅导；来不来，什么时候停，都由您。
    谈的内容保密。有人有危险，或者孩子受到伤害，要依法报告的除外。
    在这里约，不问姓名，不要身份证号码；先只问您一个人安不安全，可以不说。{ notice-kept }
    同意在这里约吗？不同意，可以打电话约。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，打电话约
counselling-safety =
    这个问题只问您一个人，我们不会告诉对方，后面核对时也不显示。
    和家里人在一起，您觉得安全吗？
    .label = 您的安全
    .safe = 安全
    .safe-words = 安全的|很安全|挺安全|没事|没有危险|没危险|不怕|不害怕
    .afraid = 我害怕
    .afraid-words = 不安全|不太安全|不大安全|怕|有点怕|有些怕|很怕|我怕|我有点怕|怕他|怕她|我怕他|我怕她|很怕他|很怕她|害怕他|害怕她|不敢|有危险|危险
    .not_now = 现在不方便说
    .not_now-words = 不方便|不方便说|不想说|不好说|不能说|现在不能说|他在旁边|她在旁边|我不想让他知道|我不想让她知道|不想让他知道|不想让她知道
counselling-safety_help =
    有危险，马上打 110。
    12338 是妇女维权热线，可以说说，也可以求助。
    被打、被骂、被威胁，可以向法院申请人身安全保护令。
    怕人看到，打“快速退出”，马上离开这个页面。
    要先让工作人员联系您吗？
    .label = 要不要帮助
    .person = 先找工作人员
    .go_on = 先往下约
counselling-how = 您一个人来，还是两个人一起来？也可以不约，先跟工作人员说说。
    .label = 怎么来
    .alone = 一个人来
    .alone-words = 一个人|我一个人|就我|我自己|自己来|一个人来谈
    .two = 两个人一起来
    .two-words = 两个人|两个人来|一起|一起来|我们俩|我们两个|俩人
    .person = 先跟工作人员说说
    .person-words = 先说说|先问问|跟人说说
counselling-called = 怎么称呼您？比如“张女士”，不用写全名。
    .label = 称呼
    .none = 不说也行
    .none-words = 不说|不想说|不写
# $limit: 最多的字数
counselling-called_long = 写个称呼就行，最多 { $limit } 个字。要说的事，来了再谈。
counselling-day = 想哪一天来？
    .label = 哪一天
counselling-slot = 想几点来？
    .label = 几点
counselling-phone =
    要不要留一个电话？最好是只有您自己看的手机。
    您在这里没看到提醒或者变化，才发一条短信，或者打一个电话，都不说办什么事。不留也可以。
    .label = 电话
    .none = 不留电话
# $lines: 填过的各项，每项一行
counselling-summary =
    请核对：
    { $lines }

    都对吗？都对，就给您约上。
    .label = 核对
    .yes = 都对
counselling-safe_reach = 请留一个只有您会接的电话。不放心，就不留。
    .label = 联系电话
    .none = 不留电话

# $number: 编号；$day、$time: 日子和几点；$office、$address、$phone: 接待室
counselling-booked =
    约好了。
    编号：{ $number }
    时间：{ $day } { $time }
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
    { booked-changes }{ day-provisional }
    请记下编号：到了报编号就行，不用带证件，也不用说来做什么。
    关了这个页面，网上就查不到了，有事打上面的电话，报编号。
# $office、$address、$phone: 接待室
counselling-by_telephone =
    好的。请打电话约：{ $phone }
    地点：{ $office }
    地址：{ $address }
counselling-to_a_person =
    好的，转给工作人员了。
    { handoff-details }
counselling-to_a_person_now =
    好的，已经当急事转给工作人员。
    { handoff-details }
    有危险，不要等，马上打 110。要离开这个页面，就打“快速退出”。
