# The waiting list (候补): full days, and seats that become free. Code: flows/waiting.py, bot/waiting.py

## Options and the small print beside them

# $n: how many wait
option-waiting =
    { $n ->
        [0] nobody waits yet
       *[other] { $n } waiting
    }
# $day: the day waited for; $before: how many are before
option-place =
    { $before ->
        [0] { $day } (you are the first)
       *[other] { $day } ({ $before } before you)
    }
# $waits: the days waited for
option-waits = Waiting for: { $waits }
# $at: the day and time that is held; $until: until when
option-held = { $at }, held until { $until }

## Before getting in line

# $day: the day waited for; $before: how many are before; $minutes: how long a seat is held; $own: the time booked now
wait-place =
    { $before ->
        [0] Nobody waits for { $day } yet; you are the first.
        [one] { $before } person waits for { $day } before you.
       *[other] { $before } people wait for { $day } before you.
    } A seat that becomes free is held for up to { $minutes } minutes, nights not counted, for one person after the other; whether one becomes free nobody knows. Until you take another seat, { $own } stays yours.
# $day: which day
wait-has_seats = There are seats on { $day }; you need not wait. Type “back” and choose “Move it”.
wait-already = You have an appointment on { $day }, or wait for it already. Please choose another day.
wait-too_near = { $day } is too near to wait for. Please choose another day.
# $most: how many days at most
wait-most = With one appointment you can wait for { $most } days at most. To wait for another one, leave one of them first.
wait-nothing_full = There is no day to wait for now: only days that are full and not too near can be waited for. For a day with seats, type “back” and choose “Move it”.
wait-none = No seat is held for you now, and you are not waiting for any day.

## Told later

# $at: the day and time that is held; $until: until when; $own: the time booked now; $number: the receipt number
waiting-offer =
    There is a seat on the day you wait for: { $at }. It is held for you until { $until }.
    To take it or leave it, type “waiting list”. After that time it is held for you no more.
    Your appointment of { $own } stays as it is until you take the new one. Number: { $number }
# $day: the day waited for; $own: the time booked now; $number: the receipt number
waiting-lapsed = The seat on { $day } is held for you no more; its time is over. Your appointment of { $own } stays as it is. If you still want that day, look under “My appointments”. Number: { $number }
waiting-over = No seat became free for you on { $day }, and waiting for it has ended. Your appointment of { $own } stays as it is. Number: { $number }
waiting-closed = The office is closed on { $day } after all, and waiting for that day has ended. Your appointment of { $own } stays as it is. Number: { $number }
offer-over = This seat is held for you no more: its time is over, or that day has changed. Nothing was changed about your appointment.
# $waited: whether other days were waited for
waiting-ended =
    { $waited ->
        [yes] { " " }You are not waiting for any day any more.
       *[no] {""}
    }
# $place: which office; $until: until when; $number: the receipt number; $phone: the telephone
sms-notice_until = [{ $place }] There is news about your appointment { $number }. Please look at the booking page before { $until }, or call { $phone }.

## The counter

# $n: how many wait
counter-in_line = Waiting list: { $n }
