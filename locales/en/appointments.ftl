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
    .keep = Leave it as it is
appointments-ticket_wish = What would you like to do with this walk-in number? For another day, cancel this one first and take a new one.
    .label = What to do
    .cancel = Cancel
    .keep = Leave it as it is
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

# $number: the receipt number; $day, $time, $office: the new day, time and place; $provisional: whether that day is not final yet
appointments-moved =
    It has been moved.
    Number: { $number }
    When: { $day }, { $time }
    Where: { $office }
    The old time has been given free.
    { booked-changes }{ day-provisional }
# $day: the old day
appointments-cancelled = The appointment on { $day } is cancelled. Number: { $number }
appointments-kept = All right, nothing was changed.
# $phone: the office's telephone
appointments-ask_office = Without the number and an ID number, an appointment cannot be found online. Please call the office at { $phone } and give your name and the day. You can also ask for a staff member.
# $phone: the office's telephone
appointments-too_late = The appointment is too close to be changed or cancelled online. Please call { $phone }, or ask for a staff member.
