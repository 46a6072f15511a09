# Taking part in activities: flows/volunteers/activities_flow.py

activities-volunteer = Which volunteer is it for?
    .label = Volunteer
activities-this_volunteer = The volunteer chosen
activities-this_post = The activity chosen
activities-want = Which activities would you like to see?
    .label = Which ones
    .fitting = What fits me and is near
    .all = All I can join
    .mine = Those I joined
activities-post = Which one?
    .label = Activity
    .none = None of these
activities-none_fitting = Nothing fits just now. Say “activities” again to see all you can join.
activities-none_all = There is nothing to join just now. Please look again in a few days.
activities-none_mine = You have joined no activity.
activities-part = Your part
    .joined = Joined
    .waiting = Waiting
# $state: joined, waiting, none; $place: the place in line
activities-shown = { $post }{ $state ->
    [joined] {" "}You have joined.
    [waiting] {" "}Your place in line is { $place }.
   *[none] {""}
}
activities-what = What would you like to do?
    .label = To do
    .none = Nothing
activities-way = To do
    .join = Join
    .wait = Wait for a place
    .leave = Leave
activities-join = Join
    .risky = I have read the risks, join
activities-wait = Wait for a place
    .risky = I have read the risks, wait for a place
activities-really = Really leave? Your place goes to who is next in line.
    .label = Really leave
    .no = Not now
    .yes = Leave
activities-nothing = All right. When you would like to join something, say “activities”.
activities-joined =
    You have joined “{ $title }”, { $when }, { $where }.
    Questions: { $ask }. You are reminded the evening before and that morning. When you are there, say “check in”.
# $place: the place in line; 0: there was a place after all
activities-in_line = { $place ->
    [0] There was a place after all, and you have joined “{ $title }”, { $when }, { $where }. You are reminded the evening before and that morning.
   *[other] For “{ $title }” ({ $when }) your place in line is { $place }. When a place is free for you, you get it and are told.
}
activities-left = You have left “{ $title }” ({ $when }). Thank you for telling us early.
