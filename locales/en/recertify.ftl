# Re-certification: flows/benefits/certify_flow.py, bot/benefits/certifying.py, bot/benefits/certify_due.py

recertify-record = Which one do you want to certify?
    .label = Which one
    .later = Not now
# $scheme: what kind; $due: by which day
recertify-one = { $scheme } (by { $due })
recertify-gone = This one cannot be certified now. Please choose again.
recertify-proof_over = So that nobody else does it for you, your identity counts for a short time only, and that is over. Type “Re-certify” again to confirm it and go on.
recertify-handed_in = This time’s re-certification is with the township to confirm. It need not be done again.
# $due: which day
recertify-not_yet = There is nothing to certify now. The next time is due by { $due }; it is enough to come back shortly before.
recertify-nothing = There is nothing to certify now, and no day for the next time is on record. If you are not sure, ask the staff.
recertify-down = The register of benefits does not answer now, so what is to be certified cannot be seen. Please come back in a while. To be a little later is all right; nothing stops because of this.

# $scheme: what kind; $due: by which day
recertify-notice_certify =
    { $scheme }: it is to be re-certified by { $due }. A few questions, a minute or two; no photo, no face scan.
    You are asked whether home, household, income and account are as before. What you say is used for this re-certification only, kept encrypted, and goes to the township to confirm. { notice-kept }
    Do you agree to do it here? If not, it can be done at the township or in the village.
    .label = Consent
    .agree = I agree
    .decline = No, I will do it at the township or in the village
recertify-how = How would you like to do it?
    .label = How
    .questions = Answer a few questions now
    .questions-words = answer now|questions|now
    .visit = Ask for a visit at home
    .visit-words = visit|a visit|come to my home
recertify-who = Is the person themselves answering? Help with the phone is all right.
    .label = Who answers
    .self = Yes, the person themselves
    .self-words = yes|myself|me
    .helper = No, somebody answers for them
    .helper-words = no|somebody else
    .unsure = I cannot say
recertify-living = Does the person still live at the place on record?
    .label = Home
    .same = Still there
    .moved = Moved away
    .unsure = I cannot say
recertify-moved_to = To which township?
    .label = Moved to
    .elsewhere = None of these, or I do not know
recertify-household = Has anything changed in the household since last time? You can choose several.
    .label = Household
    .died = Somebody died
    .married = Somebody started a family of their own
    .left = Somebody moved out
    .joined = Somebody joined, such as a newborn
    .unsure = I cannot say
    .same = No change
recertify-income = Is the household’s income about the same as before?
    .label = Income
    .same = About the same
    .less = Quite a bit less
    .more = Quite a bit more
    .unsure = I cannot say
# $tail: last four digits of the account
recertify-account = The money goes to the account ending { $tail }. Is it still in use?
    .label = Account
    .same = Still in use
    .changed = It is to be replaced, or no longer works
    .unsure = I cannot say
recertify-words = Would you like to say a little about what changed? No ID or account numbers are needed.
    .label = What changed
    .none = Nothing more
recertify-needs_visit = All right. Since it is not the person who answers, somebody will come to see them; that is the safest. Do not worry, nothing stops because of this.
recertify-visit_when = When would suit you? You can choose several.
    .label = Suitable times
    .morning = Weekday mornings
    .afternoon = Weekday afternoons
    .weekend = Weekends
    .any = Any time
recertify-phone = Which telephone shall we call before coming?
    .label = Telephone
    .on_file = The telephone on file
recertify-know = Is there anything whoever comes should know? For example a dog, or somebody hard of hearing.
    .label = To know before the visit
    .none = Nothing
# $lines: what was entered, one line each
recertify-summary =
    Please check:
    { $lines }

    Is everything correct? If so, it goes to the township.
    .label = Check
    .yes = All correct

# $number: receipt number
recertify-done = Done here, and with the township to confirm, number { $number }. It counts once the township has confirmed; they will contact you if anything is to be asked.
recertify-with_changes = The changes you told went with it; the staff look into them first and then tell you.
# $number: receipt number
recertify-visit = Noted, number { $number }; it is with the township. They call before they come.
recertify-nothing_stops = Your benefit does not stop automatically because of this. Before anything changes you are told why, and what you can do if you disagree.
recertify-later = All right. When you want to do it, type “Re-certify”.
recertify-at_the_office = All right. Take your ID card to the township or the village; if you cannot go out, call and ask them to come.

recertify-change =
    .moved = moved away
    .died = somebody died
    .married = somebody started a family of their own
    .left = somebody moved out
    .joined = somebody joined
    .income_more = more income
    .income_less = less income
    .account = account to be replaced

## What staff are told

# $name: name; $phone: telephone; $record: number in the register; $scheme: what kind; $due: by which day
recertify-brief_of = { $name } ({ $phone }), { $scheme }, number { $record } in the register, to be certified by { $due }. Identity confirmed by a code.
recertify-brief_by =
    .self = The code went to the person’s telephone on file; the person is said to have answered themselves.
    .helper = The code went to the person’s telephone on file; somebody is said to have answered for them.
    .unsure = The code went to the person’s telephone on file; whether the person answered is not certain.
    .mandate = Done by somebody with a mandate; the person did not answer.
    .guardian = Answered by the guardian.
recertify-brief_late = It was done after its day; who came counts as having done it.
recertify-brief_visit =
    .asked = Please visit the person: they asked for it.
    .mandate = Please visit the person: it was done by somebody with a mandate.
    .helper = Please visit the person: somebody answered for them.
    .unsure = Please visit the person: whether they answered is not certain.
# $what: which changes
recertify-brief_changes = Changes told: { $what }. Please look into them first; a change does not mean that somebody no longer qualifies, and nothing stops unverified.
# $what: which of them
recertify-brief_unclear = Not certain: { $what }. That is no failure; a call is enough to ask.
recertify-brief_to_do =
    .confirm = Please confirm, set the next day in the register, then close it. The register was not changed automatically.
    .visit = Please call, then visit; set the next day in the register, then close it. The register was not changed automatically.
# $n: how many people
recertify-brief_list = Not re-certified in time: { $n ->
        [one] 1 person
       *[other] { $n } people
    }.
recertify-brief_list_lines = Each line: name, telephone on file, number in the register, the day it was due, which time in a row.
recertify-brief_list_to_do = Please call first, and visit whoever cannot be reached. Nothing may stop automatically because of this; before anything stops, see the person, ask, and give the reason and the remedy in writing. The register was not changed automatically.
