# What is said when an input is not understood (flows/inputs/). Every sentence says what would be right.

## Names

name-empty = No name yet. Please enter the name on the document.
name-digits = A name has no digits. Please enter it once more, as on the document.
name-too_short = A name has at least two characters. Please enter the full name on the document.
# $limit: the most characters
name-too_long = This name is too long: { $limit } characters at most. Please enter it once more, as on the document.
name-full = Please enter the full name on the document, without a title.
name-dot = If there is a dot within the name, please put “·” there and enter it once more.
name-sentence = This does not look like a name. Please enter only the name on the document.
name-characters = There are unknown signs in this name. Please enter it once more, as on the document.

## Numbers of identity documents

id_number-empty = No number yet. Please enter the number on the document.
# $seen: how many places were counted
id_number-length = The number needs 18 places; you entered { $seen }. Please compare it with the document and enter it once more.
id_number-fifteen = The old numbers with 15 digits are no longer used. Please enter the 18-place number on your present ID card.
id_number-characters = There is something in this number that does not belong there. Please enter only the digits and letters on the document.
id_number-check = This number does not check out; one place may be mistyped. Please compare it with the document and enter it once more.
id_number-province = The first digits of this number are not right. Please compare it with the document and enter it once more.
id_number-birth = The date of birth in this number is not right. Please compare it with the document and enter it once more.
# $kind: which document's number was entered
id_number-kind = { $kind ->
    [resident] This is the number of a resident ID card; another document is needed here.
    [hmt_permit] This is the number of a residence permit for Hong Kong, Macao and Taiwan residents; another document is needed here.
    [permanent] This is the number of a foreign permanent resident ID card; another document is needed here.
    [permanent_old] This is the number of a foreign permanent resident ID card; another document is needed here.
    [hk_macao_pass] This is the number of a mainland travel permit for Hong Kong and Macao residents; another document is needed here.
    [taiwan_pass] This looks like the number of a mainland travel permit for Taiwan residents; another document is needed here.
    [passport] This looks like a passport number; another document is needed here.
   *[unknown] This does not look like the number needed here. Please compare it with the document and enter it once more.
}

## Telephone numbers

phone-empty = No number yet. Please enter a number where we can reach you.
phone-one = Please give one telephone number only.
phone-short_code = This is a service line. Please give a number where we can reach you yourself.
phone-foreign = Please give a number in mainland China.
# $seen: how many digits were counted
phone-length = You entered { $seen ->
    [one] { $seen } digit
   *[other] { $seen } digits
}. A mobile number has 11 digits; a landline needs its area code. Please enter it once more.
phone-invalid = This number is not right. Please enter a mobile number with 11 digits, or a landline with its area code.

## Receipt numbers

receipt-empty = There is no number yet. Please enter the number of the appointment.
# $initials: the two letters a number begins with
code-shape = This does not look like a code. A code is eight letters or digits, such as 7K3M-Q2XD. Please enter it once more.
receipt-shape = This does not look like the number of an appointment: { $initials }, six digits, then six more letters or digits. Please enter it once more.
receipt-never = The last six characters are never 0, 1, O, I or L; one may have been misread. Please check and enter it once more.

## Numbers and amounts

number-not_a_number = Please reply with one whole number only, such as 3.
# $low, $high: the smallest and the largest number
number-range = The number should be between { $low } and { $high }. Please enter it once more.
money-not_a_number = Please reply with the amount only, such as 3500 or 3500.50.
money-say_zero = If there is no money at all, please reply 0.
money-about = Please give one amount, such as 3500. An estimate is fine.
# $per: whether an amount per month, per year or for no period is asked for
money-period = { $per ->
    [month] This is about one month. Please reply with the amount of one month only, such as 3500.
    [year] This is about one year. Please reply with the amount of one year only, such as 35000.
   *[none] Please reply with the amount only, without a month or a year, such as 3500.
}
# $low, $high: the least and the most, in yuan
money-range = The amount should be between { $low } and { $high } yuan. Please enter it once more.

## Dates

date-not_a_date = It was not clear which day you mean. You can write “20 May”, or “tomorrow”, or “next Wednesday”.
date-no_such_day = There is no such day in the calendar. Please look at a calendar and say it once more.
date-ambiguous = Please name one day, such as “20 May”.
# $month, $day: the date as said; $weekday: the weekday it really is, 1 Monday to 7 Sunday
date-weekday = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day } is a { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}. Which day do you mean?

## Photos

photo-unreadable = This photo cannot be opened. Please send another one.
photo-format = Please send a photo as JPG, PNG or WebP.
# $limit: the most megapixels
photo-too_large = This photo is too large: { $limit } megapixels at most. Please make it smaller and send it again.
# $width: the width of the photo; $wanted: the least width (pixels)
photo-too_small = This photo is too small: it is { $width } pixels wide and { $wanted } are needed. Please send the clear original.
# $rule: which photo
photo-ratio = { $rule ->
    [marriage] Please send a 2-inch photo of the two of you, wider than high (53 mm wide, 35 mm high).
   *[other] The shape of this photo is not right. Please send another one.
}
# $seen: the ground that was seen; $wanted: the grounds that can be used
photo-ground = { $seen ->
    [unclear] The background of this photo is not plain.
    [red] This photo has a red background.
    [blue] This photo has a blue background.
    [white] This photo has a white background.
   *[other] The background of this photo is not right.
} { $wanted ->
    [red-blue] Please use plain red; blue is accepted too.
   *[other] Please use another plain colour.
}

## Signatures
