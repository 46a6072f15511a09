# Marriage registration: flows/marriage/flow.py

marriage-notice =
    To book a marriage registration, the bureau needs the names, ID numbers and marital status of both of you and one telephone number, only to check the conditions and to plan the appointment. You need not send a photo.
    ID numbers are sensitive personal information and are kept encrypted. Please tell the other person before you enter their data. { notice-kept }
    Do you agree to enter it here? If not, you can go to the office directly.
    .label = Consent
    .agree = I agree
    .decline = No, I will go to the office
marriage-couple = Which of these fits the two of you?
    .label = About the two of you
    .mainland = We are both mainland residents, neither is in military service
    .military = One of us is in military service
    .hk_macao_taiwan = One of us is a resident of Hong Kong, Macao or Taiwan
    .overseas = One of us is an overseas Chinese
    .foreign = One of us is a foreigner
    .unsure = I am not sure
marriage-first_name = What is your name?
    .label = Your name
marriage-first_id = What is your ID number?
    .label = Your ID number
marriage-first_status = What is your marital status now?
    .label = Your marital status
    .never = Never married
    .divorced = Divorced
    .widowed = Widowed
    .married = Married
    .unsure = I am not sure
marriage-partner =
    How shall the other person's details be entered?
    If they use their own phone, you get a code to pass on. Neither of you sees what the other has entered.
    .label = The other person's details
    .apart = On their own phone
    .apart-words = own phone|on their phone|by themselves
    .here = Here, together
    .here-words = together|here|on this phone|I will enter them
marriage-second_name = What is the other person's name?
    .label = The other person's name
marriage-second_id = What is the other person's ID number?
    .label = The other person's ID number
marriage-sex_check = Both ID numbers show the same sex, so one of them may have been mistyped. Are both numbers correct?
    .label = Check of the numbers
    .right = Both are correct
    .first = Change my number
    .second = Change the other number
marriage-second_status = What is the other person's marital status now?
    .label = The other person's marital status
    .never = Never married
    .divorced = Divorced
    .widowed = Widowed
    .married = Married
    .unsure = I am not sure
marriage-kinship =
    Are you close relatives? For example brother and sister, first cousins, uncle and niece, aunt and nephew.
    (The law says: lineal relatives by blood, or collateral relatives by blood within three generations.)
    .label = Close relatives
    .no = No
    .yes = Yes
    .unsure = I am not sure
marriage-id_cards = How are the resident ID cards of the two of you?
    .label = ID cards
    .valid = Both are valid
    .temporary = One is a temporary ID card
    .expired = One has expired
    .lost = One is lost
    .unsure = I am not sure
marriage-own_card = How is your resident ID card?
    .label = Your ID card
    .valid = It is valid
    .valid-words = valid|fine|ok
    .temporary = I use a temporary ID card
    .expired = It has expired
    .lost = It is lost
    .unsure = I am not sure
# $day: the first day that can be booked
marriage-day = Which day would you like to come? You can book from { $day } on.
    .label = Day
marriage-slot = At what time would you like to come?
    .label = Time
marriage-photo = Do you have a photo of the two of you? If so, send it and see whether it fits: 2 inches, recent, half-length, no hats, red ground; blue is accepted too.
    .label = Joint photo
    .on_site = Have it taken at the office
marriage-phone = Please give a telephone number where we can reach you.
    .label = Telephone
# $lines: what was entered, one line each
marriage-summary =
    Please check:
    { $lines }

    { counting-before }

    Is everything correct? If so, the appointment will be made.
    .label = Check
    .yes = All correct
marriage-reach = A staff member needs to look at your case. Which telephone number may they call?
    .label = Telephone for staff
    .none = No telephone number

# $day: when both have reached the age
marriage-too_young = On that day the legal age for marriage is not yet reached. Please choose { $day } or later.
marriage-booked =
    Your appointment is made.
    { booked-details }
    Please come together. Registration is free.
# $code: the code; $until: until when to agree; $day, $time, $office: when and where
marriage-invited =
    This is not booked yet: the other person has to agree.
    When: { $day }, { $time }
    Where: { $office }
    Code: { $code }
    Give the code to the other person, or let them scan the QR code. On this desk they type “confirm appointment”, enter the code and their own details.
    They have until { $until }. You will be told here when they have agreed. If they have not by then, the time is free for others again.
# $day: when both have reached the age
marriage-not_yet =
    Both of you will have reached the legal age for marriage on { $day }, so it cannot be booked yet.
    You are welcome then. If a number was mistyped, you can begin again; if you have doubts, you can ask for a staff member.
marriage-has_spouse =
    By law, a person who is married must end that marriage first before registering a new one.
    If it has ended, or if you think the record is wrong, please bring the divorce certificate or the court document to the office, or ask for a staff member.
marriage-related =
    By law, lineal relatives by blood and collateral relatives by blood within three generations cannot marry.
    If you are not sure whether this is your case, you can ask for a staff member.
# $office, $address, $phone: the office
marriage-at_the_office =
    All right. Please go to the office together, with your ID cards.
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
marriage-to_a_person =
    This has been passed to a staff member, who will see what can be done.
    { handoff-details }
