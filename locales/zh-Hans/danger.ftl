### Replies to danger (危急情形). They go out before anything else works, and a frightened person reads them: at most
### three short lines, the number first, what to say on the telephone second, no identity asked, nothing promised. They
### ask no question: an answer typed here would help nobody. They never say that somebody was told or is coming, and
### never that it stays secret (未成年人保护法 第十一条).
###
### $police, $ambulance, $fire, $mind, $women are telephone numbers, given as text by the settings of the place:
### nationally 110, 120, 119, 12356 (心理援助热线) and 12338 (妇女维权热线).

# Violence, a threat, being held or followed.
danger-violence =
    { $police }，现在就打。
    电话里先说在哪里：村名、小区名、路口都行。
    能走就先走，走不了就锁好门躲着。

# Somebody afraid, controlled or threatened, or who asks about violence at home; no blow is told. Gentler than the one
# above; 村委会、居委会 and 妇联 are named by 反家庭暴力法 第十三条, the court's order by 第二十三条.
danger-fear =
    { $police }：觉得不安全，随时可以打，先说在哪里。
    { $women } 是妇女维权热线，想有人听、想问怎么办，都能打。
    也可以找派出所、妇联、村委会或居委会，或者去法院申请人身安全保护令。

# Somebody who wants to die, or somebody beside them who writes.
danger-suicide =
    { $police } 或 { $ambulance }，现在就打；想有人听你说，打 { $mind }。
    电话里先说人在哪里：村名、小区名、路口都行。
    先离开药、绳子和高处，身边的人别走开。

# Injury, sudden illness, poisoning, somebody who does not wake.
danger-injury =
    { $ambulance }，现在就打。
    电话里先说人在哪里：村名、小区名、路口都行。
    先别搬动人，照电话里说的做。

# Fire, gas, carbon monoxide (一氧化碳), water, a building that falls.
danger-fire_gas =
    { $fire }，现在就打；有人受伤、头晕或叫不醒，再打 { $ambulance }。
    电话里先说在哪里：村名、小区名、路口都行。
    人先出来，别回去拿东西；有煤气味别开灯、别点火。

# A child in danger now; an adult or the child writes.
danger-child =
    { $police }，现在就打。
    电话里先说孩子在哪里：村名、小区名、路口都行。
    先让孩子待在安全的地方，有大人看着。

# Follows danger-child or another reply when the writer seems to be a child.
danger-child_speaking =
    小孩也可以打 { $police }，不花钱。
    这不是你的错，先去找一个信得过的大人。

# A missing person; nobody has to wait a day before reporting it.
danger-missing =
    { $police }，现在就打，不用等 24 小时。
    电话里先说最后在哪里看见人的。
    再说穿的什么、几点走的，有照片就带上。

# Neutral on purpose: somebody else may read this telephone.
danger-office = 这里写的话，民政的工作人员上班时间才看得到，急事请打电话。
