# People in charge of volunteer service. Code: bot/volunteers/records.py, flows/volunteers/

## A record has changed, said in the volunteers' and organisers' own chats

# $organisation: its name; $n: how many; $length: how long in all
records-confirmed = { $organisation } has confirmed your service records: { $n }, { $length } in all. To see them, type "my hours".
# $day, $from, $to, $next_day: which one; $organisation: its name
records-disputed = A service record of { $organisation } has been disputed: { $day }, { $from } to { $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    }. To read it and answer, type "dispute hours".
# $has_why: whether a reason was given (yes, no); $why: the reason
records-withdrawn = A service record of { $organisation } has been withdrawn and counts no more: { $day }, { $from } to { $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    }. { $has_why ->
        [yes] Why: { $why }
       *[no] {""}
    }
# $length: how long it is now
records-corrected = { $organisation } has corrected one of your service records: { $day }, { $from } to { $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    }, { $length } in all. If that is wrong, type "dispute hours".
# $number: that of the certificate
records-certificate_revoked = Service certificate { $number } is no longer valid, because a record in it has changed. Once the record is confirmed, you can have a new one.

## Registering as an organiser: flows/volunteers/organiser_flow.py

organiser-code = What is the organiser code the bureau gave you? Eight letters or digits, such as 7K3M-Q2XD.
    .label = Organiser code
    .lost = I have no organiser code
    .lost-words = no code|lost it|i don't know
# $organisation: its name
organiser-speak_for = I am in charge at { $organisation }
organiser-organisation = Is this the organisation? Once registered, what you say here is said for it.
    .label = Organisation
    .other_code = Change the code
    .none = Not now
organiser-speaks = This organisation
organiser-notice =
    We also need your ID number, only so that nobody confirms their own hours.
    An ID number is sensitive personal data; what is kept is an encrypted value to compare with, not the number. { notice-kept }
    Do you agree to give it here?
    .label = Consent
    .agree = I agree
    .decline = Not now
organiser-id = What is your ID number?
    .label = Your ID number
organiser-linked = Done: you are now in charge at { $organisation }. To confirm volunteers' hours, type "confirm hours" at any time.
organiser-later = All right, not now. When you want to register, type "organiser".
organiser-ask_again = The bureau gives out organiser codes. Ask it for a new one; when you have it, type "organiser".
organiser-over = This organiser code does not work now: it may be mistyped, out of date or used already. Please check it, or ask the bureau for a new one.
organiser-too_often = Too many tries. Please try again in an hour. If it is urgent, you can ask for a person.
organiser-none = You are not in charge of a volunteer organisation here yet. If the bureau gave you an organiser code, register first.

## Confirming hours: flows/volunteers/countersign_flow.py

countersign-organisation = For which organisation do you confirm?
    .label = Organisation
countersign-this = Chosen
# $who: who; $day, $from, $to, $next_day: when; $length: how long; $what: what was done; $checked: whether the identity was checked (yes, no)
countersign-line = { $who } { $day } { $from }–{ $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    } { $length } { $what }{ $checked ->
        [yes] {""}
       *[no] {" "}(identity not checked)
    }
# $n: how many in all; $shown: how many here; $own: whether some are one's own (yes, no)
countersign-waiting = { $n } wait for you to confirm; here are { $shown }. { $own ->
        [yes] Your own are for another organiser to confirm.
       *[no] {""}
    }
countersign-none = Nothing waits for you to confirm. { $own ->
        [yes] Your own are for another organiser to confirm.
       *[no] {""}
    }
countersign-which = Which are right? For example "all", "1 3 5", "except 2", "2 wrong, the rest right".
    .label = Which are right
    .all = All are right
    .all-words = all|all right|all correct
    .later = Not now
some_of-unclear = It is not clear which are right and which are wrong. For example "all", or "1 3 5 right, 2 wrong".
# $n: which one was said; $count: how many there are
some_of-no_such_line = There is no number { $n }; there are { $count }. Please say it again.
countersign-how = What is wrong with it?
    .label = What is wrong
    .time = The time is wrong
    .not_there = They did not come; it does not count
    .talk = To be cleared up with the volunteer
countersign-how_all = What is wrong with these? Where the time is wrong, please correct one at a time.
    .label = What is wrong
    .not_there = None of them came; they do not count
    .talk = To be cleared up with the volunteers
countersign-begins = When did it begin? For example "9 am" or "14:30".
    .label = Begin
countersign-ends = When did it end?
    .label = End
countersign-minutes = How many minutes of service were it really? Travel and waiting do not count.
    .label = Minutes of service
    .whole = All of the time
countersign-notice = What you write is read by the volunteer and the bureau's staff, only to check this, and is kept encrypted. Do you agree?
    .label = Agreement
    .agree = I agree
    .decline = I would rather not
countersign-words = Please say why in a sentence; the volunteer can read it.
    .label = Why
