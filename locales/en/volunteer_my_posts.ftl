# Looking after activities: flows/volunteers/my_posts_flow.py

my_posts-organiser = Which organisation's activities?
    .label = Organisation
my_posts-post = Which activity?
    .label = Activity
    .none = None of these
my_posts-none = There is no activity that is not over. To publish one, say “publish an activity”.
my_posts-this_post = The activity chosen
# $names: family names; $waiting: how many wait; $arrived: how many have checked in; $code: four digits
my_posts-shown =
    { $title }, number { $number }
    When: { $when }
    Where: { $where }
    { $taken } of { $seats } have joined, { $waiting } wait, { $arrived } have checked in.
    { $some ->
        [yes] Joined: { $names }
       *[no] Nobody has joined yet.
    }
    Code of the day: { $code }
my_posts-what = What would you like to do?
    .label = To do
    .none = Change nothing
my_posts-way = To do
    .seats = Change the number of places
    .move = Change the time
    .cancel = Cancel the activity
my_posts-seats = How many places should there be? Not fewer than people who have joined.
    .label = Places
my_posts-day = To which day?
    .label = Day
my_posts-from = When does it begin?
    .label = Start
my_posts-to = When does it end?
    .label = End
my_posts-really = This cannot be undone, and everybody who joined is told. Really cancel?
    .label = Really cancel
    .no = Not now
    .yes = Cancel the activity
my_posts-summary =
    Please have a look. Is it all right? Everybody who joined is told.
    { $lines }
    .label = Check
    .yes = All right, change it
my_posts-nothing = All right, nothing was changed.
# $promoted: how many got in from the line
my_posts-seats_changed = “{ $title }” has { $seats } places now.{ $promoted ->
    [0] {""}
   *[other] {" "}Who got in from the line was told: { $promoted }.
}
# $told: how many people were told
my_posts-moved = “{ $title }” is on { $when } now.{ $told ->
    [0] {""}
   *[other] {" "}People told: { $told }.
} The code of the day may have changed; say “my activities” to see it.
my_posts-cancelled = “{ $title }” is cancelled.{ $told ->
    [0] {""}
   *[other] {" "}People told: { $told }.
}
