# My benefits: flows/benefits/, bot/benefits/showing.py, bot/benefits/supplementing.py

benefits-proven = Whose would you like to see?
    .label = Whose
benefits-chosen = What was chosen just now
benefits-gone = This cannot be shown just now; please choose again.
benefits-proof_over = So that nobody else can look, we only remember for a short time who you are, and that time is over. Type “My benefits” and confirm who you are once more.
benefits-nothing = We found no application or benefit here. It may not have been entered yet. You can apply now, or ask a person.
benefits-down = The register of benefits is not answering. You can come back a little later, or have the staff look it up and call you.
benefits-later = I see
benefits-call_back = Have the staff call me
benefits-record = Which one would you like to see?
    .label = Which one
# $name: what for; $state: how it stands; $since: since when
benefits-one = { $name }: { $state }
benefits-application = Application made here
benefits-scheme =
    .dibao = Subsistence allowance
    .edge = Household just above the allowance
    .tekun = Support for people in extreme hardship
    .rigid = Household with unavoidable expenses
    .temporary = Temporary assistance
    .orphan = Orphan's allowance
    .unsupported = Allowance for an unsupported child
    .disability_living = Living allowance for disabled people
    .disability_nursing = Nursing allowance for severely disabled people
    .elder = Allowance for older people

## How it stands

benefits-state =
    .draft = not handed in yet
    .submitted = handed in
    .to_supplement = something is missing
    .accepted = accepted
    .checking = being looked into
    .examined = first examination
    .publicity = on public notice
    .county = being decided by the county
    .confirmed = confirmed, not paid yet
    .paying = being paid
    .review = being reviewed
    .stopped = stopped
    .not_accepted = not accepted
    .not_confirmed = not confirmed
    .withdrawn = withdrawn
    .ended = ended
    .transferred = passed on to other help
    .handled = done here
benefits-meaning =
    .draft = The application has not been handed in; work begins once it is.
    .submitted = The application has arrived; the staff are looking whether everything is there.
    .to_supplement = Something is missing; work goes on once it is there.
    .accepted = The application was accepted. Next, somebody visits and what you told is verified.
    .checking = Your household's situation is being looked into and verified.
    .examined = This is done; the township is writing its first opinion.
    .publicity = It is on public notice in the village. That does not mean that it is approved.
    .county = The county, or a township it has asked to, is deciding. There is no decision yet.
    .confirmed = It is confirmed; the first payment has not been made yet.
    .paying = It is confirmed and being paid as the rules say.
    .review = Your household's situation is being looked at again. The amount may change, or stay.
    .stopped = Nothing is paid now.
    .not_accepted = The application was not accepted; you are to be told why.
    .not_confirmed = The application was refused; you are to be told why in writing.
    .withdrawn = The application was withdrawn; you can apply anew.
    .ended = This has ended.
    .transferred = It was passed on to another kind of help.
    .handled = The desk is done with it; what counts is the written decision.
