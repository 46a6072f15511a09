# The waiting list: flows/offer/flow.py

offer-waiting = Which one would you like to see?
    .label = Waiting list
    .keep = None of them
# $at: the day and time that is held; $until: until when
offer-offer = { $at } is held for you until { $until }. If you take it, your appointment moves there and the old time is given free. Would you like to take it?
    .label = Seat held
    .take = Take it
    .take-words = yes|ok|take|I take it|I want it
    .leave = Leave it to the next person
    .leave-words = no|no thanks|leave it|I do not want it|I don't want it
    .later = Decide later
    .later-words = later|not yet|wait
# $day: the day waited for
offer-sure = Then { $day } goes to the people after you, and to wait again you would start at the end of the line. Really leave it?
    .label = Really leave
    .no = Stay in line
    .yes = Leave

# $number: the receipt number; $day, $time, $office: the new day, time and place; $waited: whether other days were waited for; $provisional: whether that day is not final yet
offer-taken =
    Done, this seat is yours.
    Number: { $number }
    When: { $day }, { $time }
    Where: { $office }
    The old time has been given free.{ waiting-ended }
    { booked-changes }{ day-provisional }
# $day: the day waited for
offer-left = All right, you are not waiting for { $day } any more. Your appointment stays as it is.
offer-kept = All right, nothing was changed. A seat that is held for you goes to the next person when its time is over.
