# Confirming an appointment: flows/marriage/partner_flow.py

partner-code = Which code did the other person give you? It has eight letters or digits, such as 7K3M-Q2XD.
    .label = Code
    .lost = I have no code
    .lost-words = no code|lost|lost it|i do not know
# $service: the service; $at: when
partner-agree_to = I will confirm: { $service }, { $at }
partner-invitation = How would you like to go on?
    .label = Appointment to confirm
    .refuse = I do not agree
    .other_code = Change the code
    .none = I will answer later
partner-really = Then the time is free for others, and the other person is told that nothing was booked. Do you really not agree?
    .label = Really not
    .no = I will answer later
    .yes = I do not agree
partner-notice =
    To confirm the appointment for marriage registration, the bureau needs your name, ID number, marital status and a telephone number, only to check the conditions and to plan the appointment.
    ID numbers are sensitive personal information and are kept encrypted. The other person does not see what you enter here. { notice-kept }
    Do you agree to enter it here?
    .label = Consent
    .agree = I agree
    .decline = No, I will ask the office
partner-second_name = What is your name?
    .label = Your name
partner-second_id = What is your ID number?
    .label = Your ID number
partner-second_status = What is your marital status now?
    .label = Your marital status
    .never = Never married
    .never-words = single|not married|unmarried|first time
    .divorced = Divorced
    .widowed = Widowed
    .married = Married
    .unsure = I am not sure
partner-kinship =
    Are you and the other person close relatives? For example siblings, cousins, uncle or aunt and niece or nephew.
    (By law: relatives in direct line, or collateral relatives within three generations.)
    .label = Close relatives
    .no = No
    .yes = Yes
    .unsure = I am not sure
partner-own_card = How is your resident ID card?
    .label = Your ID card
    .valid = It is valid
    .valid-words = valid|fine|ok
    .temporary = I use a temporary ID card
    .expired = It has expired
    .lost = It is lost
    .unsure = I am not sure
partner-phone = Please leave a telephone number at which you can be reached.
    .label = Telephone
# $lines: the answers, a line each
partner-summary =
    Please check:
    { $lines }

    { counting-before }

    Is everything right? Then the appointment is booked.
    .label = Check
    .yes = Everything is right
partner-reach = A staff member has to look at your case. At which telephone number can you be reached?
    .label = Telephone
    .none = I leave no number

partner-agreed =
    It is booked.
    { booked-details }
    Please come together. Registration is free.
# $at: when
partner-declined = All right, nothing is booked. The time { $at } is free for others again.
partner-later = All right. When you have decided, type “confirm appointment” and enter the code. If it is not confirmed in time, the time becomes free for others by itself.
partner-ask_again = The other person has the code; please ask them to send it again. Then type “confirm appointment”.
# $day: the day they are old enough
partner-too_young =
    You reach the legal age for marriage on { $day }; the day that was chosen is too early, so it cannot be confirmed.
    The two of you can choose another day. If the number was wrong, start again; if you have questions, ask for a staff member.
partner-has_spouse =
    By law, who has a spouse must end that marriage before marrying again.
    If you are divorced already, or think the records are wrong, please bring the divorce certificate or the court document to the office, or ask for a staff member.
partner-related =
    By law, relatives in direct line and collateral relatives within three generations cannot marry.
    If you are not sure whether you are such relatives, ask for a staff member.
# $office, $address, $phone: the office
partner-at_the_office =
    All right, nothing was written down here. You can ask the office.
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
partner-to_a_person =
    All right, a staff member will look at it.
    { handoff-details }

## Codes, and what came of them

invitation-over = This code cannot be used now: it may be mistyped, its time may be over, or it has been used. Please check it, or ask the other person to send it again.
invitation-too_often = There were too many tries. Please try again in an hour. If it is urgent, ask for a staff member.
partner-same_sex_digit = By the two ID numbers both of you have the same sex; one of them may be mistyped. Please check yours once more; if it is right, ask for a staff member.

# $day, $time, $office, $address, $phone, $number: the appointment
partner-has_agreed =
    The other person has agreed: it is booked.
    { booked-details }
    Please come together. Registration is free.
# $at: when
partner-has_not_agreed = Nothing was booked for { $at }: it was not confirmed by both of you in time. The time is free for others; you can book again.
partner-is_over = The appointment of { $at } need not be confirmed any more: its time is over, or the other person has called it off.
