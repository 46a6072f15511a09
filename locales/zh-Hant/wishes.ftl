# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 自己的话说想办什么、问什么：flows/wishes/、flows/dialogue/wishes.py

aside-wish = 您要辦的是哪一件？
    .no = 都不是

# $office、$address、$phone: 登记处；$lines: 上班时间，每样一行；$open: 现在是否上班；$opens: 下次上班的时间
topic-hours =
    { $office }的上班時間：
    { $lines }
    放假的日子不上班，調休上班的週末照常上班。
    { $open ->
        [yes] 現在正在上班。
       *[no] 現在沒有上班，下次上班：{ $opens }。
    }
# $first、$last: 从周几到周几；$times: 从几点到几点
topic-hours_days = { $first }到{ $last }：{ $times }
topic-hours_day = { $first }：{ $times }
# $open: 周末是否上班；$lines: 上班时间，每样一行
topic-weekend =
    { $open ->
        [yes] 週末也上班。上班時間：
       *[no] 週末不上班，調休上班的週末除外。上班時間：
    }
    { $lines }
# $office、$address、$phone: 登记处
topic-place =
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
topic-telephone = { $office }的電話：{ $phone }
# $phone: 电话
topic-elsewhere = 這件事，網上服務台現在還辦不了。可以打電話問：{ $phone }，也可以打“轉人工”，請工作人員告訴您找誰辦。
# $fee: 多少元
topic-fee =
    { $fee ->
        [0] 辦婚姻登記不收費。
       *[other] 辦婚姻登記，收費 { $fee } 元。
    }
# $man、$woman: 周岁
topic-ages = 結婚年齡：男方滿 { $man } 週歲，女方滿 { $woman } 週歲。生日當天就算滿了。
# $days: 冷静期多少天；$after: 冷静期以后，多少天里领证
topic-cooling_off =
    離婚冷靜期是 { $days } 天，從收到申請的第二天算起。這些天裡，哪一方不想離了，都可以撤回。
    過了冷靜期，再有 { $after } 天，兩位要一起來申請發離婚證。日期以回執單和登記處為準。
# $needed: 要不要带
topic-household_book =
    { $needed ->
        [yes] 辦婚姻登記，要帶戶口簿。
       *[no] 辦婚姻登記，{ bring-no_household_book }。
    }
# $service: 服务的名称；$lines: 要带的，每样一行
topic-bring =
    { $service }，一般要帶：
    { $lines }
    以登記處當場審查為準。
topic-bring_which = 辦的事不一樣，要帶的也不一樣。可以這樣問：“結婚要帶什麼”。
topic-thanks = 不客氣。
topic-greeting = 您好。

bring-reissue_photo = 近期半身免冠 2 寸照片：補結婚證要兩人合影，補離婚證要本人單人照（也可以到現場拍，各地要求不一樣）
bring-if_damaged = 證損壞了的：損壞的那本證
bring-if_proxy = 請人代辦的：{ bring-proxy }
