# Handing over: waiting for a person, a clerk who answers, something missing, the end, the score. Code: flows/dialogue/handing_over.py

## Handed to the staff

# $number: the number; $open: whether it is working time; $opens: when it is next; $phone: a telephone; $before: how many wait before; $by: by when an answer is promised, or none
handoff-details =
    Number: { $number }
    { handoff-expectation }
    The answer appears here. You can also call { $phone }.
handoff-expectation =
    { $open ->
        [yes] The office is open now, and the staff will look as soon as they can.
       *[no] The office is closed now. The staff look at it from { $opens }.
    }{ $before ->
        [0] {""}
        [one] {" "}One person waits before you.
       *[other] {" "}{ $before } people wait before you.
    }{ $by ->
        [none] {""}
       *[other] {" "}We promise an answer by { $by } at the latest.
    }
handoff-taken =
    All right, this goes to a staff member.
    { handoff-details }
handoff-already =
    This is with the staff already. Number: { $number }
    { $attended ->
        [yes] A staff member has taken it on.
       *[no] { handoff-expectation }
    }
    Anything more, just write it here.
# After the reply to danger: nothing more is asked; a button goes on
alarm-go_on = To go on with something else, choose below at any time.
handoff-noted = Noted. A staff member will see it.
handoff-taken_back = All right, without a staff member then. Type “staff” whenever you want one.
handoff-nothing = You are not waiting for a staff member now.

## A clerk has taken it on, passed it on, answered

# $name: what the clerk is called; $office: which office; $number: the number
staff-claimed =
    { $name } of { $office } has taken on your matter (number { $number }).
    { $listening ->
        [yes] Whatever you want to say, write it here.
       *[no] To say something, type “staff”.
    }
# $office: where it went; $number: the number
staff-passed_on = Your matter (number { $number }) went to { $office }, who go on with it. You need not say it again.
# $office: which office; $name: what the clerk is called; $number: the number; $text: the clerk's words; $listening: whether what is written now goes to the staff
staff-answer =
    { $name } of { $office } answers you (number { $number }):
    { $text }
    { $listening ->
        [yes] Anything more, just write it here.
       *[no] To say more, type “staff”.
    }
# A picture from the staff, without words
staff-picture = (a picture)
# $text: what is missing; the rest as above
staff-wanted =
    { $name } of { $office } says that for your matter (number { $number }) this is still missing:
    { $text }
    { $listening ->
        [yes] Write it here, or send a photo.
       *[no] When you have it, type “supply” and write it here, or send a photo.
    }
# $number: the number
supply-now = Write it here, or send a photo (number { $number }). When that is all, type “continue”.
supply-done = All right, the staff have what you supplied.
supply-nothing = Nothing is missing now.
# $number: the number; $outcome: how it ended; $rate: whether to say how to give a score
staff-closed =
    Your matter (number { $number }) { $outcome }.
    { $rate ->
        [yes] To say what you thought of it, type “score”.
       *[no] {""}
    }
# $police: the number of the police
outcome-danger = ends here for now; in danger call { $police } at once
outcome-done = is done
outcome-told = was answered and ends here
outcome-elsewhere = belongs to another office, as you were told
outcome-unreachable = ends for now, for you could not be reached; type “staff” whenever you like
outcome-duplicate = is the same as another of yours, and goes on with that one

## Danger: somebody has taken it on. Others may read it, so it does not say what

# $name: what the clerk is called; $office: which office
danger-taken =
    Somebody has it now: { $name } of { $office }. If it is urgent, still call first.
    { $listening ->
        [yes] You can write here.
       *[no] To say something, type “staff”.
    }
# Those on duty are being called
danger-calling = Those on duty are being called. Once somebody has it, it is said here. If it is urgent, call the number above first.
# Somebody has it already, and danger is told again
danger-attended = A staff member has this already and sees what is written here. If it is urgent, call the number above first.

## The score

aside-score = Were you satisfied with this?
    .s1 = Very dissatisfied
    .s2 = Dissatisfied
    .s3 = Fairly satisfied
    .s4 = Satisfied
    .s5 = Very satisfied
    .skip = No score
score-thanks = Thank you.
score-nothing = There is nothing to score now.
aside-remark = Would you like to add a line? Just write it here.
    .skip = Nothing to add
remark-thanks = Noted, thank you.

## Commands

command-take_back = No person needed
    .words = no staff needed|do not hand over|take back the request
command-supply = Supply what is missing
    .words = supply|supply documents
command-rate = Give a score
    .words = score|rate

## Where a clerk is from

# $township: the township
office_of-township = civil affairs of { $township }
# $township: the township
office_of-village = the village (community) in { $township }
