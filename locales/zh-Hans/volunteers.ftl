# 志愿服务。

## 一次服务是怎么说的（flows/inputs/service_said.py）：没把握的，一次问一句

# $start、$end：说的几点；$both：是不是说了两个；$late：下午还是晚上
service_said-half =
    { $both ->
        [yes] { $start } 到 { $end }
       *[no] { $start }
    }，是{ $late ->
        [evening] 早上还是晚上
       *[afternoon] 上午还是下午
    }？
service_said-times = 从几点到几点？例如“上午9点到11点半”。
service_said-day = 是哪一天？例如“11月20号”，或者“上周六”。
service_said-no_such_day = 日历上没有这一天。是哪一天？
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
service_said-several = 一次记一件。先说其中一次：哪一天，从几点到几点？
service_said-rough = 时长要记准的。一共做了几小时几分钟？
# $hours、$minutes：从几点到几点算出来的时长
service_said-length = 按起止时间是 { $hours } 小时 { $minutes } 分钟，和您说的时长对不上。做了多久？
service_said-pause = 中间休息不算在内。除去休息，做了多久？
service_said-travel = 路上的时间不算服务时间。除去路上，做了多久？
service_said-future = 这个时间还没到。做完的那次，是哪天几点？
service_said-not_done = 没有去的不用记。要记别的一次，请说哪天去的、做了多久。
service_said-planned = 做完了再来记就行。要记做完的一次，请说哪天去的、做了多久。
service_said-question = 要记时长，请说哪天去的、在哪里、做了什么、从几点到几点。
service_said-others = 每个人的时长由本人记。您自己做了多久？
service-nothing_read = 没看出是哪天、做了多久。可以这样说：“今天上午9点到11点，在幸福社区助餐”。
service-too_long = 请说短一点，一次一件：哪天、在哪里、做了什么、多久。
service-correction = 没看出要改什么。可以这样说：“改成3小时”“是周日”“到12点”。
duration-not_a_duration = 做了多久？例如“2小时”“一个半小时”“90分钟”。
duration-rough = 时长要记准的。是几小时几分钟？
duration-range = 一次的时长要在一天以内，并且是整分钟。是几小时几分钟？
duration-one = 请只说一个时长，例如“两个半小时”。
time-not_a_time = 是几点？例如“上午9点”“14:30”。
time-half = 是上午还是下午？请连着几点一起说，例如“下午2点”。
time-rough = 请说准几点几分，例如“上午8点50”。
time-one = 请只说一个时间，例如“上午9点”。
time-no_such_time = 这个时间不对。是几点？
