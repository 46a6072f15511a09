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
