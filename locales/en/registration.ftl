# What all registrations share: the notice, days and times, the pre-check, what to bring, what came of a booking.
# Code: flows/registration.py

## The notice about personal data (said at the start of every service)

notice-kept = The bureau sets by its rules how long it is kept. Under “My information” you can always see what you entered, and delete it.

## Identity numbers

id_number-same_person = The two numbers are the same. Please enter the other person's number.

## Days and times

option-day = { $day }
# $from, $to: from when to when
option-time = { $from }–{ $to }
# $n: seats left
option-seats = { $n } left
option-provisional = not final
option-invited = waiting for the other person
option-ticket = walk-in number

day-past = That day is over. Please choose a later one.
day-future = That day has not come yet. Please enter the date printed on the receipt.
receipt-before_2021 = There is a cooling-off period only since 1 January 2021, and that day is earlier. Please enter the date printed on the receipt.
# $day: the day; $waiting: how many wait for it; $some: whether there are seats before or after; $near: the nearest days with seats; $wait: whether it can still be waited for
day-full = { day-full_how_many }{ day-full_near }{ $wait ->
        [yes] { " " }If it has to be this day: book another day first, then type “my appointments” and choose “Wait for a full day”.
       *[no] {""}
    }
day-full_to_move = { day-full_how_many }{ day-full_near }{ $wait ->
        [yes] { " " }If it has to be this day: type “back” and choose “Wait for a full day”.
       *[no] {""}
    }
day-full_how_many =
    { $waiting ->
        [0] { $day } is fully booked; nobody waits for it yet.
        [one] { $day } is fully booked; { $waiting } person waits for it.
       *[other] { $day } is fully booked; { $waiting } people wait for it.
    }
day-full_near =
    { $some ->
        [yes] { " " }The nearest days with seats: { $near }.
       *[no] {""}
    }
day-closed = It is closed here on { $day }. Please choose another day.
day-closed_then = The office is closed on that day, or it cannot be chosen yet. Please choose one of the days below.
# $first: the first day that can be booked
day-too_soon = Please book ahead: the first day you can book is { $first }.
# $last: the last day that can be booked
day-too_far = For now you can book up to { $last }. { $day } can be booked from { $opens }.
# When moving: $first, $last: the first and the last day this appointment can be moved to
day-not_before = This appointment can be moved to { $first } or later. Please choose another day.
day-not_after = This appointment can be moved to { $last } at the latest. Please choose another day.
days-none = There is no day to book in the coming time. You can go to the office directly, or ask for a staff member.
days-none_by_appointment = There is no day to book in the coming time. Please look again in a few days, or ask for a staff member.
slots-none = No time is free on this day. Type “back” to choose another day.
# $minutes: after how many minutes; $phone: the telephone
hold-too_many = Too many people are booking from the network you use just now, so no seat can be held yet. Please choose again in { $minutes } minutes, call { $phone }, or come to the bureau.
slot-gone = This time is no longer free. Please choose another one.

## The pre-check: complete, something missing, a person must look

precheck-complete = From what you told us, your papers are complete. The registry decides on the spot.
# $lines: what is missing, one line each
precheck-missing =
    From what you told us, this is still missing:
    { $lines }
    It is enough to have it when you come. The registry decides on the spot.
# $lines: what a staff member must look at, one line each
precheck-person =
    A staff member needs to look at this:
    { $lines }
    The registry decides on the spot.
# $lines: what to bring, one line each
precheck-bring =
    When you come, please bring:
    { $lines }

