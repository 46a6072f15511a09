# The certificate ceremony: flows/ceremony/flow.py

ceremony-notice =
    The certificate ceremony (颁证仪式): after the marriage registration, a certificate officer hands the two of you your marriage certificates in the ceremony hall. It is free and voluntary, and the registration does not depend on it.
    To book it, the bureau needs the names of both of you, the ID number of one of you and one telephone number, only to plan it, once for each couple.
    ID numbers are sensitive personal information and are kept encrypted. Please tell the other person before you enter their data. { notice-kept }
    Do you agree to enter it here? If not, you can book by telephone.
    .label = Consent
    .agree = I agree
    .decline = No, I will call
ceremony-stage = Have the two of you registered your marriage?
    .label = Marriage registration
    .registered = Yes, it is done
    .registered-words = we have registered|we are registered|we are married|it is done|already registered
    .booked = Not yet, but the appointment is made
    .booked-words = we have an appointment|it is booked|booked|appointment made
    .not_yet = Neither registered nor booked
    .not_yet-words = not yet|not registered|no appointment
ceremony-first_name = What is your name?
    .label = Your name
ceremony-second_name = What is the other person's name?
    .label = The other person's name
ceremony-either_id = The ID number of one of you, please. Whichever you like; one is enough.
    .label = ID number
    .none = Neither of us has an 18-digit number
    .none-words = neither|neither of us|we have no such number
ceremony-day = Which day would you like to come? It has to be after your registration; the same day is fine.
    .label = Day
ceremony-slot = At what time would you like to come? If it is the day of your registration, please leave time for that.
    .label = Time
ceremony-guests = Your parents and friends may come along. Will there be many?
    .label = Guests
    .none = No guests
    .few = Up to 5
    .few-words = parents|my parents|our parents|a few|one|two|three|four|five
    .many = More than 5
    .many-words = many|lots|six|seven|eight|ten|a lot
    .unsure = I am not sure yet
ceremony-phone = Please give a telephone number where we can reach you.
    .label = Telephone
# $lines: what was entered, one line each
ceremony-summary =
    Please check:
    { $lines }

    Is everything correct? If so, the appointment will be made.
    .label = Check
    .yes = All correct
ceremony-reach = A staff member needs to book this for you. Which telephone number may they call?
    .label = Telephone for staff
    .none = No telephone number

ceremony-booked =
    Your appointment is made.
    { booked-details }
    Please come together; it is free. How many guests can come in is decided there.
ceremony-register_first =
    The certificate ceremony comes after the marriage registration. Please book the registration first, and the ceremony then.
    To do so, type “marriage registration”.
# $office, $address, $phone: the ceremony hall
ceremony-by_telephone =
    All right. Please book by telephone: { $phone }
    Where: { $office }
    Address: { $address }
ceremony-to_a_person =
    This has been passed to a staff member, who will see how to book it.
    { handoff-details }

bring-certificates_first = Both marriage certificates: register at the registry first, then bring them over
bring-id_given = The document whose number you entered, the original
