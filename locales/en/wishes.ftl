# What somebody wants or asks in their own words: flows/wishes/, flows/dialogue/wishes.py

aside-wish = Which of these do you mean?
    .no = None of these

# $office, $address, $phone: the registry; $lines: its hours, one line each; $open: whether it is open now; $opens: when it opens next
topic-hours =
    Opening hours of the { $office }:
    { $lines }
    Closed on public holidays; open on weekends that are make-up workdays.
    { $open ->
        [yes] It is open now.
       *[no] It is closed now and opens next: { $opens }.
    }
# $first, $last: from which weekday to which; $times: from when to when
topic-hours_days = { $first } to { $last }: { $times }
topic-hours_day = { $first }: { $times }
# $open: whether it is open on weekends; $lines: its hours, one line each
topic-weekend =
    { $open ->
        [yes] It is open on weekends too. Opening hours:
       *[no] It is closed on weekends, except those that are make-up workdays. Opening hours:
    }
    { $lines }
# $office, $address, $phone: the registry
topic-place =
    Where: { $office }
    Address: { $address }
    Telephone: { $phone }
topic-telephone = Telephone of the { $office }: { $phone }
# $phone: the telephone
topic-elsewhere = This cannot be done at the online desk yet. You can call { $phone }, or type “staff” and a staff member will tell you where to go.
# $fee: in yuan
topic-fee =
    { $fee ->
        [0] Registering a marriage or a divorce is free of charge.
       *[other] Registering a marriage or a divorce costs { $fee } yuan.
    }
# $man, $woman: years
topic-ages = To marry, the man must be { $man } and the woman { $woman }. The birthday itself is enough.
# $days: the length of the cooling-off period; $after: how many days there are after it
topic-cooling_off =
    The cooling-off period of a divorce is { $days } days, counted from the day after the application is received. During it either of you may withdraw.
    In the { $after } days after it, both of you come together to apply for the divorce certificate. The receipt and the registry decide on the dates.
# $needed: whether it is to be brought
topic-household_book =
    { $needed ->
        [yes] To register a marriage or a divorce, please bring the household register (户口簿).
       *[no] { bring-no_household_book }.
    }
# $service: the name of the service; $lines: what to bring, one line each
topic-bring =
    { $service }: usually you bring
    { $lines }
    The registry decides on the spot.
topic-bring_which = What to bring depends on what you come for. You can ask, for example: “What do I bring to marry?”
topic-thanks = You are welcome.
topic-greeting = Hello.

bring-reissue_photo = A recent 2-inch photo, half-length, no hats: of the two of you for a marriage certificate, of you alone for a divorce certificate (can also be taken there; offices differ)
bring-if_damaged = If the certificate is damaged: the damaged certificate
bring-if_proxy = If somebody comes for you: { bring-proxy }
