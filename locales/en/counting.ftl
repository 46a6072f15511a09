# Missed and cancelled appointments, and the pause of online booking: flows/counting.py, bot/counting.py

## Said before booking and before cancelling

# In the summary. $changeable: whether it can still be changed online; $until: until which day; missed $no_shows times within $within days pauses for $block days (0: not counted here)
counting-before =
    { $changeable ->
        [yes] You can move or cancel it until { $until }.
       *[no] The day is near: once booked, it cannot be moved or cancelled online.
    }{ $no_shows ->
        [0] {""}
       *[other] {" "}Not coming and not cancelling, { $no_shows } within { $within } days, pauses online booking for { $block } days; walk-in numbers are given all the same.
    }
# $within: within how many days; $no_shows: missed; $cancels: cancelled
counting-so_far =
    { $no_shows ->
        [0] Of what you booked here, cancelled within { $within } days: { $cancels }.
       *[other] { $cancels ->
            [0] Of what you booked here, missed within { $within } days: { $no_shows }.
           *[other] Of what you booked here, within { $within } days, missed: { $no_shows }, cancelled: { $cancels }.
        }
    }
# $more: how many more; $block: days of the pause; $clears: from which day the oldest is out of these days
counting-had = { counting-so_far } Missing { $more } more pauses online booking for { $block } days; what was booked elsewhere counts as well. The oldest is out of these { $within } days from { $clears }.
# $here: whether it was booked in this conversation; $cancels: cancellations with this one; $no_shows: missed; $pauses: whether this one pauses booking; $again: from which day one can book again
counting-cancel =
    { $here ->
        [yes] Of what you booked here, this is cancellation number { $cancels } within { $within } days{ $no_shows ->
            [0] .
           *[other] {""}, with { $no_shows } missed.
        }
       *[no] This counts as one cancellation.
    } { $pauses ->
        [yes] After it, online booking is paused; you can book again from { $again }. Walk-in numbers are given all the same.
       *[no] Cancelling { $more } more within { $within } days pauses online booking for { $block } days; what was booked elsewhere counts as well.{ $here ->
            [yes] {" "}The oldest is out of these { $within } days from { $clears }.
           *[no] {""}
        }
    }
    If you only need another day, move it: that does not count.
# $day: the day of the appointment
counting-cancel_excused = The office has closed this time on { $day }: cancelling it does not count.

# When asked what becomes of missed appointments. $days: how many days before; $lines: a line for each rule
topic-pauses =
    If you cannot come, move or cancel it under “My appointments” at least { $days } days before. Moving it does not count.
    Any of these pauses online booking; walk-in numbers are given all the same:
    { $lines }
    The divorce certificate and the withdrawal of a divorce application have days set by law: nothing is counted there, and nothing paused.
topic-pauses_none = If you cannot come, move or cancel it under “My appointments” at least { $days } days before. What is missed or cancelled is not counted here.
# $within: within how many days; $no_shows: missed; $cancels: cancelled; $block: days of the pause
topic-pauses_rule =
    { $no_shows ->
        [0] Cancelled within { $within } days: { $cancels }. Pause: { $block } days
       *[other] { $cancels ->
            [0] Missed within { $within } days: { $no_shows }. Pause: { $block } days
           *[other] Missed within { $within } days: { $no_shows }, and cancelled: { $cancels }. Pause: { $block } days
        }
    }

## The pause

# $again: from which day one can book again
booking-paused =
    Online booking is paused; you can book again from { $again }.
    In opening hours the office gives walk-in numbers all the same. What is booked already still stands, and can be moved or cancelled.
    If you think it should not be paused, type “Appeal”, and a staff member will look at it.

## Told later

# $day: the day of the appointment; $number: its number; $paused: whether online booking is paused
counting-no_show =
    Nobody came to the appointment on { $day }, and it was not cancelled: it counts as one missed. Number: { $number }
    { counting-so_far } { $paused ->
        [yes] Online booking is paused; you can book again from { $again }. Walk-in numbers are given all the same.
       *[no] Missing { $more } more pauses online booking for { $block } days.
    }
    This one is counted no more from { $clears }. If you did come, or there was a reason, type “Appeal”, and a staff member will look at it.
counting-corrected = Correction: the appointment on { $day } does not count as missed. Number: { $number }
counting-struck_off =
    A staff member has looked at number { $number }: it is counted no more.
    { $paused ->
        [yes] By what else is counted, online booking is still paused; you can book again from { $again }.
       *[no] Online booking is not paused now.
    }

## Seen under “My appointments” and in an appeal

counting-appeal = See what was missed, or appeal
# $day: the day of the appointment; $number: its number
counting-no_show_on = { $day }, missed, number { $number }
counting-cancelled_on = { $day }, cancelled, number { $number }
counting-clears = counted until before { $clears }
counting-cleared = counted no more
counting-none_here = Nothing booked in this conversation is counted.

## The desk

desk-counts_no_show = Counted as one no-show (爽约).
desk-counts_cancelled = Counted as one cancellation.
desk-strike_off = Do not count it
desk-call_no_show = no-show
desk-call_corrected = no-show corrected
desk-call_struck_off = no longer counted
desk-work_no_show = Tell them of a no-show
