# Marriage and family counselling: flows/counselling/flow.py. What others may see of it (receipt, reminders, lists) does
# not say what it is about

counselling-notice =
    Marriage and family counselling (婚姻家庭辅导): a talk with a counsellor about marriage and the family. It is voluntary and free.
    Neither a marriage registration nor a divorce requires it; whether you come, and when you stop, is up to you.
    What is said stays confidential, except where someone is in danger or a child is being harmed and the law requires a report.
    To book it you are asked for no name and no ID number. First you alone are asked whether you are safe; you need not say. { notice-kept }
    Do you agree to book it here? If not, you can book by telephone.
    .label = Consent
    .agree = I agree
    .decline = No, I will call
counselling-safety =
    This question is only for you. We do not tell anybody else, and it is not shown when you check your answers.
    Do you feel safe with the people at home?
    .label = Your safety
    .safe = I feel safe
    .safe-words = i am safe|i'm safe|i feel safe|no danger|not afraid|i am not afraid
    .afraid = I am afraid
    .afraid-words = not safe|i am not safe|i'm not safe|afraid|scared|i am scared|i'm scared|i'm afraid|a bit afraid|i am afraid of him|i am afraid of her|i'm afraid of him|i'm afraid of her
    .not_now = I cannot say now
    .not_now-words = not now|i cannot say|i can't say|i would rather not say|he is here|she is here
counselling-safety_help =
    In danger, call 110 at once.
    12338 is the women's helpline, for talking and for help.
    If you are beaten, insulted or threatened, you can ask the court for a personal safety protection order.
    If someone might see this, type “quick exit” to leave this page at once.
    Shall a staff member contact you first?
    .label = Help
    .person = A staff member first
    .go_on = Carry on here
counselling-how = Will you come alone, or two of you together? You can also talk to a staff member first, without booking.
    .label = How you come
    .alone = I come alone
    .alone-words = alone|just me|by myself|on my own
    .two = Two of us together
    .two-words = together|both of us|two of us|the two of us
    .person = I would like to talk to a staff member first
    .person-words = talk to someone first|ask first
counselling-called = What may we call you? For example “Ms Zhang”; no full name is needed.
    .label = What we call you
    .none = I would rather not say
    .none-words = no name|rather not
# $limit: the most characters
counselling-called_long = A short name is enough, { $limit } characters at most. What it is about is for the talk itself.
counselling-day = Which day would you like to come?
    .label = Day
counselling-slot = At what time would you like to come?
    .label = Time
counselling-phone =
    Would you like to leave a telephone number? Best one that only you look at.
    Only if a reminder or a change is not seen here, one short message is sent to it or one call made; neither says what it is about. You need not leave one.
    .label = Telephone
    .none = No telephone number
# $lines: what was entered, one line each
counselling-summary =
    Please check:
    { $lines }

    Is everything correct? If so, the appointment will be made.
    .label = Check
    .yes = All correct
counselling-safe_reach = Please give a telephone number that only you will answer. If you are not sure of one, leave it out.
    .label = Telephone for staff
    .none = No telephone number

# $number: the receipt number; $day, $time: when; $office, $address, $phone: the reception room
counselling-booked =
    Your appointment is made.
    Number: { $number }
    When: { $day }, { $time }
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
    { booked-changes }{ day-provisional }
    Please note the number: saying it when you come is enough. No papers are needed, and you need not say what it is about.
    After this page is closed it cannot be found online; then call the number above and give it.
# $office, $address, $phone: the reception room
counselling-by_telephone =
    All right. Please book by telephone: { $phone }
    Where: { $office }
    Address: { $address }
counselling-to_a_person =
    This has been passed to a staff member.
    { handoff-details }
counselling-to_a_person_now =
    This has been passed to a staff member as urgent.
    { handoff-details }
    In danger, do not wait: call 110 at once. To leave this page, type “quick exit”.
