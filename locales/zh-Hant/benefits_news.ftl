# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 变动提醒：flows/benefits/news.py、flows/benefits/stop_flow.py、bot/benefits/news.py、bot/benefits/watching.py

benefits-news_on =
    好的。以後到了哪一步、發了錢、要停發、缺材料、快到資格認證的日子，會在這個對話裡告訴您，晚上不打擾。
    消息裡有是哪一項、多少錢、什麼原因，能看這個對話的人都看得到。
    不想收了，什麼時候打“停止提醒”都行。
benefits-news_off = 好的，有變動不再告訴您。想再收，打“我的救助待遇”。
# $what: 下面的几行，或者 benefits-news_elsewhere
benefits-news =
    您登記的事項有新情況：
    { $what }
    不想再收，打“停止提醒”。
# 不能写个人情况的渠道里，代替上面的几行
benefits-news_elsewhere = 打“我的救助待遇”，到服務台的頁面上看。
# $name: 哪一类
benefits-news_of = { $name }：
# $name: 哪一类；$since: 从哪天起
benefits-news_stops = { $name }：登記為從 { $since } 起停發
benefits-news_not_yet = 現在還沒有停。情況不是這樣，現在就可以說：打“我的救助待遇”，選“請工作人員聯繫我”。
benefits-news_more = 還有別的，打“我的救助待遇”看。
benefits-news_over =
    登記的電話或者授權和以前不一樣了，為了不讓別人看到，這裡的變動提醒停了。
    想接著收，打“我的救助待遇”，重新核對身份以後再打開。
benefits-news_known = 變動提醒：開著。打“停止提醒”就停。

stop_news-which = 停哪一種？
    .label = 提醒
stop_news-way =
    .all = 救助待遇的變動提醒
    .nothing = 沒有打開的
stop_news-stopped = 好的，變動提醒停了，以後不再發。想再收，打“我的救助待遇”。
stop_news-none = 這裡沒有打開變動提醒。冷靜期的提醒，打“冷靜期提醒”可以停。
