# Volunteer sign-up, a guardian's consent, a volunteer's details: flows/volunteers/signup_flow.py, guardian_flow.py, details_flow.py

volunteer-notice =
    Signing up needs your name, ID number, where you live, a telephone number, your skills and what you would like to do, only to register, record and certify volunteer service.
    An ID number is sensitive personal data and is kept encrypted; everything about a child under 14 is protected as sensitive, and a guardian signs them up. { notice-kept }
    Volunteering is entirely up to you, costs nothing, and you can leave at any time.
    Do you agree to give this here?
    .label = Consent
    .agree = I agree
    .decline = I do not agree
volunteer-who = Who is to be signed up?
    .label = Who
    .self = Myself
    .child = My child, under 14
    .child-words = child|my child
volunteer-guardian_name = What is your name, as the guardian?
    .label = Guardian's name
volunteer-guardian_id = What is your ID number, as the guardian?
    .label = Guardian's ID number
volunteer-guardian_of_age = A guardian must be 18 or older. Please check the number.
volunteer-relation = What are you to the child?
    .label = Relation
    .father = Father
    .father-words = dad
    .mother = Mother
    .mother-words = mum|mom
    .grandparent = Grandparent
    .grandparent-words = grandfather|grandmother
    .other = Another guardian
volunteer-name = What is the volunteer's name?
    .label = Name
volunteer-id = What is the volunteer's ID number?
    .label = ID number
volunteer-township = In which township does the volunteer live?
    .label = Township
    .elsewhere = None of these
volunteer-village = In which village or community?
    .label = Village
    .unknown = Not sure, or not listed
volunteer-phone = Which telephone number can we use?
    .label = Telephone
volunteer-kinds = Which kinds of service? You may choose several.
    .label = Kinds of service
    .elder = Elder care
    .elder-words = elderly
    .child = Children
    .child-words = kids
    .disability = People with disabilities
    .disability-words = disability
    .relief = Social assistance
    .relief-words = assistance
    .marriage = Marriage registration
    .marriage-words = marriage
    .community = Community service
    .community-words = community
    .environment = Environment
    .environment-words = cleaning
    .health = Health
    .health-words = hospital
    .emergency = Emergencies
    .emergency-words = rescue
    .culture = Culture and sport
    .culture-words = culture
    .traffic = Road safety
    .traffic-words = traffic
    .other = Other
    .any_kind = Any of them
    .any_kind-words = anything
volunteer-skills = Which skills? You may choose several.
    .label = Skills
    .care = Care
    .care-words = nursing
    .medical = Medicine
    .medical-words = doctor
    .counselling = Counselling
    .counselling-words = psychology
    .law = Law
    .law-words = lawyer
    .teaching = Teaching
    .teaching-words = teacher
    .driving = Driving
    .driving-words = driver
    .repair = Repairs
    .repair-words = repairing
    .cooking = Cooking
    .cooking-words = cook
    .language = Dialects, sign language or foreign languages
    .language-words = languages
    .computers = Computers and phones
    .computers-words = computer
    .no_skill = Nothing special
    .no_skill-words = none
volunteer-times = When are you free? You may choose several.
    .label = Times
    .workday_day = Weekdays by day
    .workday_day-words = daytime
    .workday_evening = Weekday evenings
    .workday_evening-words = evenings
    .weekend = Weekends and holidays
    .weekend-words = weekends
    .any_time = Any time
    .any_time-words = always
volunteer-veteran = Are you one of the five elders (retired official, soldier, expert, teacher or model worker)?
    .label = Five elders
    .no = No
    .yes = Yes
volunteer-calls = When somebody needs help soon (to the doctor, a meal, a missing person), may we ask you? You decide each time, never at night, and can stop it at any time.
    .label = Calls for help
    .yes = Yes
    .no = No
# $lines: what was filled in, a line each
volunteer-summary =
    Please check:
    { $lines }

    Is everything right?
    .label = Check
    .yes = All right

# $number: the volunteer's number; $child: whether a guardian signed up a child (yes, no)
volunteer-registered =
    Signed up. The volunteer's number is { $number }.{ $child ->
        [yes] {" "}Please go with your child, or arrange who takes them.
       *[other] {""}
    }
    Bring the identity card the first time, so that the person in charge can check it.
    After a service, say "log hours", one sentence is enough; "my hours" shows what is recorded.
