# Calls for volunteers: flows/volunteers/help_out_flow.py, bot/volunteers/dispatching.py

help_out-call = Which one?
    .label = Call for help
# $kind: kind of service; $township: township; $what: what is done; $state: accepted when they come; else as help_out-need
help_out-one = { $day } { $from }, { $what } ({ $township }){ $state ->
        [accepted] , accepted
       *[asked] {""}
    }
help_out-county = the whole county
# $kind: kind of service; $what: what is done; $township: township; $day, $from, $to: time; $next_day: until the next day (yes, no); $organisation: organisation; $urgent: urgent (yes, no)
help_out-need =
    { $urgent ->
        [yes] Urgent:{" "}
       *[other] {""}
    }{ $what }
    { $kind }, { $township }
    { $day } { $from } to { $to }{ $next_day ->
        [yes] {" "}the next day
       *[other] {""}
    }
    Organised by { $organisation }
# $need: help_out-need
help_out-asked =
    Help is needed. Could you come?
    { $need }
    Either way is fine: type “answer a call”. If you do not want such messages any more, type “do not ask me again”.
# $where: where; $ask: whom to ask there; else as help_out-need
help_out-accepted =
    You are going: { $day } { $from } to { $to }{ $next_day ->
        [yes] {" "}the next day
       *[other] {""}
    }, { $kind }.
    Where: { $where }
    Ask for: { $ask }
    When it is done, type “log hours”. If you cannot go after all, type “answer a call” and tell us; we ask others at once.
help_out-where_to = { help_out-accepted }
help_out-answer = Will you go?
    .label = Answer
    .later = Not now
help_out-way =
    .accept = I will go
    .accept-words = yes|go|I can|I can go|accept|I'll go
    .decline = I cannot this time
    .decline-words = no|I cannot|I can't|not this time|no time
    .give_up = I cannot go after all
    .give_up-words = I cannot|I can't|cannot go|give up
    .no_more = Do not ask me again
    .no_more-words = don't ask me again|no more calls|stop asking|stop asking me
help_out-later = All right. When you know, type “answer a call”.
help_out-declined = All right, not this time. Thank you for telling us.
# $ask: whom to ask there
help_out-given_up = All right, we ask others at once. Thank you for telling us early.
help_out-no_more = All right, we do not ask you again. What you have already accepted still stands. To be asked again, type “my volunteer details”.
help_out-none = Nobody needs your help right now. When somebody does, you are told here.
help_out-too_late = Enough people are going already, or its time is over. You need not go. Thank you.
help_out-busy = You are to be somewhere else at that time. Leave one first, then take this.
# $kind: kind of service; $day, $from, $to, $next_day: time
help_out-filled = For { $day } { $from } ({ $kind }) enough people are going; you need not go this time. Thank you.
help_out-called_off = The call for { $day } { $from } ({ $kind }) was called off; you need not go. Thank you.

## The desk: calls for volunteers

desk-dispatch = Calls
desk-dispatch_new = Call for volunteers
desk-dispatch_hint = The message says what, which township and when, and never whom it is for; the place and whom to ask are told only to those who come. Nobody is asked at night but in an emergency.
desk-dispatch_kind = Kind of service
desk-dispatch_what = What
desk-dispatch_what_hint = Such as: to the clinic with somebody, meals, a search. Not whom it is for
desk-dispatch_township = Township
desk-dispatch_county = The whole county
desk-dispatch_where = Where
desk-dispatch_ask = Whom to ask there, telephone
desk-dispatch_day = Day
desk-dispatch_since = From
desk-dispatch_until = To
desk-dispatch_needed = How many
desk-dispatch_urgent = Urgent, also at night
desk-dispatch_organisation = Organisation
desk-dispatch_send = Send
desk-dispatch_open = Open
desk-dispatch_past = Past
desk-dispatch_nothing = None.
desk-dispatch_no_organisation = No organisation is registered yet; register one first.
desk-dispatch_unclear = Something is missing or not right. Please look again before you send it.
desk-dispatch_too_late = That time is over.
desk-dispatch_when = A call is for a day at most, and within three months. Please look at the time.
# $most: how many at most
dispatch-how_many = At most { $most } people can be called for at once.
# $day, $from, $to: time; $next_day: until the next day (yes, no)
dispatch-span = { $day } { $from } to { $to }{ $next_day ->
        [yes] {" "}the next day
       *[other] {""}
    }
desk-dispatch_of = needed
desk-dispatch_come = coming
desk-dispatch_asked = asked
desk-dispatch_declined = cannot
desk-dispatch_cancel = Call off
desk-dispatch_is_urgent = urgent
desk-dispatch_asking = asking
desk-dispatch_filled = filled
desk-dispatch_lapsed = time over
desk-dispatch_cancelled = called off
desk-did_call_made = called for volunteers
desk-did_call_cancelled = called volunteers off
desk-dispatch_requested = asked for by an elder, to be sent
desk-dispatch_release = Send
desk-did_call_released = sent out what an elder asked for

help_out-no_volunteer = { volunteer-none }
