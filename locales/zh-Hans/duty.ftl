# 工作人员收到的短信，不写是什么事、不写是谁。$place: 哪里；$number: 编号
sms-alert = 【{ $place }】有一件急事等人接，编号 { $number }。请马上打开工作台接单。