# $code: the code for the guardian; $until: until when it works
volunteer-guardian_asked =
    You are under 18, so a guardian has to agree. Please give them this code: { $code }
    They open this on their own phone, say "guardian's consent" and enter it, before { $until }. You are told at once.
volunteer-by_guardian = For a child under 14 the guardian signs up on their own phone: say "volunteer sign-up" and choose "my child". Nothing given here was kept.
volunteer-by_oneself = From 14 on they sign up on their own phone and get a code with which you agree. Nothing given here was kept.
# $age: a number of years
volunteer-too_young = Volunteering here begins at { $age }. Thank you for wanting to help; please come back then. Nothing given here was kept.
volunteer-at_the_office = All right, nothing was kept. You can sign up with your ID card at the township's social work station or the bureau's counter.

volunteer-known = Nobody can be signed up with this ID number now: most likely somebody is already, or there were too many tries. Who is signed up, please see "my volunteer details" in the chat where that was done; with a new phone, ask for a person. Who is not, please try again in an hour.
volunteer-none = Nobody is signed up as a volunteer here yet. That comes before joining and logging hours.
volunteer-waits = A guardian still has to agree. After that you can join and log hours.
volunteer-not_registered = This volunteer is not signed up now, so no hours can be logged.
# $number: the volunteer's number
volunteer-known_here = Signed up as a volunteer, number { $number }; see "my volunteer details" and "my volunteer hours". Erasing ends this too: recorded hours keep the number only, without a name.
volunteer-gone = This registration cannot be seen any more.
# $name: the family name; $number: the volunteer's number
volunteer-one = { $name } ({ $number })
# $number: the volunteer's number
volunteer-guardian_agreed = Your guardian has agreed: you are a volunteer now, number { $number }. Say "volunteer activities" to see where you could go.
volunteer-no_consent = No guardian agreed to the sign-up, and what was given is deleted. You can sign up again at any time.
volunteer-guardian_took_back = Your guardian has taken the consent back, and the registration is stopped. What was served before stays recorded.

guardian-code = Which code did your child give you? Eight letters or digits, such as 7K3M-Q2XD.
    .label = Code
    .lost = I have no code
    .lost-words = lost|no code
# $who: the child's family name
guardian-asked = It is { $who }, and I want to agree
guardian-minor = Somebody under 18 would like to volunteer and needs a guardian to agree. Is it your child?
    .label = Child
    .refuse = I do not agree
    .refuse-words = refuse
    .other_code = Another code
    .none = Not now
guardian-this_minor = My child
guardian-really = Without it your child cannot volunteer, and what they gave is deleted. Do you really not agree?
    .label = Really
    .no = Let me think
    .yes = I do not agree
guardian-notice =
    To agree, give your name, ID number, relation and telephone number, only to show that a guardian agreed and to reach you if something happens.
    An ID number is sensitive personal data and is kept encrypted; your child does not see what you give. You can take it back at any time. { notice-kept }
    Do you agree to give this here?
    .label = Consent
    .agree = I agree
    .decline = Not now
guardian-name = What is your name?
    .label = Your name
guardian-id = What is your ID number?
    .label = Your ID number
guardian-relation = What are you to the child?
    .label = Relation
    .father = Father
    .father-words = dad
    .mother = Mother
    .mother-words = mum|mom
    .grandparent = Grandparent
    .grandparent-words = grandfather|grandmother
    .other = Another guardian
guardian-phone = Which telephone number can we use to reach you?
    .label = Telephone
# $lines: what was filled in, a line each
guardian-summary =
    Please check:
    { $lines }

    Is everything right? Then you agree to volunteer service that suits your child's age.
    .label = Check
    .yes = All right, I agree
# $who: the child's family name
guardian-consented = { $who } is a volunteer now. To take it back, say "my volunteer details" here.
guardian-refused = All right, you did not agree, and what your child gave is deleted.
guardian-later = All right. When you have decided, say "guardian's consent" and enter the code.
guardian-ask_again = Your child has the code; it is shown again under "my volunteer details". Then say "guardian's consent".
guardian-over = This code does not work now: it may be mistyped, too old or used. Please check it, or ask your child to look again.
guardian-own_chat = This is your child's own chat. Please open this on your own phone and enter the code there.
guardian-too_often = That was tried too often; please wait an hour. If it is urgent, ask for a person.