benefits-is = { $name }: { $state } (since { $since })
# $n: how many people
benefits-members = Covers { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
# $what: the first; $n: how many
benefits-missing_first = { $n ->
        [1] Still missing: { $what }
       *[other] Still missing, { $n } in all: { $what } and more
    }
# $day: which day
benefits-next_review = Next review: { $day }
# $by: which day
benefits-certify_by = Re-certification: due by { $by }.
benefits-certify_late = Re-certification: the last day on record, { $by }, is over. If it has not been done, please do it soon.

## Periods of the law: $name: what; $day: the last day; $left: days left; $source: where it stands

benefits-clock =
    .survey = looking into it begins
    .check = verification begins
    .opinion = the first opinion
    .publicity = public notice
    .county = the county's opinion
    .whole = everything is decided
    .refusal = you are told in writing
benefits-clock_line = By the rules, { $name } by { $day } at the latest, { $left } working days left ({ $source }).
benefits-clock_provisional = By the rules, { $name } by about { $day } at the latest; the day may change ({ $source }).
benefits-clock_publicity = On public notice until { $day }, { $left } days with today ({ $source }).
benefits-clock_over = By the rules, { $name } by { $day } at the latest. That is over; you may ask why ({ $source }).

# $at: when
benefits-as_of = The register is not answering; this is how it stood on { $at }.

## What would you like to know

# $what: the lines below
benefits-said = { $what }
# $lines: a line each
benefits-lines = { $lines }
benefits-what = What would you like to know?
    .label = What to know
    .none = Nothing more
benefits-way =
    .paid = How much was paid, and on which day
    .changed = Why the amount changed
    .why = What the reason is
    .missing = What is missing; I hand it in
    .certify = Re-certification
    .disagree = I do not agree
    .looked = Who has looked
    .ask = Have the staff contact me
    .news_on = Tell me of changes
    .news_off = No longer tell me of changes
benefits-told = Would you like to see something else?
    .label = Something else
    .none = I am done
benefits-more = Ask more about this one
benefits-another = See another one
benefits-somebody = Somebody else's
benefits-prove = Show again who you are
benefits-hand_in = Hand in a page now
benefits-do_ask = Yes, please call me

## Money

# $month: 2026-11
benefits-no_payment = { $month }: no payment of this month is on record yet.
# $month: 2026-11; $amount: how much; $day: which day
benefits-payment_on = { $month }: { $amount }, paid on { $day }
benefits-payment =
    .paid = { $month }: { $amount }, paid
    .returned = { $month }: { $amount }, sent back by the bank
    .due = { $month }: { $amount }, not paid yet
benefits-paid_state =
    .paid = paid
    .returned = sent back
    .due = not paid yet
benefits-was_returned = Mostly this is about the account. Please take your ID card and bank book or card to the township that handles it and have the account changed.
# $tail: the last four digits
benefits-account = To the account ending in { $tail }
benefits-before = Before:
benefits-bank_day = The day on which it reaches you differs from bank to bank; this is what is on record.
benefits-chart = Latest payments
benefits-than_before =
    .more = { $amount } more than in { $month }.
    .less = { $amount } less than in { $month }.
    .same = As much as in { $month }.
benefits-not_for_next = This is about this payment only; for later months what counts is what is decided then.
# $reason: why
benefits-because = Reason: { $reason }
benefits-reason_unknown = No reason is on record. Choose “Have the staff contact me” to have it looked up.
benefits-reason =
    .income_up = your household's income went up
    .income_down = your household's income went down
    .property = your household's property is above the limit
    .member_joined = somebody joined the household
    .member_left = somebody left the household
    .standard = the standard changed
    .phase_out = a time of phasing out before it stops
    .arrears = what was paid too little before is made up for
    .repaid = what was paid too much before is taken back
    .account = a problem with the bank account
    .employed = somebody in the household found work
    .moved = the household registration moved away
    .died = the person on record has died
    .in_custody = the person on record is in custody
    .supported = there is somebody able and bound to support them
    .uncooperative = on record as not having taken part in the verification
    .incomplete = papers are missing
    .not_local = another place is to accept it
    .uncertified = no re-certification
    .own_wish = asked for by the person
    .other = another reason
benefits-in_writing = You are to be told in writing why it was stopped, not accepted or not confirmed. If you were not, ask the township that handles it. If you do not agree, choose “I do not agree”.

## Papers, re-certification

benefits-missing_list = Still missing:
# $n: which; $what: what, as the staff wrote it
benefits-missing_item = { $n }. { $what }
benefits-missing_unknown = What is missing is not on record. Choose “Have the staff contact me” to have it looked up.
benefits-certify_none = No day for re-certification is on record.
benefits-certify_how = Shortly before its day it can be done here, at the township that handles it, or in the village; whoever cannot go out can ask for a visit. No face scan is needed.
benefits-notice_picture = The picture may show a name and an ID number. It is used for this help only, kept encrypted, and seen by the staff who handle it. Do you agree?
    .label = Consent
    .agree = I agree
    .decline = I do not agree
benefits-picture = Please lay the missing page flat and take a picture with all four corners. One page at a time.
    .label = Missing page
    .none = Not now

## Not agreeing: $day: the last day; $n: days or months; $source: where it stands

benefits-again_first = First, you may ask the township that handles it or the county's bureau to look again: at the counter, or type “person”.
benefits-remedy_review =
    .by = Review: apply to the county government by { $day }, free of charge ({ $source }).
    .unknown = Review: apply to the county government within { $n } days of knowing of the decision, free of charge ({ $source }).
    .over = Review: the { $n } days ended on { $day }. If you were kept from it for a good reason, tell the county government ({ $source }).
benefits-remedy_court =
    .by = Court: sue by { $day } ({ $source }).
    .unknown = Court: sue within { $n } months of knowing of the decision ({ $source }).
    .over = Court: the { $n } months ended on { $day }. If you were kept from it for a good reason, tell the court ({ $source }).
benefits-remedy_after = After a review you may still sue, within { $n } days of receiving its decision ({ $source }).
benefits-counted_unknown = It is counted from the day after you knew; the written decision and its delivery slip say when you received it.
# $day: which day
benefits-counted_from = This is counted from { $day }, when it was delivered by the record; if you received it on another day, that one counts.
# $number: telephone
benefits-legal_aid = For help with writing and going there, call legal aid at { $number }.

## Who has looked

benefits-looks = Who has looked at these records lately:
# $at: when; $who: who; $purpose: what for; $letter: number of the letter of authorisation
benefits-look = { $at } { $who }, { $purpose }
benefits-look_letter = { $at } { $who }, { $purpose } (letter of authorisation { $letter })
benefits-looker =
    .self = the person themself
    .proxy = your proxy or guardian
    .staff = staff
    .desk = the desk by itself
benefits-purpose =
    .identity = to confirm who you are
    .shown = to show it here
    .news = to tell of changes
    .certify = for re-certification
    .staff = to work on it
# $letter: number of the letter
benefits-letter = Letter of authorisation { $letter }: type “My letters” to see it.

## For the staff

# $phone: telephone, masked
benefits-will_call = In office hours the staff would call { $phone } and tell you what you asked.
# For the staff. $name: name; $phone: telephone; $record: number in the register
benefits-briefing_page = 
    { $by ->
        [mandate] By a proxy: 
        [guardian] By a guardian: 
       *[own] {""}
    }{ $name } ({ $phone }) hands in a page missing for { $record }; identity confirmed by a code.
benefits-briefing_call = 
    { $by ->
        [mandate] By a proxy: 
        [guardian] By a guardian: 
       *[own] {""}
    }{ $name } ({ $phone }) asks about { $record }; please call. Identity confirmed by a code.
benefits-briefing_down = 
    { $by ->
        [mandate] By a proxy: 
        [guardian] By a guardian: 
       *[own] {""}
    }{ $name } ({ $phone }) asks about benefits while the register did not answer; please look it up and call. Identity confirmed by a code.

benefits-done = All right. To look again, type “My benefits”.
# $number: number
benefits-passed_on = Noted under number { $number }. The staff will call you.
benefits-handed_in = The page has arrived, number { $number }. For another one, type “My benefits” again.
