# 工作人员收到的短信，不写是什么事、不写是谁。$place: 哪里；$number: 编号
sms-alert = 【{ $place }】有一件急事等人接，编号 { $number }。请马上打开工作台接单。

desk-roster = 值班表
desk-roster_nobody = 现在没有人值班。有人说到危险时，只能告诉对方打电话。
desk-roster_earlier = 前一周
desk-roster_now = 本周
desk-roster_later = 后一周
desk-roster_who = 谁
desk-roster_day = 从哪一天
desk-roster_since = 几点起
desk-roster_until = 到几点（早于起点就是第二天）
desk-roster_days = 连着几天
desk-roster_add = 排班
desk-roster_remove = 撤下
desk-roster_empty = 没有人值班。
desk-roster_on_duty = 正在值班
desk-roster_no_phone = 没有留手机号，收不到短信
desk-roster_unclear = 没有排上。请选人，填好日子和时间，连着的天数是 1 到 31。
desk-roster_there = 这个人这段时间已经排了班。
