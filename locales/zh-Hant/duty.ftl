# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 工作人员收到的短信，不写是什么事、不写是谁。$place: 哪里；$number: 编号
sms-alert = 【{ $place }】有一件急事等人接，編號 { $number }。請馬上打開工作台接單。

desk-roster = 值班表
desk-roster_nobody = 現在沒有人值班。有人說到危險時，只能告訴對方打電話。
desk-roster_earlier = 前一週
desk-roster_now = 本週
desk-roster_later = 後一週
desk-roster_who = 誰
desk-roster_day = 從哪一天
desk-roster_since = 幾點起
desk-roster_until = 到幾點（早於起點就是第二天）
desk-roster_days = 連著幾天
desk-roster_add = 排班
desk-roster_remove = 撤下
desk-roster_empty = 沒有人值班。
desk-roster_on_duty = 正在值班
desk-roster_no_phone = 沒有留手機號，收不到短信
desk-roster_unclear = 沒有排上。請選人，填好日子和時間，連著的天數是 1 到 31。
desk-roster_there = 這個人這段時間已經排了班。
