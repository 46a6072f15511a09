# Cooling-off reminders: flows/divorce/companion_flow.py. That an application “counts as withdrawn” is said in
# divorce_dates-neither only, only while the days are still to come, as the rule it is. What the other person did is not
# known here and not said.

# $receipt: the date on the receipt
divorce_dates-one = The receipt of { $receipt }
divorce_dates-which = A divorce cooling-off period has days that matter: until when one can withdraw, and from when to when the divorce certificate can be collected. We can work them out for you, and remind you. What would you like to do?
    .label = What to do
    .new = Work out the days
    .new-words = work them out|remind me|new
    .none = Nothing now
divorce_dates-wish =
    { divorce_dates-dates }
    What would you like to do?
    .label = What to do with it
    .receipt = Change the date on the receipt
    .receipt-words = change the date|the date is wrong
    .how = Change how I am reminded
    .how-words = change the reminders
    .stop = No more reminders, delete it
    .stop-words = stop|delete|delete it|no more reminders|stop the reminders
    .keep = Leave it as it is
divorce_dates-gone = This one is not there any more.
divorce_dates-notice =
    To work out the days, only the date on the receipt of the divorce application (离婚登记申请受理回执单) is needed, no name and no ID number. A telephone number is needed only for short messages.
    What you enter is kept encrypted and deleted soon after the days are over. You can see, change and stop it at any time. We do not tell the other person.
    Do you agree to enter it here? If not, you can ask the office directly.
    .label = Consent
    .agree = I agree
    .decline = No, I will ask the office
divorce_dates-safety =
    This question is only for you. We do not tell the other person, and it is not shown later.
    May somebody else see this page?
    .label = Who sees the page
    .safe = Only I see it
    .safe-words = only me|nobody else|just me
    .shared = Others may see it
    .shared-words = others see it|my family sees it|we share it
    .afraid = I am afraid of the other person seeing it
    .afraid-words = i am afraid|i'm afraid|afraid|scared|not safe|i am not safe|i'm not safe
    .not_now = I cannot say now
    .not_now-words = not now|i cannot say|i can't say|he is here|she is here
divorce_dates-safety_help = { divorce-safety_help }
    .label = Help
    .person = A staff member first
    .go_on = The days first
divorce_dates-receipt_day = What is the date on the receipt of the divorce application (离婚登记申请受理回执单)?
    .label = Date on the receipt
    .unknown = I do not remember
# $state: whether the days are coming, over, or for the office to say; $withdrawal: whether the day to withdraw is over; the rest are days
divorce_dates-dates =
    { $state ->
        [unclear] By the receipt of { $receipt }, the office has to say which days count.
        [over] By the receipt of { $receipt }, the last day for the divorce certificate is { $last }. If it is not done yet, please go to the office together at once and ask, or type “divorce certificate”.
       *[coming] { divorce_dates-coming }
    }
    { dates-provisional }The receipt and the registry decide which dates count.
divorce_dates-coming =
    By the receipt of { $receipt }:
    { $withdrawal ->
        [over] To withdraw: please ask the office at once whether it is still possible.
       *[open] To withdraw: by { $withdraw }; one of you alone can go.
    }
    For the divorce certificate: from { $first } to { $last }, both of you together.
    { divorce_dates-neither }
divorce_dates-neither = If the period ends and the two of you have not gone together to apply for the certificate, by the rules the application counts as withdrawn. For a divorce you would then have to apply again.
divorce_dates-remind =
    { divorce_dates-dates }
    Shall we remind you when the days come near?
    .label = Reminders
    .chat = Only here
    .chat-words = yes|please|remind me|here
    .sms = Here, and by short message
    .sms-words = short message|sms|text message|by text
    .none = No reminders
    .none-words = no|do not remind me
divorce_dates-remind_quiet =
    { divorce_dates-dates }
    Shall we remind you here when the days come near? The reminders do not say what it is about.
    .label = Reminders
    .chat = Remind me here
    .chat-words = yes|please|remind me|here
    .none = No reminders
    .none-words = no|do not remind me
divorce_dates-sms_safe =
    The short messages do not say what it is about. The number is kept encrypted and used only for these reminders.
    Does nobody but you read that telephone?
    .label = Only you read the messages
    .yes = Only I read it
    .yes-words = only me|just me
    .no = Others read it too, no short messages
    .no-words = others read it|no short messages
divorce_dates-phone = To which telephone number?
    .label = Telephone for short messages
    .none = None after all, only here
divorce_dates-safe_reach = { divorce-safe_reach }
    .label = Telephone for staff
    .none = No telephone number

# The days, $state and $withdrawal as above; $number: the number; $how: how they are reminded; $days: on which days; $some: whether there are any
divorce_dates-remembered =
    Noted. Number: { $number }
    { divorce_dates-noted }
    { $some ->
        [yes] You will be reminded on: { $days }.
       *[no] The days are very near, so no reminder is left; please keep them in mind.
    }
    { $how ->
        [sms] You are reminded here; if you have not seen it after two hours, by short message.
        [quiet] You are reminded only here, and see it when you open this page; it does not say what it is about.
       *[chat] You are reminded only here, and see it when you open this page.
    }
    If the days change, you will be told. To see, change or stop it, type “my dates” at any time. We do not tell the other person.
    To keep this page from others, type “quick exit”.
