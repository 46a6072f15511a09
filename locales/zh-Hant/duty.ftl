# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 工作人员收到的短信，不写是什么事、不写是谁。$place: 哪里；$number: 编号
sms-alert = 【{ $place }】有一件急事等人接，編號 { $number }。請馬上打開工作台接單。
