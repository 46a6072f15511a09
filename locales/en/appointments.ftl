# My appointments: flows/appointments/flow.py

# $service: the name of the service; $day: which day; $at: which day and time
appointments-one = { $service }, { $day }
appointments-one_at = { $service }, { $at }
appointments-booking = Which appointment is it about?
    .label = Appointment
    .by_number = Find one by its number
    .by_number-words = number|by number|by its number|with the number|I have a number|I have the number
    .none = None of them
appointments-number = What is the number of the appointment? It is in the message you got when it was made, such as JT261122-G4MUEJ.
    .label = Number
    .lost = I do not have the number
    .lost-words = lost|I lost it|no number|I have no number|I forgot it
appointments-notice =
    Next comes the ID number of one of the people the appointment is for, only to compare it with the appointment. ID numbers are sensitive personal information; it is kept encrypted, and stays in this conversation only until you are done here.
    Do you agree to enter it here?
    .label = Consent
    .agree = I agree
    .decline = No, I will ask the office
appointments-person = Please enter the ID number of one of the people the appointment is for.
    .label = ID number
appointments-found = What would you like to do next?
    .label = Appointment found
    .other_number = Change the number
    .other_person = Change the ID number
    .none = Leave it
# “Cancel” is here the same word as the command that works everywhere: it answers this question first
# $limited: whether there is a last day; $last: until which day it can be changed
appointments-wish =
    { $limited ->
        [yes] It can be moved or cancelled until { $last }.{" "}
       *[no] {""}
    }What would you like to do with this appointment?
    .label = What to do
    .move = Move it
    .cancel = Cancel
    .wait = Wait for a full day
    .wait-words = wait|wait for another day|join the waiting list
    .waiting = My waiting list
    .waiting-words = see my waiting list|leave the waiting list|stop waiting
    .keep = Leave it as it is
appointments-ticket_wish = What would you like to do with this walk-in number? For another day, cancel this one first and take a new one.
    .label = What to do
    .cancel = Cancel
    .keep = Leave it as it is
appointments-invited_wish = This time is waiting for the other person to agree. What would you like to do?
    .label = What to do
    .cancel = Call it off
    .keep = Keep waiting
appointments-day = To which day would you like to move it?
    .label = New day
appointments-slot = To what time?
    .label = New time
# $lines: what was entered, one line each
appointments-summary =
    Please check:
    { $lines }

    Is everything correct? If so, it will be moved.
    .label = Check
    .yes = All correct
appointments-really = Once cancelled it cannot be brought back; you would have to book again. Really cancel it?
    .label = Really cancel
    .no = Do not cancel
    .yes = Cancel
appointments-wait_day = Which day would you like to wait for? Only days that are full need waiting.
    .label = Day to wait for
    .keep = Do not wait
# $lines: what was entered, one line each
appointments-wait_summary =
    Please check:
    { $lines }

    Is everything correct? If so, you will be put in line.
    .label = Check
    .yes = All correct
appointments-waiting = Which one would you like to see?
    .label = Waiting list
    .keep = None of them
# $at: the day and time that is held; $until: until when
appointments-offer = { offer-offer }
    .label = Seat held
    .take = Take it
    .take-words = yes|ok|take|I take it|I want it
    .leave = Leave it to the next person
    .leave-words = no|no thanks|leave it|I do not want it|I don't want it
    .later = Decide later
    .later-words = later|not yet|wait
# $day: the day waited for
appointments-sure = { offer-sure }
    .label = Really leave
    .no = Stay in line
    .yes = Leave

# $number: the receipt number; $day, $time, $office: the new day, time and place; $provisional: whether that day is not final yet
appointments-moved =
    It has been moved.
    Number: { $number }
    When: { $day }, { $time }
    Where: { $office }
    The old time has been given free.{ waiting-ended }
    { booked-changes }{ day-provisional }
# $day: the old day; $waited: whether other days were waited for
appointments-cancelled = The appointment on { $day } is cancelled.{ waiting-ended } Number: { $number }
# $day: the day waited for; $before: how many are before; $own: the time booked; $number: the receipt number
appointments-in_line =
    { $before ->
        [0] You are in line for { $day }: you are the first.
        [one] You are in line for { $day }: { $before } person is before you.
       *[other] You are in line for { $day }: { $before } people are before you.
    }
    When it is your turn you will be told here; then type “waiting list”. Your appointment of { $own } stays as it is.
    To see your place or to leave the line, type “waiting list” or “my appointments”. Number: { $number }
appointments-taken = { offer-taken }
appointments-left = { offer-left }
appointments-kept = All right, nothing was changed.
# $phone: the office's telephone
appointments-ask_office = Without the number and an ID number, an appointment cannot be found online. Please call the office at { $phone } and give your name and the day. You can also ask for a staff member.
# $phone: the office's telephone
appointments-too_late = The appointment is too close to be changed or cancelled online. Please call { $phone }, or ask for a staff member.