volunteer_details-volunteer = Whose registration?
    .label = Volunteer
# $number: the volunteer's number; $state: waiting, registered; $calls: takes calls for help; $checked: the card was checked (yes, no)
volunteer_details-stands =
    Volunteer { $number }, { $state ->
        [waiting] waiting for a guardian
       *[other] registered
    }. { $checked ->
        [yes] The ID card was checked.
       *[other] The ID card was not checked yet; please bring it the first time.
    }
volunteer_details-no_volunteer = { volunteer-none }
volunteer_details-what = What would you like to change?
    .label = Change
    .none = Nothing
volunteer_details-way =
    .phone = The telephone number
    .township = Where I live
    .kinds = Kinds of service
    .skills = Skills
    .times = Times
    .calls_on = Take calls for help
    .calls_off = No more calls for help
    .code = The code for my guardian
    .leave = Leave the volunteers
    .take_back = Take my consent back
volunteer_details-notice = A telephone number is kept encrypted and used only for volunteer service. Do you agree to give it here?
    .label = Consent
    .agree = I agree
    .decline = I do not agree
volunteer_details-phone = What is the new telephone number?
    .label = Telephone
volunteer_details-township = In which township do you live now?
    .label = Township
    .elsewhere = None of these
volunteer_details-kinds = Which kinds of service? You may choose several.
    .label = Kinds of service
    .elder = Elder care
    .child = Children
    .disability = People with disabilities
    .relief = Social assistance
    .marriage = Marriage registration
    .community = Community service
    .environment = Environment
    .health = Health
    .emergency = Emergencies
    .culture = Culture and sport
    .traffic = Road safety
    .other = Other
    .any_kind = Any of them
volunteer_details-skills = Which skills? You may choose several.
    .label = Skills
    .care = Care
    .medical = Medicine
    .counselling = Counselling
    .law = Law
    .teaching = Teaching
    .driving = Driving
    .repair = Repairs
    .cooking = Cooking
    .language = Dialects, sign language or foreign languages
    .computers = Computers and phones
    .no_skill = Nothing special
volunteer_details-times = When are you free? You may choose several.
    .label = Times
    .workday_day = Weekdays by day
    .workday_evening = Weekday evenings
    .weekend = Weekends and holidays
    .any_time = Any time
volunteer_details-really = Really do this? Service recorded before and certificates are not touched.
    .label = Sure
    .no = Let me think
    .yes = Yes
volunteer_details-changed = Changed.
volunteer_details-calls_on = All right, you are asked when somebody needs help soon.
volunteer_details-calls_off = All right, you are asked no more. To change that, say "my volunteer details".
# $code: the code for the guardian
volunteer_details-code_again = The code for your guardian is { $code }. They say "guardian's consent" on their own phone and enter it.
volunteer_details-left = All right, done. What was served before stays recorded, and you can sign up again at any time.
volunteer_details-as_it_is = All right, nothing was changed.

# What may be recorded: flows/volunteers/rules.py
record-future = This service is not over yet; please log it afterwards.
# $day: a day
record-before_registered = The volunteer signed up on { $day }; for service before that, the organisation can enter it.
record-too_long = One entry is at most a day. Please log several days one by one.
# $day: a day; $from, $to: times such as 09:00; $next_day: ends on the next day (yes, no)
record-more_than_span = There is not so much time on { $day } from { $from } to { $to }{ $next_day ->
        [yes] {" "}of the next day
       *[other] {""}
    }. Please check.
record-outside_post = This activity was on { $day } from { $from } to { $to }{ $next_day ->
        [yes] {" "}of the next day
       *[other] {""}
    }; hours lie within it.
record-overlap = Another service is logged for this time: { $day } from { $from } to { $to }{ $next_day ->
        [yes] {" "}of the next day
       *[other] {""}
    }. The same time counts once.
record-no_organisation = No hours can be logged for this organisation now; please choose another.
