# Who is asking: flows/benefits/identity.py, bot/benefits/proving.py

identity-proven = Whose is it about?
    .label = Whose
    .new = Somebody else
identity-proof_of = { $who }, ID number ending { $number }
identity-chosen = Checked just now
identity-gone = The time of that check is over. Please check once more.
identity-whose = Is it about you, or do you ask for somebody else?
    .label = Whose
    .own = About me
    .own-words = my own|mine|me|myself
    .other = For somebody else (by mandate, or as guardian)
    .other-words = for somebody else|someone else|for another
identity-notice =
    First a check of who you are, so that nobody else sees your matters. It takes a name, an ID number, and a code that goes to the telephone on file.
    What you type is kept encrypted and used for this check only; a code is good for { $code } minutes, and once checked you need no other for { $proof } minutes. Do you agree?
    .label = Agreed to the check
    .agree = I agree
    .decline = No check
identity-name = The name of the person it is about?
    .label = Name
identity-id = The ID number of the person it is about?
    .label = ID number
identity-proxy_name = Your own name?
    .label = Name of the proxy
identity-proxy_id = Your own ID number?
    .label = ID number of the proxy
identity-send = Send a code
identity-asked = What would you like to do?
    .label = Send a code
    .person = A person, please
    .person-words = person|a person|staff
    .stop = No check
identity-too_often = A code was asked for too often. Please try again after a while, or ask for a person.
identity-code =
    If what you told is right, a code goes to the telephone on file, usually within two minutes; it is good for { $code } minutes. What are its 6 digits?
    .label = Code
    .again = It has not come
    .again-words = not received|send again|resend|did not come
    .person = A person, please
    .person-words = i have another number|person|a person|staff
    .stop = No check
identity-called_off = The code of before is called off; another one is sent.
identity-wrong = That code is not right, or it is over, used, or was tried too often.
identity-identity = The check did not succeed. What would you like to do?
    .label = Check
    .other_code = Type it again
    .again = Ask for a new code
    .again-words = not received|send again|resend
    .person = A person, please
    .person-words = person|a person|staff
    .stop = No check
identity-no_messages = No short messages can be sent from here now, so this cannot be shown online. Ask the staff, or come to the counter with your ID card.

identity-not_shown = All right, no check for now. You may come back at any time.
identity-to_a_person =
    All right, it is with the staff, who may ask you to come to the counter with your ID card.
    { handoff-details }

sms-code = [{ $place }] Code { $code }, good for { $minutes } minutes, to check who you are. If this is not you, tell it to nobody.

one_time_code-shape = The code is the 6 digits of the short message, such as 012345.
identity-brief_unproven = Whoever wrote this has not shown who they are: see to that before anything on record is spoken of.
