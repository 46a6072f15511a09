# Logging hours: flows/volunteers/hours_flow.py

service_hours-volunteer = Whose hours?
    .label = Volunteer
service_hours-no_volunteer = { volunteer-none }
service_hours-said = Tell us about the service: the day, from when to when (or how long), where, and what you did. For example: today 9 to 11 in the morning, meals at Xingfu community. Please do not name the people you helped.
    .label = In your words
service_hours-sort = Was it service or training?
    .label = Kind
    .service = Volunteer service
    .service-words = service
    .training = Training, which is no service time
    .training-words = training
# $asked: the sentence for what was in doubt, or the plain question
service_hours-day = { $asked }
    .label = Day
service_hours-ask_day = Which day was it?
# $asked: the sentence for what was in doubt, or the plain question
service_hours-time = { $asked }
    .label = Time
service_hours-ask_time = From when to when? If you only know how long it took, say that first.
# $from, $to: times; $next_day: ends on the next day (yes, no); $length: the length
service_hours-span = { $from } to { $to }{ $next_day ->
        [yes] {" "}of the next day
       *[other] {""}
    }, { $length }
service_hours-from = from { $from }
service_hours-starts = When did it begin?
    .label = Began
service_hours-minutes = How long did it take?
    .label = Length
service_hours-what = What did you do?
    .label = What
service_hours-where = Where was it?
    .label = Where
    .unknown = Hard to say, or in several places
service_hours-organisation = Who organised it? They confirm it.
    .label = Organisation
    .none = Nobody, or not listed
    .none-words = nobody|none of these
service_hours-no_organisation_here = No organisation is registered here yet.
# $lines: what was said, a line each
service_hours-summary =
    Is this right?
    { $lines }

    Say "right", or just say what is wrong, such as "it was 3 hours".
    .label = Check
    .yes = Right
# $hours, $minutes: numbers; $by: the last day to confirm; $training: training (yes, no)
service_hours-recorded =
    Logged: { format-length }{ $training ->
        [yes] , as training, which is no service time
       *[other] {""}
    }. The organisation confirms it by { $by }, and you are told at once.
    Say "my hours" to see what is recorded.
service_hours-no_organisation = Whoever organises a service records and certifies it. Without an organisation it cannot be logged here; if a village, a community or somebody else sent you, please ask them to register with the bureau.
