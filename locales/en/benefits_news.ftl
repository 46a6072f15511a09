# Telling of changes: flows/benefits/news.py, flows/benefits/stop_flow.py, bot/benefits/news.py, bot/benefits/watching.py

benefits-news_on =
    All right. When a step is reached, money is paid, a payment is to stop, papers are missing or re-certification comes near, you are told in this conversation, never at night.
    The message says which benefit, how much and why; whoever can read this conversation can read it.
    To stop it, type “Stop reminders” at any time.
benefits-news_off = All right, you are no longer told of changes. To have it again, type “My benefits”.
# $what: the lines below, or benefits-news_elsewhere
benefits-news =
    There is something new about what you have registered:
    { $what }
    To stop these messages, type “Stop reminders”.
# In place of the lines, on channels that may carry nothing personal
benefits-news_elsewhere = Type “My benefits” and see it at the page of the desk.
# $name: which benefit
benefits-news_of = { $name }:
# $name: which benefit; $since: from which day
benefits-news_stops = { $name }: registered to stop from { $since }
benefits-news_not_yet = It has not stopped yet. If things are otherwise, say so now: type “My benefits” and choose “Have the staff contact me”.
benefits-news_more = There is more; type “My benefits” to see it.
benefits-news_over =
    The telephone or the mandate on file has changed. So that nobody else reads it, you are no longer told of changes here.
    To go on, type “My benefits”, show who you are again and switch it on.
benefits-news_known = Telling of changes: on. Type “Stop reminders” to stop it.

stop_news-which = Which reminders should stop?
    .label = Reminders
stop_news-way =
    .all = Reminders of changes of benefits
    .nothing = None is switched on
stop_news-stopped = All right, reminders of changes have stopped. To have them again, type “My benefits”.
stop_news-none = No reminders of changes are switched on here. Reminders of the cooling-off period are stopped under “Cooling-off reminders”.
