# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 志愿服务。

## 一次服务是怎么说的（flows/inputs/service_said.py）：没把握的，一次问一句

# $start、$end：说的几点；$both：是不是说了两个；$late：下午还是晚上
service_said-half =
    { $both ->
        [yes] { $start } 到 { $end }
       *[no] { $start }
    }，是{ $late ->
        [evening] 早上還是晚上
       *[afternoon] 上午還是下午
    }？
service_said-times = 從幾點到幾點？例如“上午9點到11點半”。
service_said-day = 是哪一天？例如“11月20號”，或者“上週六”。
service_said-no_such_day = 日曆上沒有這一天。是哪一天？
# $month、$day：说的日期；$weekday：那天真正是星期几，1 是星期一，7 是星期日
service_said-weekday = { $month }月{ $day }日是星期{ $weekday ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}。您去的是哪一天？
service_said-several = 一次記一件。先說其中一次：哪一天，從幾點到幾點？
service_said-rough = 時長要記準的。一共做了幾小時幾分鐘？
# $hours、$minutes：从几点到几点算出来的时长
service_said-length = 按起止時間是 { $hours } 小時 { $minutes } 分鐘，和您說的時長對不上。做了多久？
service_said-pause = 中間休息不算在內。除去休息，做了多久？
service_said-travel = 路上的時間不算服務時間。除去路上，做了多久？
service_said-future = 這個時間還沒到。做完的那次，是哪天幾點？
service_said-not_done = 沒有去的不用記。要記別的一次，請說哪天去的、做了多久。
service_said-planned = 做完了再來記就行。要記做完的一次，請說哪天去的、做了多久。
service_said-question = 要記時長，請說哪天去的、在哪裡、做了什麼、從幾點到幾點。
service_said-others = 每個人的時長由本人記。您自己做了多久？
service-nothing_read = 沒看出是哪天、做了多久。可以這樣說：“今天上午9點到11點，在幸福社區助餐”。
service-too_long = 請說短一點，一次一件：哪天、在哪裡、做了什麼、多久。
service-correction = 沒看出要改什麼。可以這樣說：“改成3小時”“是週日”“到12點”。
duration-not_a_duration = 做了多久？例如“2小時”“一個半小時”“90分鐘”。
duration-rough = 時長要記準的。是幾小時幾分鐘？
duration-range = 一次的時長要在一天以內，並且是整分鐘。是幾小時幾分鐘？
duration-one = 請只說一個時長，例如“兩個半小時”。
time-not_a_time = 是幾點？例如“上午9點”“14:30”。
time-half = 是上午還是下午？請連著幾點一起說，例如“下午2點”。
time-rough = 請說準幾點幾分，例如“上午8點50”。
time-one = 請只說一個時間，例如“上午9點”。
time-no_such_time = 這個時間不對。是幾點？