precheck-id_expired = An ID card has expired: please renew it at the police station first. A temporary ID card is accepted too.
precheck-id_lost = An ID card is lost: please have it replaced at the police station first. A temporary ID card is accepted too.
precheck-id_unsure = It is not sure whether the ID cards are valid and at hand: please look first. One that has expired or is lost is replaced at the police station; a temporary ID card is accepted too.
precheck-old_division = An ID number begins with an unusual area code: the number stays valid; a staff member will check it.
precheck-agreement_willing = The divorce agreement does not yet say that both of you want the divorce.
precheck-agreement_children = The divorce agreement does not yet say who cares for the children. If there are none, write so.
precheck-agreement_property = The divorce agreement does not yet say how property is divided. If there is nothing to divide, write so.
precheck-agreement_debts = The divorce agreement does not yet say what happens to debts. If there are none, write so.
precheck-certificates_both_lost = Both marriage certificates are lost: please get a stamped copy from the marriage registration archive first.
precheck-certificates_unsure = It is not sure whether you still have the marriage certificates: please look for them first. For one lost certificate you write a statement; if both are lost, you need a copy from the archive.
precheck-lacking_id_cards = ID cards: one that has expired or is lost is replaced at the police station first; a temporary ID card is accepted too.
precheck-lacking_certificates = Marriage certificates: if one was lost when you applied, do as you did then; if it was lost since, please call the office first.
precheck-lacking_receipt = The receipt of the divorce application (离婚登记申请受理回执单) cannot be found: please call the office first.
precheck-lacking_agreement = The divorce agreement: please have it ready together, as it was when you applied.

bring-id_cards = Both resident ID cards, the originals
bring-id_temporary = The original resident ID card, or a temporary ID card that is still valid
bring-own_id = Your own resident ID card, the original
bring-household_book = The household register (户口簿)
bring-no_household_book = The household register (户口簿) need not be brought: since 10 May 2025 it is no longer needed
bring-divorce_proof = Whoever was divorced: the divorce certificate, or the final court document
bring-death_proof = Whoever was widowed: the death certificate and the old marriage certificate
# $copies: how many
bring-joint_photo = { $copies ->
        [one] { $copies } recent 2-inch photo
       *[other] { $copies } recent 2-inch photos
    } of the two of you, half-length, no hats (can also be taken there; offices differ)
bring-single_photos = { $copies ->
        [one] { $copies } recent 2-inch photo
       *[other] { $copies } recent 2-inch photos
    } of each of you alone, half-length, no hats (can also be taken there; offices differ)
bring-reissue_photo_marriage = A recent 2-inch photo of the two of you, half-length, no hats (can also be taken there; offices differ)
bring-reissue_photo_divorce = A recent 2-inch photo of you alone, half-length, no hat (can also be taken there; offices differ)
bring-certificates_both = Both marriage certificates
bring-certificates_one_lost = The marriage certificate you still have; for the lost one you write a statement there
bring-certificates_both_lost = A stamped copy from the marriage registration archive; for the lost certificates you write a statement there
bring-certificates_unsure = Both marriage certificates; for a lost one you write a statement there
bring-certificates_again = Both marriage certificates; if one was lost when you applied, do as you did then
bring-agreement = The written divorce agreement: that both want the divorce, the children, the property and the debts
bring-receipt = The receipt of the divorce application (离婚登记申请受理回执单)
bring-receipt_or_note = The receipt of the divorce application (离婚登记申请受理回执单); if it is lost, you write a note there
bring-proxy = The notarised letter of authorisation, and the ID card of the person who comes for you
bring-damaged_certificate = The damaged certificate

## What came of a booking

# $number: the receipt number; $day, $time: when; $office, $address, $phone: where; $cancel_days: how many days before it may still be changed; $provisional: whether that day is not final yet
booked-details =
    Number: { $number }
    When: { $day }, { $time }
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
    { booked-changes }{ day-provisional }
    Please note the number: with it you can find the appointment after this page is closed.
# $changeable: whether it can still be changed online; $cancel_days: how many days before
booked-changes =
    { $changeable ->
        [yes] To change or cancel it, type “my appointments”, at least { $cancel_days ->
            [one] { $cancel_days } day
           *[other] { $cancel_days } days
        } before.
       *[no] The day is near: it can no longer be changed or cancelled online. If you cannot come, please call { $phone }.
    }
# $ticket: the place in the line
ticket-details =
    Number: { $number }
    Day: { $day }
    Your number in the line: { $ticket }
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
    Come any time during opening hours.{ day-provisional }
day-provisional =
    { $provisional ->
        [yes] {" "}The holidays of that time are not announced yet; if it becomes a day off, we will tell you.
       *[no] {""}
    }
