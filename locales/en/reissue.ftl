# Reissue of a marriage or divorce certificate: flows/reissue/flow.py

reissue-notice =
    To book a reissue, the bureau needs the name and ID number of the person whose certificate it is and one telephone number, only to look up the archive and to plan the appointment.
    ID numbers are sensitive personal information and are kept encrypted. { notice-kept }
    Do you agree to enter it here? If not, you can go to the office directly.
    .label = Consent
    .agree = I agree
    .decline = No, I will go to the office
reissue-which = Which certificate is to be reissued?
    .label = Which certificate
    .marriage = Marriage certificate
    .divorce = Divorce certificate
reissue-reason = What happened to the old certificate?
    .label = Why
    .lost = It is lost
    .lost-words = missing|i cannot find it|i can't find it|gone|i lost it
    .damaged = It is damaged
    .damaged-words = torn|broken|ruined|unreadable
reissue-where = Where was the registration made?
    .label = Where registered
    .mainland = In mainland China
    .elsewhere = Abroad, or in Hong Kong, Macao or Taiwan
    .unsure = I am not sure
reissue-status = Is the marital status still the same as on that certificate?
    .label = Marital status
    .same = Still the same
    .same-words = no change|nothing changed|unchanged|the same
    .changed = It has changed
    .changed-words = different|divorced|widowed|remarried|my husband died|my wife died
    .unsure = I am not sure
reissue-who = Will the person come themselves, or someone for them?
    .label = Who comes
    .self = The person themselves
    .proxy = Someone for them
reissue-name = What is the name of the person whose certificate it is?
    .label = Name on the certificate
reissue-number = What is that person's ID number?
    .label = That person's ID number
reissue-certificate = What is the number on the old certificate? For example J620423-2026-000001.
    .label = Certificate number
    .unknown = I do not remember, or it looks different
reissue-id_cards = How is that person's resident ID card?
    .label = ID card
    .valid = It is valid
    .temporary = It is a temporary ID card
    .expired = It has expired
    .lost = It is lost
    .unsure = I am not sure
reissue-day = Which day would you like to come?
    .label = Day
reissue-slot = At what time would you like to come?
    .label = Time
reissue-phone = Please give a telephone number where we can reach you.
    .label = Telephone
# $lines: what was entered, one line each
reissue-summary =
    Please check:
    { $lines }

    { counting-before }

    Is everything correct? If so, the appointment will be made.
    .label = Check
    .yes = All correct
reissue-reach = A staff member needs to look at your case. Which telephone number may they call?
    .label = Telephone for staff
    .none = No telephone number

reissue-booked =
    Your appointment is made.
    { booked-details }
    The registry looks into the marriage registration archive; it can reissue the certificate only if the marital status has not changed.
reissue-not_issued =
    A certificate can be reissued only while the marital status is the same as on it. Once it has changed, that certificate is not issued again.
    To prove a former marriage, you can ask for a copy from the marriage registration archive. If you chose wrongly, you can begin again; if you have doubts, you can ask for a staff member.
# $office, $address, $phone: the office
reissue-at_the_office =
    All right. Please go to the office with the ID card.
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
reissue-to_a_person =
    This has been passed to a staff member, who will see what can be done.
    { handoff-details }
