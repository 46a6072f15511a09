### Replies to danger (危急情形). They go out before anything else works, and a frightened person reads them: at most
### three short lines, the number first, where they are second, no identity asked, nothing promised. They never say
### that somebody was told or is coming, and never that it stays secret (未成年人保护法 第十一条).
###
### $police, $ambulance, $fire, $mind are telephone numbers, given as text by the settings of the place:
### nationally 110, 120, 119 and 12356 (心理援助热线).

# Violence, a threat, being held or followed.
danger-violence =
    Call { $police } now.
    Where are you? The village, the building or the nearest crossing is enough.
    Leave if you can. If you cannot, lock the door and hide.

# Somebody who wants to die, or somebody beside them who writes.
danger-suicide =
    Call { $police } or { $ambulance } now. For someone who listens, call { $mind }.
    Where is the person? The village, the building or the nearest crossing is enough.
    Move away from pills, ropes and heights. Whoever is there: stay with them.

# Injury, sudden illness, poisoning, somebody who does not wake.
danger-injury =
    Call { $ambulance } now.
    Where is the person? The village, the building or the nearest crossing is enough.
    Do not move them; do what you are told on the telephone.

# Fire, gas, carbon monoxide (一氧化碳), water, a building that falls.
danger-fire_gas =
    Call { $fire } now. If someone is hurt, dizzy or does not wake, also call { $ambulance }.
    Where are you? The village, the building or the nearest crossing is enough.
    Get out first and do not go back for things. If you smell gas: no lights, no flame.

# A child in danger now; an adult or the child writes.
danger-child =
    Call { $police } now.
    Where is the child? The village, the building or the nearest crossing is enough.
    Keep the child somewhere safe, with an adult watching.

# Follows danger-child or another reply when the writer seems to be a child.
danger-child_speaking =
    Children can call { $police } too. It costs nothing.
    This is not your fault. Go to a grown-up you trust.

# A missing person; nobody has to wait a day before reporting it.
danger-missing =
    Call { $police } now. You need not wait 24 hours.
    Where was the person last seen?
    Tell the police what they wore and when they left, and give them a photo.

# Neutral on purpose: somebody else may read this telephone.
danger-office = The civil affairs staff see messages here only during office hours.
