# Divorce certificate: flows/divorce/certificate_flow.py. Every date with “the receipt and the registry decide”; nobody
# is told that an application has lapsed

divorce_certificate-notice =
    To book the divorce certificate, the bureau needs the date on the receipt, to work out the dates; to book a time, also the names and ID numbers of both of you. You need not give a telephone number.
    ID numbers are sensitive personal information and are kept encrypted. { notice-kept }
    Do you agree to enter it here? If not, you can go to the office directly.
    .label = Consent
    .agree = I agree
    .decline = No, I will go to the office
divorce_certificate-receipt_day = What is the date on the receipt of the divorce application (离婚登记申请受理回执单)?
    .label = Date on the receipt
    .unknown = I do not remember
# $first, $last: from when to when; $provisional: whether a date is not final yet ($receipt and $withdraw are there too)
divorce_certificate-plan =
    The certificate can be applied for from { $first } to { $last }. { dates-provisional }The receipt and the registry decide which dates count.
    How would you like to come?
    .label = How to come
    .slot = Book a time
    .walk_in = No fixed time, take a walk-in number
    .dates = Only show me the dates
divorce_certificate-later_plan =
    The certificate can be applied for from { $first } to { $last }. { dates-provisional }The receipt and the registry decide which dates count.
    That is too far ahead to book a time now. How would you like to come?
    .label = How to come
    .walk_in = Take a walk-in number for then
    .dates = Only show me the dates
divorce_certificate-last_plan =
    The last day is { $last }. It is too late to book a time, but you can come without one. { dates-provisional }The receipt and the registry decide which dates count.
    How would you like to come?
    .label = How to come
    .walk_in = Take a walk-in number
    .dates = Only show me the dates
divorce_certificate-papers = Which of these do you have at hand? You can choose several.
    .label = At hand
    .id_cards = Both ID cards, not expired
    .certificates = The marriage certificates
    .receipt = The receipt of the divorce application (离婚登记申请受理回执单)
    .agreement = The divorce agreement
    .none = None of them
divorce_certificate-first_name = What is your name?
    .label = Your name
divorce_certificate-first_id = What is your ID number?
    .label = Your ID number
divorce_certificate-second_name = What is the other person's name?
    .label = The other person's name
divorce_certificate-second_id = What is the other person's ID number?
    .label = The other person's ID number
# $first, $last: from when to when; $provisional: whether a date is not final yet ($receipt and $withdraw are there too)
divorce_certificate-day =
    The certificate can be applied for from { $first } to { $last }. { dates-provisional }The receipt and the registry decide which dates count.
    Which day would you like to come?
    .label = Day
    .walk_in = No fixed time, take a walk-in number
divorce_certificate-slot = At what time would you like to come?
    .label = Time
divorce_certificate-phone = Please give a telephone number where we can reach you, or none if you prefer.
    .label = Telephone
    .none = No telephone number
# $lines: what was entered, one line each
divorce_certificate-summary =
    Please check:
    { $lines }

    { counting-before }

    Is everything correct? If so, the appointment will be made.
    .label = Check
    .yes = All correct
divorce_certificate-walk_in_day =
    The certificate can be applied for from { $first } to { $last }. { dates-provisional }The receipt and the registry decide which dates count.
    For which day would you like a walk-in number?
    .label = Day you come
    .person = No day suits, ask a staff member
divorce_certificate-walk_in_phone = Please give a telephone number where we can reach you, or none if you prefer.
    .label = Telephone
    .none = No telephone number
divorce_certificate-walk_in_summary =
    Please check:
    { $lines }

    Is everything correct? If so, you will get your number.
    .label = Check
    .yes = All correct
divorce_certificate-reach = A staff member needs to look at your dates. Which telephone number may they call?
    .label = Telephone for staff
    .none = No telephone number

# $first, $last: from when to when
divorce_certificate-outside = Please choose a day from { $first } to { $last }. The receipt and the registry decide which dates count.
dates-provisional =
    { $provisional ->
        [yes] The holidays of that time are not announced yet, so the dates may change.{" "}
       *[no] {""}
    }
# Besides what came of the booking: $receipt, $withdraw, $first, $last
divorce_certificate-booked =
    Your appointment is made.
    { booked-details }
    Please come together, to the office where you applied.
    The last day is { $last }. The receipt and the registry decide which dates count.
divorce_certificate-ticket =
    You have your number.
    { ticket-details }
    Please come together, to the office where you applied.
    The last day is { $last }. The receipt and the registry decide which dates count.
# $receipt: the date on the receipt; $withdraw: the last day to withdraw; $first, $last: from when to when
divorce_certificate-dates =
    Date on the receipt: { $receipt }
    Last day to withdraw: { $withdraw }
    First day for the certificate: { $first }
    Last day for the certificate: { $last }
    { dates-provisional }Please come together, to the office where you applied. The receipt and the registry decide which dates count.
    To be reminded, type “my dates”.
# $receipt: the date on the receipt; $office, $phone: the office
divorce_certificate-start_again =
    By a receipt of { $receipt }, the time to collect the divorce certificate ended long ago. Most likely a new application is needed.
    Please ask at the office, or call { $phone }
    If the date was wrong, type “divorce certificate” again.
divorce_certificate-office_today =
    Time is short. { $open ->
        [yes] Please go together today to the office where you applied
       *[no] The office opens { $opens }; please go together, as soon as it opens, to the office where you applied
    }, with your ID cards, marriage certificates, the receipt and the divorce agreement.
    A staff member there will see what can be done. The receipt and the registry decide which dates count.
    This has been passed to a staff member as urgent.
    { handoff-details }
# $office, $address, $phone: the office
divorce_certificate-at_the_office =
    All right. Please go together to the office where you applied, with your ID cards, marriage certificates, the receipt and the divorce agreement.
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
divorce_certificate-to_a_person =
    This has been passed to a staff member as urgent, who will look at your dates.
    { handoff-details }
    If time is short, do not wait for an answer: please go to the office where you applied, both of you, and ask. The receipt and the registry decide which dates count.
