# 预约带的三样：日历、打印单、二维码。代码：bot/documents.py

## 回执下面的按钮

document-letter = 授权书（可以打印）
document-certificate = 志愿服务证明（可以打印）
document-chart = 看图
document-picture = 看图片
# $who: 要签的人
document-sign = 给{ $who }发签字的链接
document-invitation = 确认码的二维码
document-entry = 存到日历
document-entry_cancelled = 从日历删去
document-slip = 打印单
document-code = 二维码

document-cancelled = 这个预约已经取消了。

## 日历：别人也可能看到，不写办什么事

entry-title = 民政局预约
# $place: 民政局；$address: 地址
entry-where = { $place }，{ $address }
# $number: 编号；$phone: 登记处的电话
entry-details =
    编号：{ $number }
    电话：{ $phone }
    要带什么，看打印单。要改时间或取消，到网上服务台打“我的预约”。
# 没有要带的
entry-details_bare =
    编号：{ $number }
    电话：{ $phone }
    要改时间或取消，到网上服务台打“我的预约”。
# $ticket: 排在第几号
entry-details_ticket =
    编号：{ $number }
    排队号：{ $ticket }
    电话：{ $phone }
    上班时间来就行。要带什么，看打印单。
entry-reminder = 明天要去民政局，要带的东西准备好了吗？
entry-reminder_bare = 明天要去民政局。

## 打印单

slip-title = 预约单
slip-number = 编号
slip-show = 到了窗口，出示这个二维码，或者报编号。
slip-bring = 来的时候，请带
# $last: 最晚哪一天
slip-change = 要改时间或取消：最晚 { $last }，到网上服务台打“我的预约”。
slip-change_ticket = 不来了：到网上服务台打“我的预约”，把号取消。换一天，重新取号。
slip-provisional = 这一天的放假安排还没公布，要是变成放假，会在网上服务台告诉您。
slip-demonstration = 示例，不会真的办理
