### What staff read in their groups on WeCom: number, service and urgency, nothing personal. Code: bot/robots.py, bot/wecom.py; the line about the case is in staff_bot.ftl

wecom-danger = Somebody is in danger. Please take it on now.
wecom-danger_still = Somebody is in danger and nobody has taken it on. Please take it on now.

## At the desk

desk-bot_wecom = The robots of WeCom groups
desk-robots_silent = Robots of WeCom groups that cannot speak
desk-robots_how = These robots were removed, or their keys are wrong. Notices did not arrive; please look at the queue. An administrator sets new keys and restarts the service.
