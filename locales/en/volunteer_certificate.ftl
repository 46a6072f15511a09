# Certificates of service: flows/volunteers/service_certificate_flow.py, bot/volunteers/certifying.py

## Issuing one

service_certificate-no_volunteer = { my_hours-no_volunteer }
service_certificate-volunteer = Whose certificate?
    .label = Volunteer
service_certificate-organisation = Who organised and recorded the service certifies it. Of which organisation would you like a certificate?
    .label = Recorded by
    .none = None
service_certificate-no_hours = No organisation has confirmed any service time yet, so there is nothing to certify. Type “my hours” to see what is waiting.
service_certificate-span = For which days?
    .label = Days
    .all = All
    .this_year = This year
    .last_year = The last 12 months
    .from_to = I choose the days
service_certificate-first = From which day?
    .label = First day
service_certificate-last = Up to which day?
    .label = Last day
service_certificate-to_come = That day is still to come; please give today or an earlier one.
# $first: the first day
service_certificate-before_first = The last day cannot be before { $first }.
service_certificate-no_hours_then = There is no confirmed service time within these days.
# $organisation: who recorded it; $length: hours and minutes; $times: how often; $first, $last: the days of the first and the last service; $checked: whether the identity was checked
service_certificate-preview =
    The certificate will say:
    Recorded by: { $organisation }
    Service time: { $length }, { $times ->
        [one] once
       *[other] { $times } times
    }
    From { $first } to { $last }
    Also the volunteer's name, and the ID number with its middle hidden. Who was served is not said.{ $checked ->
        [yes] {""}
       *[no] { " " }The identity has not been checked yet, and the certificate will say “identity not checked”. Show the identity card to the organisation or at the civil affairs desk first, and a new one will not.
    }
service_certificate-issue = Shall it be issued? It is free of charge.
    .label = Issue
    .other_days = Other days
    .none = No
service_certificate-issue_it = Issue it
service_certificate-changed = The record has changed just now; please look at it once more.
# $certificate: number; $organisation: who recorded it; $length: hours and minutes
service_certificate-issued = Issued, number { $certificate }: { $organisation }, { $length }. If you need a seal, print it and take it to the organisation. If an entry of it changes, it is no longer valid. You can print it again under “my hours”.
service_certificate-not_issued = All right, none was issued.

## On paper

certificate-title = Certificate of volunteer service
certificate-subtitle = Certified by who organised and recorded it
certificate-label =
    .number = Certificate number
    .name = Name
    .id_number = ID number
    .identity = Identity
    .volunteer = Volunteer number
    .time = Service time
    .content = Service
    .titles = Activities
    .days = Days of service
    .organisation = Recorded by
    .issued = Issued on
    .records = Entries
    .months = By month
    .day = Day
    .month = Month
    .times = Times
    .what = Kind and activity
    .length = Length
    .sum = Total
    .verify = Scan to verify
    .seal = Seal of the organisation (where the volunteer needs it)
certificate-identity_unchecked = Identity not checked
# $length: hours and minutes; $minutes: minutes in all; $times: how often
certificate-time = { $length } ({ $minutes } minutes, { $times ->
        [one] once
       *[other] { $times } times
    })
# $first, $last: days
certificate-days = { $first } to { $last }
# $kind: what kind; $title: what the activity is called
certificate-what = { $kind } · { $title }
certificate-note =
    .system = Made by the system of volunteer service from the entries that the organisation has confirmed. Training is no service time; minutes are never rounded up.
    .free = Certificates are free of charge.
    .verify = Scan the code to verify it. When an entry is corrected, withdrawn or disputed this certificate is no longer valid; what the page says is what counts.
# $page, $pages: which page of how many
certificate-page = Page { $page } of { $pages }
certificate-revoked_file = An entry of this certificate has changed, so it is no longer valid and cannot be printed. Type “volunteer certificate” to have a new one.

## The page that verifies it

certificate-verified =
    .title = Verify a certificate of volunteer service
    .ok = This certificate is genuine and valid.
    .forgotten = This certificate is genuine and valid. The volunteer has had their personal details erased, so the name cannot be compared here.
    .void = This certificate is no longer valid: an entry of it has changed. Please ask the volunteer for a new one.
    .no = Nothing was found. Please check the address, or scan the code on the paper again.
    .name = Volunteer
    .identity = Identity
    .organisation = Recorded by
    .time = Service time
    .days = Days of service
    .issued = Issued on
    .revoked = No longer valid since
certificate-demonstration = Example, certifies nothing
