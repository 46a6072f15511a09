# Appeal about appointments: flows/appeal/flow.py

appeal-notice =
    If you think that something was wrongly counted as missed or cancelled, or that online booking should not be paused, you can say so here; a staff member will look at it.
    What you write and a telephone number are used for this only. The telephone can be left out. Both are kept encrypted. { notice-kept }
    Do you agree to enter it here?
    .label = Consent
    .agree = I agree
    .decline = No, I will ask the office
appeal-booking = Which one is it about?
    .label = Which one
    .by_number = Not listed, I have the number
    .by_number-words = number|by number|I have the number
    .unknown = I cannot say which one
appeal-number = What is the number of that appointment? For example JT261122-G4MUEJ.
    .label = Number
    .lost = I do not have the number
    .lost-words = lost|I lost it|no number|I have no number|I forgot it
appeal-why = What happened? A few sentences will do; no ID number is needed.
    .label = What happened
appeal-phone = Please leave a telephone number at which you can be reached. You can leave it out.
    .label = Telephone
    .none = No telephone
# $lines: what was entered, one line each
appeal-summary =
    Please check:
    { $lines }

    Is everything correct? If so, it goes to the staff.
    .label = Check
    .yes = All correct

appeal-left =
    Received. Your appeal has gone to the staff.
    { handoff-details }
# $phone: the office's telephone
appeal-at_the_office = All right. You can tell the office at its counter, or call { $phone }.
