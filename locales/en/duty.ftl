# A short message to the staff: it says neither what nor who. $place: where; $number: the number
sms-alert = [{ $place }] Something urgent waits for somebody to take it on: number { $number }. Please open the desk at once.

desk-roster = Duty roster
desk-roster_nobody = Nobody is on duty now. Who tells of danger can only be told whom to call.
desk-roster_earlier = Week before
desk-roster_now = This week
desk-roster_later = Week after
desk-roster_who = Who
desk-roster_day = From which day
desk-roster_since = From
desk-roster_until = Until (before the start: the next day)
desk-roster_days = How many days in a row
desk-roster_add = Put on duty
desk-roster_remove = Take off
desk-roster_empty = Nobody is on duty.
desk-roster_on_duty = On duty now
desk-roster_no_phone = No telephone: gets no short message
desk-roster_unclear = Nothing was set. Choose somebody, fill in the day and the times; 1 to 31 days in a row.
desk-roster_there = This person is on duty then already.
