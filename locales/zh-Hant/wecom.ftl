# Made from zh-Hans by locales/build.py; what is changed here is lost.

### 工作人员在企业微信群里看到的话：只有编号、事项、急不急，没有个人信息。代码：bot/robots.py、bot/wecom.py；事项那一行在 staff_bot.ftl

wecom-danger = 有人有危險，請馬上接辦。
wecom-danger_still = 有人有危險，還沒有人接辦，請馬上接辦。

## 服务台上

desk-bot_wecom = 企業微信群機器人
desk-robots_silent = 企業微信群機器人發不出通知
desk-robots_how = 這些群的機器人被移除了，或者密鑰不對。通知沒有送到，請先看待辦；請管理員換上新的密鑰，重啟服務。
