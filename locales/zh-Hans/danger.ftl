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

# A child in danger now; an adult writes, or (speaking) the child.
danger-child =
    { $police }，现在就打。
    电话里先说孩子在哪里：村名、小区名、路口都行。
    先让孩子待在安全的地方，有大人看着。
    .speaking =
        { $police }，现在就打，小孩打也不花钱。
        电话里先说你在哪里：村名、小区名、学校名都行。
        先去安全的地方，离你信得过的大人近一点。

# Follows danger-child when an adult writes: the duty to report of 未成年人保护法 第十一条.
danger-must_report = 孩子可能受到伤害的，我们依法必须马上报告公安等部门。

# Follows danger-child.speaking or another reply when the writer seems to be a child.
danger-child_speaking =
    小孩也可以打 { $police }。说出来是对的，这不是你的错。
    法律要我们告诉保护小孩的大人，好让他们来帮你。

# The same message, or one after it, asks that nobody be told.
danger-no_secret = 说出来不容易，可我们不能答应保密：要让能帮忙的人知道，才护得住人。
    .child = 我们不能答应你替你瞒着。不是不信你：能保护你的大人要知道了，才能帮你。

# A missing person, or (found) a lost one who stands beside the writer (走失、流浪乞讨人员); nobody has to wait a day before reporting it.
danger-missing =
    { $police }，现在就打，不用等 24 小时。
    电话里先说最后在哪里看见人的。
    再说穿的什么、几点走的，有照片就带上。
    .found =
        { $police }，现在就打，不用等 24 小时。
        电话里先说人现在在哪里、穿的什么、说过什么。
        先陪着，别让走远；也可以问救助站，不收钱。

# Neutral on purpose: somebody else may read this telephone.
danger-office = 这里写的话，民政的工作人员上班时间才看得到，急事请打电话。