booking-conflict = The appointment could not be made this time. If one was made before, type “my appointments” and find it by its number, to move or cancel it. You can also ask at the office, or ask for a staff member.
booking-conflict_walk_in = The appointment could not be made this time. You can come without one: change “How to come” and take a walk-in number.
booking-conflict_ceremony = The appointment could not be made this time. If a ceremony was booked before, type “my appointments” and find it by its number, to move or cancel it. You can also ask at the registry, or ask for a staff member.
booking-conflict_counselling = You have made one here already whose day is still to come. Type “my appointments” to move or cancel it.
booking-not_active = This appointment can no longer be changed. Please look at the others, or ask for a staff member.
bookings-none = There is no appointment of yours in this conversation. One made before can be found by its number; you can also ask the office.
# $day: which day; $ticket: the place in the line
bookings-ticket = This is a walk-in number for { $day }, number { $ticket } in the line; there is nothing to change. Say it at the counter during opening hours. If you do not come, that is fine too.
# $phone: the office's telephone
bookings-no_match = No coming appointment was found with this number and this ID number. Please check them, and change the one or the other. If it cannot be found, please call the office at { $phone }.
bookings-too_often = There were too many tries. Please try again in an hour. If it is urgent, call the office at { $phone }, or ask for a staff member.
# $number: the receipt number; $at: the new day and time; $day: the old day
# $at: the new time; $day: of which day; $number: the receipt number
booking-moved_by_partner = Your appointment was moved to { $at } by the other person. Number: { $number }. If that does not suit you, type “my appointments” to change it.
booking-cancelled_by_partner = Your appointment of { $day } was cancelled by the other person. Number: { $number }.
booking-moved_elsewhere = The appointment you made here was moved to { $at } by someone who gave its number and an ID number. Number: { $number }. If it was neither of you, please ask the office.
booking-cancelled_elsewhere = The appointment you made here for { $day } was cancelled by someone who gave its number and an ID number. Number: { $number }. If it was neither of you, please ask the office.
# $number: the receipt number; $day: that day
calendar-confirmed = Your appointment is now certain: it is open on { $day }. Number: { $number }
calendar-closed = It is closed on { $day } after all. Please choose another day under “My appointments”, or call the bureau. Number: { $number }

## What is told after a booking: reminders, changes

# $day, $time: when; $office, $address, $phone: where; $number: the receipt number; $lines: what to bring, one thing a line
reminder-evening =
    A reminder: tomorrow, { $day }, at { $time }, at { $office }.
    { reminder-details }
reminder-morning =
    A reminder: today at { $time }, at { $office }.
    { reminder-details }
# Where there is nothing to bring
reminder-evening_bare =
    A reminder: tomorrow, { $day }, at { $time }, at { $office }.
    { reminder-details_bare }
reminder-morning_bare =
    A reminder: today at { $time }, at { $office }.
    { reminder-details_bare }
reminder-details_bare =
    Address: { $address }
    Number: { $number }
    If you cannot come, please call { $phone }
# For an appointment on the last day there is
reminder-evening_last =
    { reminder-evening }
    { reminder-last }
reminder-morning_last =
    { reminder-morning }
    { reminder-last }
reminder-last = { $day } is the last day on which this can be done. The receipt and the registry decide which dates count.
reminder-details =
    Address: { $address }
    Please bring:
    { $lines }
    Number: { $number }
    If you cannot come, please call { $phone }
# $day: the day booked; $first, $last: the days on which the certificate can be collected
calendar-outside = Now that the holidays are published, the divorce certificate can be collected from { $first } to { $last }; your appointment on { $day } is not among these days. Please choose another day under “My appointments”, or call the office. Number: { $number }
# $lines: what to bring now, one thing a line
rules-changed =
    A rule has changed. For your appointment on { $day } please bring:
    { $lines }
    Number: { $number }
# A short message: it does not say what for. $place: whose bureau; $phone: the telephone
sms-notice = { $place }: there is news of your appointment { $number }. Please see its page, or call { $phone }.
