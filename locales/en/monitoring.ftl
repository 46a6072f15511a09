# Telling of a change in a household (dynamic monitoring): flows/monitoring/

report_change-notice =
    If a household has got into difficulty, or things there have changed, you can say so here. The township will send somebody to look.
    The bureau uses what you saw, where the household lives and your telephone, only to look into it and to help. No ID number is needed.
    Illness and disability are asked about only if the household agrees; without that they are neither asked nor kept. What you enter is kept encrypted. { notice-kept }
    Do you agree to enter it here? If not, you can tell the village (community) or the township.
    .label = Consent
    .agree = I agree
    .decline = No, I will tell the village or the township
report_change-who = Who are you?
    .label = Told by
    .village_staff = Village (community) staff or assistant
    .neighbour = Neighbour, relative or friend
    .self = It is about my own household
report_change-tonight = Is there anything that must be done tonight? You can choose several. If somebody is in danger, call 110 or 120 first.
    .label = Needed tonight
    .food = Food
    .shelter = A place to stay
    .warmth = Heating, clothes or blankets
    .care = Somebody must be looked after
    .other = Something else that cannot wait
    .nothing = No, nothing urgent
report_change-knows = Does the household know that you are telling us?
    .label = Household knows
    .agreed = They know and agree
    .asked = They asked me to tell you
    .unaware = They do not know, or did not agree
    .unsure = I cannot say
report_change-seen = What did you see? You can choose several.
    .label = What was seen
    .illness = Serious illness or injury
    .disability = Somebody became disabled
    .fire = A burned or damaged house
    .disaster = A natural disaster
    .traffic = A traffic accident
    .income = Work lost, or much less income
    .death = Somebody in the family died
    .child = A child with nobody to look after it
    .school = School costs too much
    .better = Income or property much better
    .moved = Moved away, long absent
    .custody = Somebody is in prison or custody
    .other = None of these, another change
report_change-noticed = What did you see? You can choose several. Please say nothing of illness or disability here.
    .label = What was seen
    .fire = A burned or damaged house
    .disaster = A natural disaster
    .traffic = A traffic accident
    .income = Work lost, or much less income
    .death = Somebody in the family died
    .child = A child with nobody to look after it
    .school = School costs too much
    .better = Income or property much better
    .moved = Moved away, long absent
    .hardship = None of these, another difficulty, please look
report_change-when = About when did it happen?
    .label = When
    .days = These last days
    .month = Within about a month
    .longer = Longer ago
    .unsure = I cannot say
report_change-words = You can say a little more about what you saw. No ID number is needed.
    .label = What it is like
    .none = Nothing more
report_change-receives = Does the household receive assistance now, such as the subsistence allowance (dibao)?
    .label = Receives assistance
    .no = No
    .yes = Yes
    .unsure = I do not know
report_change-township = In which township does the household live?
    .label = Township
    .unsure = I do not know, or none of these
report_change-village = In which village (community)?
    .label = Village (community)
    .unknown = I do not know, or it is not listed
report_change-name = What is somebody there called? One name is enough, and it can be left out.
    .label = Name
    .unknown = I do not know
report_change-where = How is the household found? For example: third house at the east end of the village, a big tree at the gate.
    .label = How to find it
report_change-no_health = Please write only how the household is found. They have not agreed yet, so leave out illness and disability.
report_change-phone = Please leave a telephone number at which you can be reached. You can leave it out. Only the staff who look into this use it; it is not put into anything the household is shown. If the police or another authority asks by law, we must tell.
    .label = Your telephone
    .none = No telephone
# $lines: what was entered, one line each
report_change-summary =
    Please check:
    { $lines }

    Is everything correct? If so, it goes to the township.
    .label = Check
    .yes = All correct

# $number: the receipt number
report_change-reported =
    Thank you. Received, number { $number }. The staff have it and will look into it.
    What comes of it is the household's own matter: we tell only them.
report_change-child =
    Thank you. Received, number { $number }. It has gone to the staff as urgent.
    If the child is in danger now, call 110 at once. The line for the protection of minors is 12345.
report_change-urgent =
    Received, number { $number }. It has gone to the staff as urgent. Papers can follow later.
    If somebody is in danger, call 110 or 120 first.
report_change-at_the_office = All right. You can tell the village (community) or the township, or they can apply for assistance themselves.
report_change-nothing_stops = Nobody's assistance stops because of this alone: a person looks first, and before anything stops the household is told why and how to appeal.
report_change-apply = Your household can also apply for assistance directly: reply "Social assistance". There is no need to wait.

## What staff are told

report_change-kind_policy_gap = help that is missed (政策漏保)
report_change-kind_new_need = a new need (新增困难)
report_change-kind_exit = perhaps an end (可能退出)
# $kind: which kind of alert; $sure: whether it is sure; $reasons: why; $sources: the rules
report_change-brief_alert =
    { $sure ->
        [yes] Please look into it
       *[unknown] Not certain, please look into it
    }: { $kind }. { $reasons } ({ $sources }).
# $kind: which kind of alert; $facts: what is still to be known
report_change-brief_missing = Whether it is { $kind } depends on: { $facts }.
# $what: kinds of assistance
report_change-brief_fits = Assistance that may fit, to look at: { $what }.
# $needs: what is needed tonight
report_change-brief_tonight = Help is needed tonight: { $needs }. Help first, papers later (民发〔2018〕23号).
report_change-brief_child = A child may have nobody to look after it: a child that may be harmed or in danger is to be reported at once to the police, civil affairs and education (Law on the Protection of Minors, article 11). Promise nobody secrecy.
# $who: who told
report_change-brief_who = Told by: { $who }.
report_change-brief_agreed = Whoever told it says that the household agreed; that was not checked with them.
report_change-brief_asked = Whoever told it says that the household asked them to; the mandate was not checked.
report_change-brief_without = Without the household's consent: illness, disability and names were not asked. Please go and look, and ask whether they want help (Personal Information Protection Law, article 29).
report_change-brief_exit = What was told stops no payment: look into it first, and tell the household why and what they can do before anything stops.
report_change-brief_reporter = Do not tell the household who told it or their telephone; nor whoever told it how the household is or what came of it.
report_change-why_tonight = something is needed tonight
report_change-why_illness = a serious illness or injury
report_change-why_disability = somebody became disabled
report_change-why_fire = a fire or a damaged house
report_change-why_disaster = a natural disaster
report_change-why_traffic = a traffic accident
report_change-why_income = work lost, or much less income
report_change-why_child = a child with nobody to look after it
report_change-why_school = school costs too much
report_change-why_death = somebody in the family died
report_change-why_hardship = another difficulty
report_change-why_other = another change
report_change-why_better = income or property much better
report_change-why_moved = moved away, or long absent
report_change-why_custody = somebody is in prison or custody
report_change-why_receives = said to receive assistance
report_change-why_receives_nothing = said to receive no assistance
report_change-why_receives_unknown = whether they receive assistance is not known
report_change-fact_receives = whether they receive assistance, and which
report_change-fact_who_died = who died, whether the family lived on them, whether they received assistance
report_change-fact_what_happened = what happened
