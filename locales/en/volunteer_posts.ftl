# Posts of volunteer projects: flows/volunteers/posts.py, posting.py, bot/volunteers/publishing.py, taking_part.py, reminding.py

# $day: the day; $from, $to: the times; $next_day: whether it ends the next day
post-when = { $day }, { $from } to { $to }{ $next_day ->
    [yes] {" "}the next day
   *[no] {""}
}
# $some: whether a township was given; $township: the township; $place: the place
post-where = { $some ->
    [yes] { $place }, { $township }
   *[no] { $place }
}
post-one = { $title }, { $when }
post-taken = { $taken } of { $seats } have joined
post-free = { $free } places left
post-is_full = Full, you can wait for a place
post-told =
    { $title } ({ $kind })
    Organised by: { $organisation }
    When: { $when }
    Where: { $where }
    What you do: { $what }
    { $skilled ->
        [yes] You need one of: { $skills }
       *[no] Skills: none needed
    }
    { $youngest ->
        [0] Age: any
       *[other] Age: { $youngest } or older
    }
    { $risk ->
        [some] Risks: { $danger }
       *[none] Risks: nothing in particular
    }
    { $insured ->
        [yes] Insurance: the organisation has taken out accident insurance for volunteers
       *[no] Insurance: none
    }
    Questions: { $ask }
    { $free } places left.

post-own_organisation = The organisation you speak for
post-not_in_charge = Volunteer activities are published and looked after by the people in charge of an organisation. You are not registered here as one yet. Please ask your organisation or the bureau for a code.
post-no_volunteer = Nobody is registered as a volunteer here yet. Please sign up as a volunteer first.
post-gone = This activity cannot be changed or joined now: it may be cancelled, have begun, or be over.
post-known = This organisation has an activity of this name at this time already. Please choose another name or time.
post-past = This time is over. Please choose one that is still to come.
post-too_far = This day is too far away. A year ahead is the most.
# $last: the last day
post-day_outside = Please name a day between today and { $last }.
post-span = The end must come after the start. What ends after midnight begins in the evening and lasts 12 hours at most.
post-uninsured = An activity with risks needs accident insurance for its volunteers before it can be published.
# $limit: the most characters
post-too_long = This is too long, { $limit } characters are the most. Please make it shorter.
post-no_time = I could not tell the time. You can write “9:00” or “2pm”.
post-two_times = Is that in the morning or in the evening? Please write “9am” or “21:00”.
# $taken: how many have joined
post-seats_taken = { $taken } people have joined already, so there cannot be fewer places.
post-joined = You have joined already.
post-overlap = You have joined another activity at the same time. To change, leave that one first.
post-not_for_you = This activity asks for an age or a skill, so you cannot join it now. Where there is a risk, one must be 18. Please look at the others.
post-full = The last place has just been taken.

post-was_moved = “{ $title }”, which you joined, has a new time: { $when }. If you cannot come, say “activities” and leave it under “Those I joined”.
post-was_moved_out = “{ $title }”, which you joined, was moved to { $when }, when you have another activity. Your place was given back for you.
post-was_cancelled = “{ $title }” ({ $when }), which you joined, is cancelled. You need not come. Thank you.
post-got_in = There is a place for you, and you have it: “{ $title }”, { $when }, { $where }. If you cannot come, say “activities” and leave it under “Those I joined”.
# $evening: whether it is the evening before
post-reminder = { $evening ->
    [yes] A reminder: tomorrow
   *[no] A reminder: today
} you volunteer at “{ $title }”, { $when }, { $where }. Questions: { $ask }. When you are there, say “check in” and type the four digits you see. If you cannot come, say “activities” and leave it under “Those I joined”.
# $at: when they checked in
post-forgot = You checked in at “{ $title }” ({ $at }) and have not checked out. No hours are recorded by themselves. Please say “log hours” and tell us how long you were there.

publish-not_in_charge = { post-not_in_charge }
my_posts-not_in_charge = { post-not_in_charge }
countersign-not_in_charge = { post-not_in_charge }
activities-no_volunteer = { volunteer-none }
check_in-no_volunteer = { volunteer-none }
