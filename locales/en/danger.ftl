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
    Call { $police } now.
    Tell them first where you are: the village, the building or the nearest crossing.
    Leave if you can. If you cannot, lock the door and hide.

# Somebody afraid, controlled or threatened, or who asks about violence at home; no blow is told. Gentler than the one
# above; 村委会、居委会 and 妇联 are named by 反家庭暴力法 第十三条, the court's order by 第二十三条.
danger-fear =
    { $police }: call any time you do not feel safe, and say first where you are.
    { $women } is the women's helpline, to be heard or to ask what can be done.
    You can also go to the police station, the women's federation or the village committee, and ask a court for a protection order.

# Somebody who wants to die, or somebody beside them who writes.
danger-suicide =
    Call { $police } or { $ambulance } now. For someone who listens, call { $mind }.
    Tell them first where the person is: the village, the building or the nearest crossing.
    Move away from pills, ropes and heights. Whoever is there: stay with them.

# Injury, sudden illness, poisoning, somebody who does not wake.
danger-injury =
    Call { $ambulance } now.
    Tell them first where the person is: the village, the building or the nearest crossing.
    Do not move them; do what you are told on the telephone.

# Fire, gas, carbon monoxide (一氧化碳), water, a building that falls.
danger-fire_gas =
    Call { $fire } now. If someone is hurt, dizzy or does not wake, also call { $ambulance }.
    Tell them first where you are: the village, the building or the nearest crossing.
    Get out first and do not go back for things. If you smell gas: no lights, no flame.

# A child in danger now; an adult writes, or (speaking) the child.
danger-child =
    Call { $police } now.
    Tell them first where the child is: the village, the building or the nearest crossing.
    Keep the child somewhere safe, with an adult watching.
    .speaking =
        Call { $police } now. It costs nothing, for children too.
        Tell them first where you are: the village, the building or your school.
        Go somewhere safe, near a grown-up you trust.

# Follows danger-child when an adult writes: the duty to report of 未成年人保护法 第十一条.
danger-must_report = Where a child may be harmed, the law says we must report it to the police and others at once.

# Follows danger-child.speaking or another reply when the writer seems to be a child.
danger-child_speaking =
    Children can call { $police } too. Telling was right, and this is not your fault.
    The law says we must tell the grown-ups who protect children, so that they can help you.

# The same message, or one after it, asks that nobody be told.
danger-no_secret = It is not easy to tell. But we cannot promise to keep this secret: those who can help have to know.
    .child = We cannot promise to keep this for you. It is not that we doubt you: the grown-ups who can protect you have to know, to help you.

# A missing person, or (found) a lost one who stands beside the writer (走失、流浪乞讨人员); nobody has to wait a day before reporting it.
danger-missing =
    Call { $police } now. You need not wait 24 hours.
    Tell them first where the person was last seen.
    Then what they wore and when they left; bring a photo if you have one.
    .found =
        Call { $police } now. You need not wait 24 hours.
        Tell them first where the person is now, what they wear and what they said.
        Stay with them. You can also ask the relief station; it is free.

# Neutral on purpose: somebody else may read this telephone.
danger-office = What is written here, the civil affairs staff see only in office hours. If it is urgent, please call.
