# The desk's own words: greeting, menu, hints, the commands that work everywhere. Code: flows/dialogue/

## The beginning and the menu

# $place: whose desk
greeting =
    Hello. This is the online desk of the { $place }. A computer answers here; you can ask for a staff member at any time.
    If someone is in danger, please call 110 or 120 first.
greeting-demonstration = This is an example, for demonstration only. Nothing is really filed. Please do not enter real names or numbers.
menu = What would you like to do?
# $heading: a part of the menu, see services.ftl
menu-under = { $heading }: which one would you like?
menu-more = Is there anything else you would like to do?
menu-not_understood = Sorry, that was not clear. Please choose one of these, or type its number.

## Not understood; the second time in a row another sentence is said, with an example

again-menu = Still not clear, sorry. To marry, type “marriage registration”. To reach a person, type “staff”.
again-choice = Just type the number in front. For the first one, type 1.
again-many = Type the numbers with commas between them. For the first and the third, type 1,3.
again-text = One or two plain sentences are enough. For example: “When does the office open?”
again-name = Type only the name, nothing else. For example: 张三
again-id_number = An ID number has 18 places: 6 for the area, then 8 for the date of birth, such as 19900101, then 4 more, which may end in X.
again-phone = Type one number only. A mobile number has 11 digits; a landline needs its area code, such as 0943.
again-date = Type a day and a month. For example: “20 May”, or “20 May 2026”.
again-number = Type one number only. For example: 3
again-money = Type only the amount. For example: 1200
again-photo = Take a photo and send it. If you have none, type the words below, such as “Have it taken at the office”.
again-signature = Only your own name is needed, such as “张三”. On the web page you can also write it in the field with a finger.
again-place = Type the full name of the place, such as “Yitiaoshan Town”, or its number.
again-slot = Type the time, such as “9:30”, or its number.
again-confirm = If nothing is wrong, type “All correct”. If something is, type “change” and its name, such as “change telephone”.
again-wait = Please wait a little; there is nothing to fill in now. If you would rather stop, type “cancel”.
wait-nothing_asked = An answer is still awaited. There is nothing to answer now.
again-group = Just type the number in front. For the first one, type 1.

# Said after three misunderstandings in a row; .again is said later on
offer-person = If you would like help from a staff member, type “staff”. You can also go on answering.
    .again = No hurry. If this does not work here, type “staff” and a staff member will look at it.

choice-not_one = Please choose one of these. You can type its number or its words.
choice-gone = This can no longer be chosen. Please choose another one.
choice-stale = That choice belonged to an earlier question, so it was not counted. Please look at the last question.
many-not_some = It was not clear which ones you mean. You can choose one or several.
many-none_and_some = You chose “none” together with something else. Please choose again.
text-empty = There are no words yet. Please write something.
# $limit: the most characters
text-too_long = That is too long: { $limit } characters at most. Please write a little less.
# $limit: the most entries
group-full = You can enter { $limit } at most. Please tell a staff member about the others.
photo-not_asked = No photo is needed now. Please answer the question below.
photo-expected = A photo is needed here. If you have none, please choose the other option below.
photo-received = Photo received
photo-not_kept = The photo was not kept

## Looking up, and changes

looking-up = Looking it up. One moment, please.
lookup-not_offered = This cannot be chosen now. Please choose one of these.
offer-gone = While you were answering, what you chose before was taken. Please choose again.
hold-expired = The time kept for you has run out. Let us see again what is free.
# $what: what is to be answered now
answers-moved = A date or a rule has changed. Please answer this once more: { $what }.
# $what: what is to be answered now
answers-follow = Because of that change, please answer this once more: { $what }.
# $service: the name of the service
resumed = Going on with: { $service }.
service-gone = What you had begun is no longer offered online. Please see what else there is, or ask for a staff member.
# $limit: the most things at once
stack-full = You can do { $limit } things at once. Please finish or cancel one first.
back-first = This is the first question already. To stop, type “cancel”.
back-waiting = It has been sent and we are waiting for an answer, so it cannot be taken back. To stop waiting, type “cancel”.
cancelled = All right, this is cancelled. Appointments you already have stay as they are.
said-confidential = (answered, not shown)

