# 变动提醒：flows/benefits/news.py、flows/benefits/stop_flow.py、bot/benefits/news.py、bot/benefits/watching.py

benefits-news_on =
    好的。以后到了哪一步、发了钱、要停发、缺材料、快到资格认证的日子，会在这个对话里告诉您，晚上不打扰。
    消息里有是哪一项、多少钱、什么原因，能看这个对话的人都看得到。
    不想收了，什么时候打“停止提醒”都行。
benefits-news_off = 好的，有变动不再告诉您。想再收，打“我的救助待遇”。
# $what: 下面的几行，或者 benefits-news_elsewhere
benefits-news =
    您登记的事项有新情况：
    { $what }
    不想再收，打“停止提醒”。
# 不能写个人情况的渠道里，代替上面的几行
benefits-news_elsewhere = 打“我的救助待遇”，到服务台的页面上看。
# $name: 哪一类
benefits-news_of = { $name }：
# $name: 哪一类；$since: 从哪天起
benefits-news_stops = { $name }：登记为从 { $since } 起停发
benefits-news_not_yet = 现在还没有停。情况不是这样，现在就可以说：打“我的救助待遇”，选“请工作人员联系我”。
benefits-news_more = 还有别的，打“我的救助待遇”看。
benefits-news_over =
    登记的电话或者授权和以前不一样了，为了不让别人看到，这里的变动提醒停了。
    想接着收，打“我的救助待遇”，重新核对身份以后再打开。
benefits-news_known = 变动提醒：开着。打“停止提醒”就停。

stop_news-which = 停哪一种？
    .label = 提醒
stop_news-way =
    .all = 救助待遇的变动提醒
    .nothing = 没有打开的
stop_news-stopped = 好的，变动提醒停了，以后不再发。想再收，打“我的救助待遇”。
stop_news-none = 这里没有打开变动提醒。冷静期的提醒，打“冷静期提醒”可以停。
