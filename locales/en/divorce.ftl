# Divorce application: flows/divorce/flow.py

divorce-notice =
    To book a divorce application, the bureau needs the names and ID numbers of both of you, and how it stands with your marriage certificates and agreement, only to check the conditions and to plan the appointment. You need not give a telephone number.
    First you alone are asked whether you are safe; you need not say.
    ID numbers are sensitive personal information and are kept encrypted. { notice-kept }
    Do you agree to enter it here? If not, you can go to the office directly.
    .label = Consent
    .agree = I agree
    .decline = No, I will go to the office
divorce-safety =
    This question is only for you. We do not tell the other person, and it is not shown when you check your answers.
    Do you feel safe with the other person?
    .label = Your safety
    .safe = I feel safe
    .safe-words = i am safe|i'm safe|i feel safe|no danger|not afraid|i am not afraid
    .afraid = I am afraid
    .afraid-words = not safe|i am not safe|i'm not safe|afraid|scared|i am scared|i'm scared|i'm afraid|a bit afraid|i am afraid of him|i am afraid of her|i'm afraid of him|i'm afraid of her
    .not_now = I cannot say now
    .not_now-words = not now|i cannot say|i can't say|i would rather not say|he is here|she is here
divorce-safety_help =
    In danger, call 110 at once.
    12338 is the women's helpline, for talking and for help.
    If you are beaten, insulted or threatened, you can ask the court for a personal safety protection order, without divorcing first.
    If someone might see this, type “quick exit” to leave this page at once.
    Shall a staff member contact you first?
    .label = Help
    .person = A staff member first
    .go_on = Carry on here
divorce-both_agree = Do you both agree to the divorce?
    .label = Do both agree
    .yes = We both agree
    .no = One of us does not agree
    .unsure = I am not sure
divorce-capacity = Can you both decide for yourselves and say clearly what you want? (The law calls this full capacity for civil conduct.)
    .label = Can both decide for themselves
    .yes = We both can
    .no = One of us cannot
    .unsure = I am not sure
divorce-where = Where was your marriage registered?
    .label = Where you married
    .mainland = In mainland China
    .elsewhere = Abroad, or in Hong Kong, Macao or Taiwan
    .unsure = I am not sure
divorce-couple = Which of these fits the two of you?
    .label = About the two of you
    .mainland = We are both mainland residents, neither is in military service
    .military = One of us is in military service
    .hk_macao_taiwan = One of us is a resident of Hong Kong, Macao or Taiwan
    .overseas = One of us is an overseas Chinese
    .foreign = One of us is a foreigner
    .unsure = I am not sure
divorce-certificates = Do you still have both marriage certificates?
    .label = Marriage certificates
    .both = We have both
    .one_lost = One is lost
    .both_lost = Both are lost
    .unsure = I am not sure
divorce-agreement = What does your divorce agreement cover already? You can choose several. If there are no children, property or debts, writing so counts as covered.
    .label = What the agreement covers
    .willing = Both want the divorce
    .children = Care of the children
    .property = Property
    .debts = Debts
    .none = Nothing written yet
divorce-first_name = What is your name?
    .label = Your name
divorce-first_id = What is your ID number?
    .label = Your ID number
divorce-second_name = What is the other person's name?
    .label = The other person's name
divorce-second_id = What is the other person's ID number?
    .label = The other person's ID number
divorce-sex_check = Both ID numbers say the same sex; one may have been mistyped. Are both right?
    .label = Check of the numbers
    .right = Both are right
    .first = Change my number
    .second = Change the other person's number
divorce-id_cards = How are the resident ID cards of the two of you?
    .label = ID cards
    .valid = Both are valid
    .temporary = One is a temporary ID card
    .expired = One has expired
    .lost = One is lost
    .unsure = I am not sure
divorce-day = Which day would you like to come and apply?
    .label = Day
divorce-slot = At what time would you like to come?
    .label = Time
divorce-phone = Please give a telephone number where we can reach you, or none if you prefer.
    .label = Telephone
    .none = No telephone number
# $lines: what was entered, one line each
divorce-summary =
    Please check:
    { $lines }

    { counting-before }

    Is everything correct? If so, the appointment will be made.
    .label = Check
    .yes = All correct
divorce-reach = A staff member needs to look at your case. Which telephone number may they call?
    .label = Telephone for staff
    .none = No telephone number
divorce-safe_reach = Please give a telephone number that only you answer. If you do not feel at ease with that, give none.
    .label = Telephone for staff
    .none = No telephone number

divorce-booked =
    Your appointment is made.
    { booked-details }
    This is the first visit: you apply together and get the receipt of the divorce application (离婚登记申请受理回执单).
    After the divorce cooling-off period you come together once more to apply for the divorce certificate. The receipt and the registry decide which dates count. Registration is free.
    Once the application is accepted, type “my dates”: we can work out the days that follow, and remind you.
# $reason: why the registry cannot do it; $legal_aid: the legal aid line
divorce-court =
    { $reason ->
        [agreement] The registry only registers a divorce on which both agree. If one of you does not, or you cannot agree on children, property or debts, it can go to the court. If you come to an agreement later, you can book again.
        [capacity] If one of you cannot fully decide alone (no capacity, or limited capacity, for civil conduct), the registry cannot register the divorce; it goes to the court.
       *[place] If the marriage was not registered in mainland China, the registry cannot register the divorce; it goes to the court.
    }
    To ask about going to court, you can call { $legal_aid }, the legal aid line.
    If you chose wrongly, you can begin again; if you have doubts, you can ask for a staff member.
# $office, $address, $phone: the office
divorce-at_the_office =
    All right. Please go to the office together, with your ID cards, marriage certificates and divorce agreement.
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
divorce-to_a_person =
    This has been passed to a staff member, who will see what can be done.
    { handoff-details }
divorce-to_a_person_now =
    This has been passed to a staff member as urgent.
    { handoff-details }
    In danger, do not wait: call 110 at once. To leave this page, type “quick exit”.
