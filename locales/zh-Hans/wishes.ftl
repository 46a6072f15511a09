# 自己的话说想办什么、问什么：flows/wishes/、flows/dialogue/wishes.py

aside-wish = 您要办的是哪一件？
    .no = 都不是

# $office、$address、$phone: 登记处；$lines: 上班时间，每样一行；$open: 现在是否上班；$opens: 下次上班的时间
topic-hours =
    { $office }的上班时间：
    { $lines }
    放假的日子不上班，调休上班的周末照常上班。
    { $open ->
        [yes] 现在正在上班。
       *[no] 现在没有上班，下次上班：{ $opens }。
    }
# $first、$last: 从周几到周几；$times: 从几点到几点
topic-hours_days = { $first }到{ $last }：{ $times }
topic-hours_day = { $first }：{ $times }
# $open: 周末是否上班；$lines: 上班时间，每样一行
topic-weekend =
    { $open ->
        [yes] 周末也上班。上班时间：
       *[no] 周末不上班，调休上班的周末除外。上班时间：
    }
    { $lines }
# $office、$address、$phone: 登记处
topic-place =
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
topic-telephone = { $office }的电话：{ $phone }
# $phone: 电话
topic-elsewhere = 这件事，网上服务台现在还办不了。可以打电话问：{ $phone }，也可以打“转人工”，请工作人员告诉您找谁办。
# $fee: 多少元
topic-fee =
    { $fee ->
        [0] 办婚姻登记不收费。
       *[other] 办婚姻登记，收费 { $fee } 元。
    }
# $man、$woman: 周岁
topic-ages = 结婚年龄：男方满 { $man } 周岁，女方满 { $woman } 周岁。生日当天就算满了。
# $days: 冷静期多少天；$after: 冷静期以后，多少天里领证
topic-cooling_off =
    离婚冷静期是 { $days } 天，从收到申请的第二天算起。这些天里，哪一方不想离了，都可以撤回。
    过了冷静期，再有 { $after } 天，两位要一起来申请发离婚证。日期以回执单和登记处为准。
# $needed: 要不要带
topic-household_book =
    { $needed ->
        [yes] 办婚姻登记，要带户口簿。
       *[no] 办婚姻登记，{ bring-no_household_book }。
    }
# $service: 服务的名称；$lines: 要带的，每样一行
topic-bring =
    { $service }，一般要带：
    { $lines }
    以登记处当场审查为准。
topic-bring_which = 办的事不一样，要带的也不一样。可以这样问：“结婚要带什么”。
topic-thanks = 不客气。
topic-greeting = 您好。

bring-reissue_photo = 近期半身免冠 2 寸照片：补结婚证要两人合影，补离婚证要本人单人照（也可以到现场拍，各地要求不一样）
bring-if_damaged = 证损坏了的：损坏的那本证
bring-if_proxy = 请人代办的：{ bring-proxy }
