# Checking in and out: flows/volunteers/check_in_flow.py

check_in-volunteer = Which volunteer checks in or out?
    .label = Volunteer
check_in-code = What are the four digits at the site?
    .label = Code
    .lost = I cannot see a code
check_in-post = Is it this one?
    .label = Activity
    .other_code = Change the code
    .none = Not now
check_in-way = Checking in and out
    .in = Check in: { $post }
    .new = Join and check in: { $post }
    .new_risky = I have read the risks, join and check in: { $post }
    .out = Check out: { $post }
check_in-wrong = This code does not work now. It may be mistyped, of another day, or it may be too early or too late: check in from an hour before the start until the end, check out until an hour after it. Please look at the code at the site again.
check_in-too_often = That was too many tries, please wait an hour. If it is urgent, ask the person in charge at the site.
check_in-full = There is no place left, so you cannot check in. Please ask the person in charge at the site.
# $at: when they checked in
check_in-arrived = You have checked in at “{ $title }”, { $at }. When you go, say “check out” and type the same code.
# $recorded: all of it, the rest of it, nothing (it was noted before), too short; $length: how long; $there: noted before
check_in-left = You have checked out of “{ $title }”. { $recorded ->
    [all] { $length } are noted, and the organisation is to confirm them.
    [rest] { $length } are noted now, and the organisation is to confirm them. Noted before: { $there }; no time is noted twice.
    [nothing] This time was noted before: { $there }. No time is noted twice.
   *[short] It was less than a minute within its time, so no hours are noted.
} Thank you.
# $day; $from, $to: times; $next_day: whether it ended the next day
check_in-stood = { $day } { $from } to { $next_day ->
        [yes] the next day{" "}
       *[no] {""}
    }{ $to }
check_in-later = All right, not now.
check_in-ask_there = The code hangs at the site; if you cannot see it, ask the person in charge there. Once you have it, say “check in”.
