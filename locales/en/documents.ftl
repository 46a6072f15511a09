# What a booking comes with: calendar entry, slip, QR code. Code: bot/documents.py

## The buttons under a receipt

document-letter = The letter, to print
document-certificate = Certificate of volunteer service (to print)
document-chart = See it as a picture
document-picture = See the picture
# $who: who is to sign
document-sign = Send the link to { $who }
document-invitation = QR code for the other person
document-entry = Add to calendar
document-entry_cancelled = Remove from calendar
document-slip = Slip
document-code = QR code

document-cancelled = This appointment has been cancelled.

## The calendar: others may see it, so it does not say what the appointment is for

entry-title = Appointment at the Civil Affairs Bureau
# $place: the bureau; $address: its address
entry-where = { $place }, { $address }
# $number: the receipt number; $phone: the office's telephone
entry-details =
    Number: { $number }
    Telephone: { $phone }
    What to bring is on the slip. To change or cancel it, type “my appointments” at the online desk.
# Where there is nothing to bring
entry-details_bare =
    Number: { $number }
    Telephone: { $phone }
    To change or cancel it, type “my appointments” at the online desk.
# $ticket: the place in the line
entry-details_ticket =
    Number: { $number }
    Your number in the line: { $ticket }
    Telephone: { $phone }
    Come any time during opening hours. What to bring is on the slip.
entry-reminder = Tomorrow you go to the Civil Affairs Bureau. Is everything you need to bring ready?
entry-reminder_bare = Tomorrow you go to the Civil Affairs Bureau.

## The slip

slip-title = Appointment slip
slip-number = Number
slip-show = Show this code at the counter, or say the number.
slip-bring = What to bring
# $last: the last day
slip-change = To change or cancel: by { $last }, type “my appointments” at the online desk.
slip-change_ticket = Not coming: type “my appointments” at the online desk and cancel the number. For another day, take a new one.
slip-provisional = The holidays of that time are not announced yet; if it becomes a day off, you will be told at the online desk.
slip-demonstration = Example, not a real appointment