divorce_dates-noted =
    { $state ->
        [coming] { $withdrawal ->
            [over] For the divorce certificate: from { $first } to { $last }.{" "}
           *[open] To withdraw: by { $withdraw }. For the divorce certificate: from { $first } to { $last }.{" "}
        }{ dates-provisional }The receipt and the registry decide which dates count.
       *[other] {""}
    }
divorce_dates-stopped = All right, no more reminders. What was noted is deleted.
divorce_dates-kept = All right. To see the days, type “my dates” at any time.
divorce_dates-not_reminded = All right, no reminders, and nothing was noted. To see the days again, type “my dates”.
# $office, $address, $phone: the office
divorce_dates-ask_office =
    The office has to say which days count; the sooner you ask, the better.
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
    You can also ask for a staff member here.
divorce_dates-start_again =
    By a receipt of { $receipt }, the time to collect the divorce certificate ended long ago. Most likely a new application is needed.
    Please ask at the office, or call { $phone }
    If the date was wrong, type “my dates” again.
divorce_dates-office_today = { divorce_certificate-office_today }
divorce_dates-at_the_office =
    All right. You can ask the office about the days.
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
divorce_dates-to_a_person_now = { divorce-to_a_person_now }

## What is told when the days come, to those who alone see their page

# $withdraw: the last day to withdraw; $first, $last: from when to when; $provisional: whether a date is not final yet; $number: the number
divorce_dates-soon_withdraw =
    A reminder: the last day to withdraw the divorce application is { $withdraw }. One of you alone can go, to the office where you applied, with your ID card and the receipt; if the receipt is lost, you write a note there.
    If you do not want to withdraw, you need not do anything about this. For a walk-in number, type “withdraw a divorce application”.
    { divorce_dates-more }
divorce_dates-soon_first =
    A reminder: from { $first } the divorce certificate can be collected, until { $last }, by both of you together, at the office where you applied.
    To book a time, type “divorce certificate”.
    { divorce_dates-more }
divorce_dates-soon_week =
    A reminder: the last day for the divorce certificate is { $last }, both of you together, at the office where you applied.
    To book a time, type “divorce certificate”.
    { divorce_dates-more }
divorce_dates-soon_last =
    A reminder: { $last } is the last day for the divorce certificate, both of you together, at the office where you applied.
    { divorce_dates-neither }
    { divorce_dates-more }
divorce_dates-more =
    { dates-provisional }The receipt and the registry decide which dates count.
    To see or stop this, type “my dates”. Number: { $number }

## The days have changed

# $phone: the office's telephone
divorce_dates-dates_moved =
    The days off have changed, and your days with them.
    { divorce_dates-dates }
    To see or stop this, type “my dates”. Number: { $number }
divorce_dates-dates_pressing =
    The days off have changed, and the office is closed on a day you were told. Please call the office at once: { $phone }
    { divorce_dates-dates }
    Number: { $number }
divorce_dates-dates_settled =
    The holidays are announced; your days are now certain.
    { divorce_dates-dates }
    To see or stop this, type “my dates”. Number: { $number }

## For those whose page others may see: it does not say what it is about

# $day: which day; $provisional: whether it is not final yet; $number: the number
divorce_dates-soon = A day of yours at the civil affairs bureau is near: { $day }. { dates-provisional }The bureau decides which day counts. To see or stop this, type “my dates”. Number: { $number }
divorce_dates-now = A day of yours at the civil affairs bureau has come, from { $day }. { dates-provisional }The bureau decides which day counts. To see or stop this, type “my dates”. Number: { $number }
divorce_dates-news = The day of something of yours at the civil affairs bureau has changed. To see or stop this, type “my dates”. Number: { $number }
# $phone: the telephone
divorce_dates-news_pressing = The day of something of yours at the civil affairs bureau has changed; please call { $phone } at once. To see or stop this, type “my dates”. Number: { $number }
# $day: the day of the appointment. Who booked it is asked once, and not told what it was about
divorce_dates-offer = You had an appointment at the civil affairs bureau on { $day }. Has it taken place? If your application was accepted, there are some days ahead that matter. Type “my dates”: we can work them out for you, and remind you. Number: { $number }

## Short messages: they do not say what for

# $place: whose bureau; $number: the number; $phone: the telephone
sms-date = { $place }: a day of yours at the bureau is near, number { $number }. Please see the chat, or call { $phone }.
sms-date_change = { $place }: the day of something of yours at the bureau has changed, number { $number }. Please see the chat, or call { $phone }.

## Where the days come from that are offered for the date on the receipt

option-receipt = as you noted it
option-visit = the day you booked to apply
