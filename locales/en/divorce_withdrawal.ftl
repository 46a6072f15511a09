# Withdrawing a divorce application: flows/divorce/withdrawal_flow.py

divorce_withdrawal-notice =
    One of you alone can withdraw a divorce application, at the office where you applied, with the ID card and the receipt; if the receipt is lost, you write a note there. We do not tell the other person.
    The bureau needs the date on the receipt and a telephone number, only to work out the dates and for the line. You need not give a number; if you do, it is kept encrypted. { notice-kept }
    Do you agree to enter it here? If not, you can go to the office directly.
    .label = Consent
    .agree = I agree
    .decline = No, I will go to the office
divorce_withdrawal-receipt_day = What is the date on the receipt of the divorce application (离婚登记申请受理回执单)?
    .label = Date on the receipt
    .unknown = I do not remember
# $withdraw: the last day; $provisional: whether a date is not final yet ($receipt, $first and $last are there too)
divorce_withdrawal-day =
    The last day to withdraw is { $withdraw }. { dates-provisional }The receipt and the registry decide which dates count.
    Which day would you like to come?
    .label = Day you come
    .person = No day suits, ask a staff member
divorce_withdrawal-phone = Please give a telephone number that you answer yourself, or none if you prefer.
    .label = Telephone
    .none = No telephone number
# $lines: what was entered, one line each
divorce_withdrawal-summary =
    Please check:
    { $lines }

    Is everything correct? If so, you will get your number.
    .label = Check
    .yes = All correct
divorce_withdrawal-reach = A staff member needs to look at your dates. Please give a telephone number that you answer yourself, or none if you prefer.
    .label = Telephone for staff
    .none = No telephone number

# $last: the last day
divorce_withdrawal-outside = Please choose { $last } or a day before it. The receipt and the registry decide which dates count.
# Besides the walk-in number: $receipt, $withdraw, $first, $last
divorce_withdrawal-ticket =
    You have your number.
    { ticket-details }
    You can come alone, to the office where you applied. We do not tell the other person.
    The last day to withdraw is { $withdraw }. The receipt and the registry decide which dates count.
    To keep this page from others, type “quick exit”.
# $office, $address, $phone: the office
divorce_withdrawal-at_the_office =
    All right. Please go to the office where you applied, with your ID card and the receipt. You can go alone; please go soon.
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
divorce_withdrawal-to_a_person =
    This has been passed to a staff member as urgent.
    { handoff-details }
    Please also go soon, with your ID card, to the office where you applied, and ask there. The receipt and the registry decide which dates count.
    A divorce certificate is only issued when both of you apply for it together.
