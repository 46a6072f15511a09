### What the staff see on Telegram: number, service, urgency and times, nothing personal. Code: bot/posting.py, bot/telling.py, bot/telegram/

staff_bot-button =
    .claim = Claim
    .desk = Open at the desk
    .open_here = Open
    .pass = Pass on
    .close = Close
    .back = Back

## Notices in the group

# $service: the service; $number: the number; $urgent: whether it is urgent
staff_bot-case =
    { $urgent ->
        [yes] Urgent: { $service }, number { $number }
       *[no] { $service }, number { $number }
    }
staff_bot-waiting = Waiting for somebody to claim it
# $office, $name: who; $unseen: the resident wrote again and nobody has looked
staff_bot-held =
    { $unseen ->
        [yes] { $name } of { $office } has it; a new message has not been looked at
       *[no] { $name } of { $office } has it
    }
# $outcome: how it was closed
staff_bot-closed = Closed: { $outcome }
# $office: where it went
staff_bot-passed_on = Passed on to { $office }
# $clock: which time runs out, and when
staff_bot-soon =
    Due soon: { $service }, number { $number }
    { $clock }
staff_bot-overdue =
    Overdue: { $service }, number { $number }
    { $clock }
# $day: the day; the others are counts
staff_bot-digest =
    { $day }
    Open: { $open }; claimed by nobody: { $unheld }; due today: { $due }; overdue: { $overdue }.

## For those on duty and for who has a case

# $number: the number
staff_bot-danger = Somebody is in danger, please claim it at once. Number { $number }
staff_bot-new = There is a new message, please read it at the desk. Number { $number }
staff_bot-new_words = New message, number { $number }:

## In a clerk's own chat

# $number: the number
staff_bot-claimed = You have it now, number { $number }.
staff_bot-passed = Passed on, number { $number }.
staff_bot-closed_now = Closed, number { $number }.
staff_bot-answered = Sent to the resident of number { $number }.
staff_bot-moved = Number { $number } has just changed, so nothing was done. Please look at it as it is now.
staff_bot-unread = Something about number { $number } has not been read, so it was not closed. Please read it at the desk.
staff_bot-close_at_desk = Number { $number } is an appointment. Please close it at the desk.
staff_bot-now_writing = What you write or send now goes to the resident of number { $number }. Others may see their screen: write plainly, without names or numbers. To stop, send /leave.
staff_bot-opened = Opened in your own chat with me.
staff_bot-left = Fine, what you write goes to nobody now.
staff_bot-which = No case is open. Send /queue for what is open, or /open and a number.
staff_bot-no_right = Your account may not do this.
staff_bot-no_case = There is no such case, or it is not yours.
staff_bot-only_text = Only text and photos can be sent here; this was not sent.
staff_bot-fault = Something went wrong on our side, and that step was not done. Please look at the desk and try again.
staff_bot-linked = Your account is linked. Send /queue for what is open, /mine for yours, /today for today.
staff_bot-help = Send /queue for what is open, /mine for yours, /today for today, /open and a number for one case, /leave to write to no resident.
staff_bot-grouped = This group is linked. Notices come here from now on.
staff_bot-ungrouped = This group is no longer linked. Notices do not come here any more.
staff_bot-no_group = This group was not linked: the code is used or over, or it is not of your area. Please get another one at the desk.
staff_bot-queue = Open:
staff_bot-mine = Yours:
# $day: the day
staff_bot-today = Due on { $day }:
staff_bot-none = None.
# $held: whether somebody has it; $due: whether it has a time; $at: by when
staff_bot-line =
    { $urgent ->
        [yes] Urgent { $number } { $service }
       *[no] { $number } { $service }
    }{ $held ->
        [yes] , claimed
       *[no] , not claimed
    }{ $due ->
        [yes] , by { $at }
       *[no] { "" }
    }
# $office: the office; $n: how many
staff_bot-visits = Appointments and tickets today at { $office }: { $n }
