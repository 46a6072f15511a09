# Made from zh-Hans by locales/build.py; what is changed here is lost.

### Replies to danger (危急情形). They go out before anything else works, and a frightened person reads them: at most
### three short lines, the number first, where they are second, no identity asked, nothing promised. They never say
### that somebody was told or is coming, and never that it stays secret (未成年人保护法 第十一条).
###
### $police, $ambulance, $fire, $mind are telephone numbers, given as text by the settings of the place:
### nationally 110, 120, 119 and 12356 (心理援助热线).

# Violence, a threat, being held or followed.
danger-violence =
    { $police }，現在就打。
    你在哪裡？村名、小區名、路口都行。
    能走就先走，走不了就鎖好門躲著。

# Somebody who wants to die, or somebody beside them who writes.
danger-suicide =
    { $police } 或 { $ambulance }，現在就打；想有人聽你說，打 { $mind }。
    人在哪裡？村名、小區名、路口都行。
    先離開藥、繩子和高處，身邊的人別走開。

# Injury, sudden illness, poisoning, somebody who does not wake.
danger-injury =
    { $ambulance }，現在就打。
    人在哪裡？村名、小區名、路口都行。
    先別搬動人，照電話裡說的做。

# Fire, gas, carbon monoxide (一氧化碳), water, a building that falls.
danger-fire_gas =
    { $fire }，現在就打；有人受傷、頭暈或叫不醒，再打 { $ambulance }。
    你在哪裡？村名、小區名、路口都行。
    人先出來，別回去拿東西；有煤氣味別開燈、別點火。

# A child in danger now; an adult or the child writes.
danger-child =
    { $police }，現在就打。
    孩子在哪裡？村名、小區名、路口都行。
    先讓孩子待在安全的地方，有大人看著。

# Follows danger-child or another reply when the writer seems to be a child.
danger-child_speaking =
    小孩也可以打 { $police }，不花錢。
    這不是你的錯，先去找一個信得過的大人。

# A missing person; nobody has to wait a day before reporting it.
danger-missing =
    { $police }，現在就打，不用等 24 小時。
    最後一次在哪裡看見人的？
    把照片、穿的衣服、走的時間告訴警察。

# Neutral on purpose: somebody else may read this telephone.
danger-office = 民政的工作人員只在上班時間能看到這裡的消息。
