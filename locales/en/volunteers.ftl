# Volunteer service.

## How a service was told of (flows/inputs/service_said.py): what is not sure is asked, one sentence at a time

# $start, $end: the times as said ; $both: whether there are two; $late: afternoon or evening
service_said-half =
    { $both ->
        [yes] { $start } to { $end }
       *[no] { $start }
    }: in the morning or in the { $late ->
        [evening] evening
       *[afternoon] afternoon
    }?
service_said-times = From when until when? For example “9:00 to 11:30 am”.
service_said-day = Which day was it? For example “20 November”, or “last Saturday”.
service_said-no_such_day = There is no such day in the calendar. Which day was it?
# $month, $day: the date as said; $weekday: the weekday it really is, 1 Monday to 7 Sunday
service_said-weekday = { $month ->
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
}. Which day did you go?
service_said-several = One service at a time, please. For the first one: which day, from when until when?
service_said-rough = The time has to be exact. How many hours and minutes was it in all?
# $hours, $minutes: the length that the start and the end give
service_said-length = From start to end it is { $hours } h { $minutes } min, which is not the length you gave. How long was it?
service_said-pause = A break does not count. How long was it without the break?
service_said-travel = The way there and back is no service time. How long was it without the way?
service_said-future = That time has not come yet. Which day and hours was the service that is done?
service_said-not_done = There is nothing to record if you did not go. For another one, please say which day it was and how long.
service_said-planned = It can be recorded when it is done. For one that is done, please say which day it was and how long.
service_said-question = To record a service, please say which day, where, what you did, and from when until when.
service_said-others = Everybody's hours are recorded by themselves. How long did you serve yourself?
service-nothing_read = It was not clear which day it was and how long. You can say: “this morning 9 to 11, meals at Xingfu community”.
service-too_long = Please say it in fewer words, one service at a time: which day, where, what, how long.
service-correction = It was not clear what to change. You can say: “make it 3 hours”, “it was Sunday”, “until 12:00”.
duration-not_a_duration = How long was it? For example “2 hours”, “an hour and a half”, “90 minutes”.
duration-rough = The time has to be exact. How many hours and minutes was it?
duration-range = One service lasts a day at most, in whole minutes. How many hours and minutes was it?
duration-one = Please give one length of time only, such as “2 hours”.
time-not_a_time = At what time? For example “9 am”, “14:30”.
time-half = In the morning or in the afternoon? Please say it with the hour, such as “2 pm”.
time-rough = Please give the exact time, such as “8:50 am”.
time-one = Please give one time only, such as “9 am”.
time-no_such_time = There is no such time. What time was it?
