# Made from zh-Hans by locales/build.py; what is changed here is lost.

### Replies to danger (危急情形). They go out before anything else works, and a frightened person reads them: at most
### three short lines, the number first, what to say on the telephone second, no identity asked, nothing promised. They
### ask no question: an answer typed here would help nobody. They never say that somebody was told or is coming, and
### never that it stays secret: what harms a child must be reported at once to the police, civil affairs and education
### (公安、民政、教育; 未成年人保护法 第十一条).
###
### $police, $ambulance, $fire, $mind, $women are telephone numbers, given as text by the settings of the place:
### nationally 110, 120, 119, 12356 (心理援助热线) and 12338 (妇女维权热线).

# Violence, a threat, being held or followed.
danger-violence =
    { $police }，現在就打。
    電話裡先說在哪裡：村名、小區名、路口都行。
    能走就先走，走不了就鎖好門躲著。

# Somebody afraid, controlled or threatened, or who asks about violence at home; no blow is told. Gentler than the one
# above; 村委会、居委会 and 妇联 are named by 反家庭暴力法 第十三条, the court's order by 第二十三条.
danger-fear =
    { $police }：覺得不安全，隨時可以打，先說在哪裡。
    { $women } 是婦女維權熱線，想有人聽、想問怎麼辦，都能打。
    也可以找派出所、婦聯、村委會或居委會，或者去法院申請人身安全保護令。

# Somebody who wants to die, or somebody beside them who writes.
danger-suicide =
    { $police } 或 { $ambulance }，現在就打；想有人聽你說，打 { $mind }。
    電話裡先說人在哪裡：村名、小區名、路口都行。
    先離開藥、繩子和高處，身邊的人別走開。

# Injury, sudden illness, poisoning, somebody who does not wake.
danger-injury =
    { $ambulance }，現在就打。
    電話裡先說人在哪裡：村名、小區名、路口都行。
    先別搬動人，照電話裡說的做。

# Fire, gas, carbon monoxide (一氧化碳), water, a building that falls.
danger-fire_gas =
    { $fire }，現在就打；有人受傷、頭暈或叫不醒，再打 { $ambulance }。
    電話裡先說在哪裡：村名、小區名、路口都行。
    人先出來，別回去拿東西；有煤氣味別開燈、別點火。

# A child in danger now; an adult writes, or (speaking) the child.
danger-child =
    { $police }，現在就打。
    電話裡先說孩子在哪裡：村名、小區名、路口都行。
    先讓孩子待在安全的地方，有大人看著。
    .speaking =
        { $police }，現在就打，小孩打也不花錢。
        電話裡先說你在哪裡：村名、小區名、學校名都行。
        先去安全的地方，離你信得過的大人近一點。

# Follows danger-child when an adult writes: the duty to report of 未成年人保护法 第十一条.
danger-must_report = 孩子可能受到傷害的，我們依法必須馬上報告公安等部門。

# Follows danger-child.speaking or another reply when the writer seems to be a child.
danger-child_speaking =
    小孩也可以打 { $police }。說出來是對的，這不是你的錯。
    法律要我們告訴保護小孩的大人，好讓他們來幫你。

# The same message, or one after it, asks that nobody be told.
danger-no_secret = 說出來不容易，可我們不能答應保密：要讓能幫忙的人知道，才護得住人。
    .child = 我們不能答應你替你瞞著。不是不信你：能保護你的大人要知道了，才能幫你。

# A missing person, or (found) a lost one who stands beside the writer (走失、流浪乞讨人员); nobody has to wait a day before reporting it.
danger-missing =
    { $police }，現在就打，不用等 24 小時。
    電話裡先說最後在哪裡看見人的。
    再說穿的什麼、幾點走的，有照片就帶上。
    .found =
        { $police }，現在就打，不用等 24 小時。
        電話裡先說人現在在哪裡、穿的什麼、說過什麼。
        先陪著，別讓走遠；也可以問救助站，不收錢。

# Neutral on purpose: somebody else may read this telephone.
danger-office = 這裡寫的話，民政的工作人員上班時間才看得到，急事請打電話。
