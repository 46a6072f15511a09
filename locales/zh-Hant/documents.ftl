# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 预约带的三样：日历、打印单、二维码。代码：bot/documents.py

## 回执下面的按钮

document-letter = 授權書（可以打印）
document-certificate = 志願服務證明（可以打印）
document-chart = 看圖
document-picture = 看圖片
# $who: 要签的人
document-sign = 給{ $who }發簽字的鏈接
document-invitation = 確認碼的二維碼
document-entry = 存到日曆
document-entry_cancelled = 從日曆刪去
document-slip = 打印單
document-code = 二維碼

document-cancelled = 這個預約已經取消了。

## 日历：别人也可能看到，不写办什么事

entry-title = 民政局預約
# $place: 民政局；$address: 地址
entry-where = { $place }，{ $address }
# $number: 编号；$phone: 登记处的电话
entry-details =
    編號：{ $number }
    電話：{ $phone }
    要帶什麼，看打印單。要改時間或取消，到網上服務台打“我的預約”。
# 没有要带的
entry-details_bare =
    編號：{ $number }
    電話：{ $phone }
    要改時間或取消，到網上服務台打“我的預約”。
# $ticket: 排在第几号
entry-details_ticket =
    編號：{ $number }
    排隊號：{ $ticket }
    電話：{ $phone }
    上班時間來就行。要帶什麼，看打印單。
entry-reminder = 明天要去民政局，要帶的東西準備好了嗎？
entry-reminder_bare = 明天要去民政局。

## 打印单

slip-title = 預約單
slip-number = 編號
slip-show = 到了窗口，出示這個二維碼，或者報編號。
slip-bring = 來的時候，請帶
# $last: 最晚哪一天
slip-change = 要改時間或取消：最晚 { $last }，到網上服務台打“我的預約”。
slip-change_ticket = 不來了：到網上服務台打“我的預約”，把號取消。換一天，重新取號。
slip-provisional = 這一天的放假安排還沒公佈，要是變成放假，會在網上服務台告訴您。
slip-demonstration = 示例，不會真的辦理
