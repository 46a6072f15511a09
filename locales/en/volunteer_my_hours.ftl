# My hours: flows/volunteers/my_hours_flow.py, bot/volunteers/my_hours.py

my_hours-no_volunteer = You are not registered as a volunteer here yet. Once you are, your hours can be recorded.
my_hours-gone = This cannot be shown just now; please choose again.
my_hours-nothing_there = There are no entries here.
my_hours-chosen = What was chosen just now
my_hours-volunteer = Whose hours would you like to see?
    .label = Volunteer
# $lines: a line each
my_hours-shown = { $lines }
# $length: hours and minutes; $name: which organisation
my_hours-sum =
    .total = Confirmed service time: { $length }
    .organisation = of it { $name }: { $length }
    .waiting = Waiting for the organiser to confirm: { $length }
    .disputed = Disputed: { $length }
    .training = Training: { $length }, which is no service time
my_hours-by_month = The last 12 months:
# $month: 2026-11; $bar: the chart; $length: hours and minutes
my_hours-month_with = { $month } { $bar } { $length }
my_hours-month_without = { $month } none
my_hours-period = Which month would you like to see?
    .label = Time
    .none = None
# $period: 2026-11, or 2025; $times: how many entries
my_hours-entries_of = { $period } ({ $times ->
        [one] { $times } entry
       *[other] { $times } entries
    })
# $times: how many
my_hours-certificates = My certificates ({ $times })
my_hours-month = Which month?
    .label = Month
    .none = None
my_hours-entry = Which entry?
    .label = Entry
    .none = None
# $day: which day; $kind: what kind; $length: hours and minutes
my_hours-one = { $day } { $kind } { $length }
my_hours-state =
    .waiting = waiting for the organiser
    .confirmed = confirmed
    .by_bureau = confirmed by the bureau
    .disputed = disputed
    .withdrawn = withdrawn
    .replaced = corrected
# $day: which day; $from, $to: from when to when; $length: hours and minutes; $kind: what kind; $what: what was done; $organisation: who records it; $state: how it stands
my_hours-entry_shown =
    { $day } { $from }–{ $to }, recorded as { $length }
    { $kind }: { $what }
    Recorded by: { $organisation }
    { $state }
my_hours-what = What would you like to do?
    .label = What to do
    .none = Nothing
my_hours-way =
    .withdraw = Withdraw this entry
    .wrong = It is wrong
my_hours-really = Once withdrawn, this entry does not count. Will you really withdraw it?
    .label = Really withdraw
    .no = Not now
    .yes = Withdraw it
my_hours-notice = What you write is read by the organisation and the bureau's staff, only to check this entry, and is kept encrypted. Do you agree?
    .label = Agreement
    .agree = I agree
    .decline = I would rather not
my_hours-words = What is wrong? Please write from when to when it was, and what you did.
    .label = What is wrong
# $number: number; $organisation: who recorded it; $length: hours and minutes; $state: whether it is valid (valid, revoked)
my_hours-certified = { $organisation } { $length }{ $state ->
        [valid] {""}
       *[revoked] {" "}(no longer valid)
    }
my_hours-certificate = Which certificate?
    .label = Certificate
    .none = None

my_hours-nothing = All right, nothing was changed.
# $day: which day; $length: hours and minutes
my_hours-withdrawn = The { $length } of { $day } are withdrawn.
my_hours-disputed = Noted. The { $length } of { $day } do not count until the organisation has checked them; you are told here. A certificate that has them is no longer valid; once they are checked you can have a new one.
my_hours-not_waiting = This entry was confirmed just now and cannot simply be withdrawn. If it is wrong, you can say so.
# $number: number; $organisation: who recorded it; $length: hours and minutes; $state: whether it is valid (valid, revoked)
my_hours-shown_again = { $state ->
        [valid] Certificate { $number }: { $organisation }, { $length }.
       *[revoked] Certificate { $number } is no longer valid, because an entry of it has changed. Type “volunteer certificate” to have a new one.
    }

# Kinds of service; training is training
service_kind =
    .elder = Elderly care
    .child = Children
    .disability = Disability support
    .relief = Social assistance
    .marriage = Marriage registration
    .community = Community
    .environment = Environment
    .health = Health
    .emergency = Emergencies
    .culture = Culture and sports
    .traffic = Traffic
    .other = Other
    .training = Training
