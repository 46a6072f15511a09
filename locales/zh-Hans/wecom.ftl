### 工作人员在企业微信群里看到的话：只有编号、事项、急不急，没有个人信息。代码：bot/robots.py、bot/wecom.py；事项那一行在 staff_bot.ftl

wecom-danger = 有人有危险，请马上接办。
wecom-danger_still = 有人有危险，还没有人接办，请马上接办。

## 服务台上

desk-bot_wecom = 企业微信群机器人
desk-robots_silent = 企业微信群机器人发不出通知
desk-robots_how = 这些群的机器人被移除了，或者密钥不对。通知没有送到，请先看待办；请管理员换上新的密钥，重启服务。
