# Leaving a message for the staff: flows/message/flow.py

message-notice =
    For your message, the bureau needs what you write, where you live and a telephone number, only to deal with what you tell us.
    You need not give a number. What you write and the number are kept encrypted. { notice-kept }
    Do you agree to enter it here? If not, you can say it at the counter.
    .label = Consent
    .agree = I agree
    .decline = No, I will say it at the counter
message-township = In which township do you live?
    .label = Township
    .elsewhere = None of these places
message-village = In which village or community do you live?
    .label = Village or community
    .unknown = I am not sure, or it is not listed
message-words = What is it about? A few sentences are enough; no ID number is needed.
    .label = Message
message-phone = Please give a telephone number where we can reach you, or none if you prefer.
    .label = Telephone
    .none = No telephone number
# $lines: what was entered, one line each
message-summary =
    Please check:
    { $lines }

    Is everything correct? If so, it goes to the staff.
    .label = Check
    .yes = All correct

message-left =
    Your message has been passed to the staff.
    { handoff-details }
message-at_the_office = All right. You can tell it at the bureau's counter, or in your township, village or community.