## Reading back

read_back-line = { $what }: { $value }
confirm-change = Change “{ $what }”
    .plain = Change { $what }
keep-previous = No change, keep “{ $value }”

## My information

# $lines: what was entered, one line each
info-given =
    You have entered here:
    { $lines }
# $service: the name of the service; $number: the receipt number
info-filed = Passed on to the bureau, { $service }, { $number }:
info-kept = Kept for you, { $service }, { $number }:
info-erasing = { $service }, { $number }: its erasure has been asked for; the staff will see to it.
info-none = You have entered nothing here yet.
erased = Everything you entered here is deleted. For what has already been handed in, deletion has been requested; a staff member will deal with it.
language-set = The language has been changed.

help =
    Type the number of an option; where there are buttons you can tap one. You can also just write.
    A mistake: type “back” or 0 to change the last answer. Where a number is asked for, 0 is that number.
    To stop: type “cancel”.
    To see what can be done here: type “menu” or #.
    To reach a person: type “staff”.
    To see or delete what you entered: type “my information”.
    To leave at once: type “quick exit”.
exit-done = You have left.

## Questions the desk may ask at any time

aside-cancel = Do you want to cancel what you are doing now?
    .yes = Cancel
    .no = Go on with it
aside-language = Which language would you like?
    .zh-Hans = 简体中文
    .zh-Hant = 繁體中文
    .en = English
aside-info = Have you seen what you need?
    .done = Yes, I have
    .erase = Delete everything
aside-erase = Once deleted it cannot be brought back, and what you are doing must be entered again. Really delete everything?
    .no = Keep it
    .yes = Really delete

## When something goes wrong

fault-ours = Sorry, something went wrong on our side. It was not your mistake, and nothing you entered is lost. Please try again in a little while.
fault-too_fast = Your messages came too fast to read them all. Please wait a few seconds and send again.
fault-too_long = This message is too long. Please send a shorter one.

## Commands that work everywhere; .words are other ways to say exactly this, parted by |. 0 is back, but where a number is asked for

command-back = Back
    .words = 0|go back|previous|previous question|one step back
command-cancel = Cancel
    .words = cancel this|stop|stop this|i want to stop
command-menu = Menu
    .words = #|main menu|services|show menu|start page|what can you do|what can i do here
command-help = Help
    .words = how does this work|how do i use this|instructions|?
command-person = Talk to staff
    .words = staff|staff member|talk to a staff member|person|a person|talk to a person|human|real person|agent|operator|customer service|speak to someone|talk to someone
command-language = Language
    .words = languages|change language|switch language|english|chinese|simplified chinese|traditional chinese
command-info = My information
    .words = my info|my data|personal information|what did i enter|delete my information|delete my data
command-exit = Quick exit
    .words = exit|leave|leave now|quit|close page
command-resume = Go on
    .words = continue|resume|carry on|keep going

## How dates and lists are written

# $yuan: an amount
format-money = { $yuan } yuan
# $hours, $minutes: numbers
format-length = { $hours ->
    [0] { $minutes } min
   *[other] { $minutes ->
        [0] { $hours } h
       *[other] { $hours } h { $minutes } min
    }
}
# $year, $day: numbers; $month: a month from below; $weekday: a weekday from below
format-day = { $weekday } { $day } { $month } { $year }
format-weekday =
    .d0 = Mon
    .d1 = Tue
    .d2 = Wed
    .d3 = Thu
    .d4 = Fri
    .d5 = Sat
    .d6 = Sun
format-month =
    .m1 = January
    .m2 = February
    .m3 = March
    .m4 = April
    .m5 = May
    .m6 = June
    .m7 = July
    .m8 = August
    .m9 = September
    .m10 = October
    .m11 = November
    .m12 = December
format-at = { $day }, { $time }
list-separator = {", "}
# What stands as it is (the name of a village, the options chosen)
verbatim = { $text }

# what was typed is not the signer's own name
signature-other_name = Please type just your own name, nothing more and nothing less. On the web page you can also write it in the field by hand.
signature-not_asked = No signature is needed now; the one you drew was not kept.
# a signature read back: one drawn, one typed
signature-drawn = Signed by hand
signature-typed = Signed by typing the name
