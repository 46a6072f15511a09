# The time bank: flows/volunteers/time_bank_flow.py, bot/volunteers/time_bank.py

time_bank-volunteer = Whose?
    .label = Volunteer
# $hours, $minutes: what is there; $owed: what is owed, or none
time_bank-stands = There are { format-length } in your account.{ $owed ->
        [none] {""}
       *[other] {" "}Records of { $owed } were withdrawn besides; that is taken from what you earn next.
    }
time_bank-what = What would you like to do?
    .label = What to do
    .none = Nothing
time_bank-way =
    .history = See what became of it
    .give = Give to another volunteer
    .ask = Ask for help
time_bank-to = To whom? Please write their volunteer number.
    .label = Their number
    .unknown = I do not know it
time_bank-minutes = How long?
    .label = Length
time_bank-really = Do you really want to give it? It is theirs then. Time is not money, cannot be changed into money, and is no promise of a service.
    .label = Sure
    .yes = Give
    .no = Think again
# $hours, $minutes: what is there; $owed: what is owed, or none; $lines: movements, one a line
time_bank-history =
    { time_bank-stands }
    { $lines }
    Once service to elders is confirmed, every minute given is a minute here. Time is not money, cannot be changed into money, and is no promise of a service.
# $day: day; $hours, $minutes: length; $event: earned, unearned, given, got, held, returned, spent
time_bank-line = { $day } { $event ->
        [earned] earned
        [unearned] record withdrawn, less
        [given] given
        [got] received
        [held] set aside for a service
        [returned] returned
       *[spent] spent
    } { format-length }
time_bank-nothing_yet = Nothing yet.
# $hours, $minutes: how long; $to: to whom; $left: what is left, or none
time_bank-given = Given: { format-length } to { $to }. { $left ->
        [none] There is nothing left.
       *[other] { $left } are left.
    }
time_bank-ask_for_number = They see their number when they type “my volunteer details”. Come back when you know it.
time_bank-as_it_is = All right, nothing has changed.
time_bank-nobody = There is no volunteer of this number. Please check it.
# $hours, $minutes: what is there
time_bank-not_so_much = There is not so much; you have { format-length }. How long?
# $hours, $minutes: length; $from: who gave it
time_bank-got = Volunteer { $from } has given you { format-length }; it is in your time bank.
# $hours, $minutes: how much less; $owed: what is owed, or none
time_bank-taken_back = A record of service was withdrawn; your time bank has { format-length } less.{ $owed ->
        [none] {""}
       *[other] {" "}Another { $owed } are gone already, and are taken from what you earn next.
    }
time_bank-none_here = There is no time bank here yet. Your hours are recorded all the same: type “log hours”.
time_bank-need = What would you like help with? For example: come to the hospital with me, bring a lunch. No name or address is needed; the staff will ask you.
    .label = What is asked for
time_bank-day = On what day?
    .label = Day
time_bank-time = From what time?
    .label = Time
time_bank-length = About how long?
    .label = Length
time_bank-sure = Do you want to ask for it? The time is set aside; if nobody can come, or it is called off, you get it back. It cannot be promised that somebody comes.
    .label = Sure
    .yes = Ask
    .no = Think again
# $hours, $minutes: what is set aside; $number: number
time_bank-asked = Asked, number { $number }; { format-length } are set aside. The staff look at it and ask volunteers for you; you are told here.
time_bank-tomorrow_at_least = Tomorrow at the earliest. On what day?
time_bank-when = That does not work: within three months, and a day at most. On what day?
time_bank-no_organisation = There is no organisation here yet that could send volunteers.
# $day, $from: time; $kind, $to, $next_day: as in help_out-need
time_bank-returned = The help you asked for on { $day } { $from } did not come about; the time set aside is yours again.
time_bank-spent = The service of { $day } { $from } is over, and the time set aside is spent. If something is not right, type “person”.

time_bank-no_volunteer = { volunteer-none }