# $n: how many; $length: how long in all; $lines: the right ones; $against: the wrong ones; $how: what becomes of them; $unchecked: how many people's identity is not checked; $from, $to, $next_day, $day, $corrected: the correction
countersign-read_back =
    { $n ->
        [0] Nothing to confirm.
       *[other]
            To confirm, { $n }, { $length } in all:
            { $lines }
    }
    { $how ->
        [time]
            To correct to { $day } { $from }–{ $to }, { $corrected }:
            { $against }
        [not_there]
            To withdraw:
            { $against }
        [talk]
            To clear up with the volunteers:
            { $against }
       *[none] {""}
    }{ $unchecked ->
        [0] {""}
       *[other] The identity cards of { $unchecked } volunteers were not checked yet.
    }
countersign-sure = Is that right?
    .label = Check
    .again = No, choose again
countersign-yes = Yes
countersign-seen = Yes, and I have looked at all identity cards
# $n: how many were confirmed now; $others: how many somebody else did before; $length: how long in all; $how, $against: what became of the wrong ones, and how many
countersign-done = Done. Confirmed: { $n }, { $length } in all. { $others ->
        [0] {""}
       *[other] { $others } were dealt with by somebody else before.
    }{ $how ->
        [time] { $against } corrected, and the volunteer told.
        [not_there] { $against } withdrawn, and the volunteers told.
        [talk] { $against } passed to the volunteers to clear up.
       *[none] {""}
    }
countersign-later = All right, not now. When you want to, type "confirm hours".
# $n: how many; $day: by when
countersign-soon = { $n } service records are to be confirmed by { $day }. Please type "confirm hours".
# $day, $from, $to, $next_day: which one
countersign-late = Your service record of { $day }, { $from } to { $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    }, was not confirmed in time. The bureau knows and will ask.

## Disputing hours: flows/volunteers/dispute_flow.py

dispute-entry = Which one is it about?
    .label = Which one
    .none = Not now
dispute-this = Chosen
dispute-nothing_there = There is no record to talk about now.
dispute-what = What would you like to do?
    .label = What to do
    .none = Not now
dispute-way = What to do
    .say = Write something
    .confirm = Checked: confirm it
    .withdraw = Withdraw it
dispute-notice = What you write is read by the other side and the bureau's staff, only to check this, and is kept encrypted. Do you agree?
    .label = Agreement
    .agree = I agree
    .decline = I would rather not
dispute-words = Please say it clearly; the other side can read it. For example "I served until 12 that day".
    .label = What to say
dispute-done = { $what ->
        [confirm] Confirmed, and the volunteer told.
        [withdraw] Withdrawn, and the volunteer told.
       *[say] Noted, and the other side told. You will be told here of an answer.
    }
dispute-nothing = All right, nothing was changed.
# $day, $from, $to, $next_day: when; $length: how long; $state: how it stands
dispute-one = { $day } { $from }–{ $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    } { $length } ({ $state })
dispute-state = State
    .waiting = to be confirmed
    .confirmed = confirmed
    .disputed = disputed
    .withdrawn = withdrawn
    .replaced = corrected
# $entry: which one; $n: how many were said; $lines: what was said
dispute-thread = { $n ->
        [0] { $entry }. Nobody has said anything yet.
       *[other]
            { $entry }
            { $lines }
    }
# $who: which side; $text: what was said; $at: when
dispute-line = { $who } ({ $at }): { $text }
dispute-side = Who
    .volunteer = Volunteer
    .organiser = Organiser
    .bureau = Bureau
record-over = This record cannot be changed now; it may have been withdrawn or corrected already.

## The page of volunteer service: bot/web/desk_volunteers.py

desk-volunteers = Volunteers
desk-volunteers_waiting = Disputed, or not confirmed in time
desk-volunteers_nothing = Nothing now.
desk-volunteers_late = not confirmed in time
desk-volunteers_reason = Why (both sides can read it)
desk-volunteers_confirm = Confirm
desk-volunteers_withdraw = Withdraw
desk-volunteers_number = Volunteer number
desk-volunteers_check = Identity card checked
desk-volunteers_name = Name of the organisation
desk-volunteers_where = Where
desk-volunteers_county = Whole county
desk-volunteers_add = Add organisation
desk-volunteers_organiser = Name of the organiser
desk-volunteers_invite = Make an organiser code
desk-volunteers_code = Organiser code, shown this once, good for 7 days:
desk-volunteers_remove = Remove
desk-volunteers_invited = not registered yet
desk-volunteers_linked = registered
desk-did_not_own_organisation = There is no such organisation, or it is not yours.
desk-did_no_name = Please give a name of at most 60 characters.
desk-did_organisation_there = There is an organisation of that name already.
desk-did_no_volunteer = There is no volunteer of that number, or they are not yours.
desk-did_no_reason = Please say why, in at most 1000 characters.
desk-did_entry_over = This one was dealt with already.
desk-did_checked = Noted: the identity is checked.
desk-did_checked_before = It was checked before.

desk-did_organisation_added = added an organisation of volunteers
desk-did_organisation_closed = closed an organisation of volunteers
desk-did_organiser_added = made a code for a person in charge
desk-did_organiser_removed = removed a person in charge
desk-did_volunteer_checked = checked a volunteer's identity
