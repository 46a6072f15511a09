# People in charge of volunteer service. Code: bot/volunteers/records.py, flows/volunteers/

## A record has changed, said in the volunteers' and organisers' own chats

# $organisation: its name; $n: how many; $length: how long in all
records-confirmed = { $organisation } has confirmed your service records: { $n }, { $length } in all. To see them, type "my hours".
# $day, $from, $to, $next_day: which one; $organisation: its name
records-disputed = A service record of { $organisation } has been disputed: { $day }, { $from } to { $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    }. To read it and answer, type "dispute hours".
# $has_why: whether a reason was given (yes, no); $why: the reason
records-withdrawn = A service record of { $organisation } has been withdrawn and counts no more: { $day }, { $from } to { $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    }. { $has_why ->
        [yes] Why: { $why }
       *[no] {""}
    }
# $length: how long it is now
records-corrected = { $organisation } has corrected one of your service records: { $day }, { $from } to { $next_day ->
        [yes] { $to } the next day
       *[no] { $to }
    }, { $length } in all. If that is wrong, type "dispute hours".
# $number: that of the certificate
records-certificate_revoked = Service certificate { $number } is no longer valid, because a record in it has changed. Once the record is confirmed, you can have a new one.
