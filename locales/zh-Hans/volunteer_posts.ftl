# 志愿服务岗位：flows/volunteers/posts.py、posting.py，bot/volunteers/publishing.py、taking_part.py、reminding.py

# $day: 哪天；$from、$to: 几点到几点；$next_day: 是不是第二天才结束
post-when = { $day } { $from } 到{ $next_day ->
    [yes] 第二天{" "}
   *[no] {""}
}{ $to }
# $some: 有没有写乡镇；$township: 乡镇；$place: 地点
post-where = { $some ->
    [yes] { $township } { $place }
   *[no] { $place }
}
post-one = { $title }，{ $when }
post-taken = 已报名 { $taken }/{ $seats } 人
post-free = 还有 { $free } 个名额
post-is_full = 已报满，可以候补
post-told =
    { $title }（{ $kind }）
    组织单位：{ $organisation }
    时间：{ $when }
    地点：{ $where }
    做什么：{ $what }
    { $skilled ->
        [yes] 要会：{ $skills }，会一项就可以
       *[no] 技能：没有要求
    }
    { $youngest ->
        [0] 年龄：没有要求
       *[other] 年龄：满 { $youngest } 周岁
    }
    { $risk ->
        [some] 风险：{ $danger }
       *[none] 风险：没有特别的风险
    }
    { $insured ->
        [yes] 保险：组织单位买了志愿者人身意外伤害保险
       *[no] 保险：没有买
    }
    有事问：{ $ask }
    还有 { $free } 个名额。

post-own_organisation = 您负责的组织
post-not_in_charge = 发布和管理志愿活动，要由志愿服务组织的负责人来做。您还没有在这里登记为负责人。请向组织或者民政局要一个负责人码，再来办。
post-no_volunteer = 这里还没有登记过志愿者。先打“志愿者注册”，登记好了再来。
post-gone = 这个活动现在改不了，也报不了名：可能取消了，可能已经开始了，也可能结束了。
post-known = 这个组织同一时间已经有一个同名的活动。请换一个名称，或者换一个时间。
post-past = 这个时间已经过去了。请换一个还没到的时间。
post-too_far = 这个日子太远了，最多提前一年发布。
# $last: 最晚的一天
post-day_outside = 请说今天到 { $last } 之间的一天。
post-span = 结束时间要在开始以后。过了半夜才结束的，要晚上开始，不超过 12 小时。
post-uninsured = 有风险的活动，要先给志愿者买好人身意外伤害保险，才能发布。
# $limit: 最多的字数
post-too_long = 写得太长了，最多 { $limit } 个字。请写短一点。
post-no_time = 没看出是几点。可以写“9:00”，也可以说“上午九点”“下午两点半”。
post-two_times = 是上午还是下午？请说“上午九点”，或者写“21:00”。
# $taken: 已经报名的人数
post-seats_taken = 已经有 { $taken } 人报名，名额不能比这个数少。
post-joined = 您已经报名了。
post-overlap = 您同一时间已经报了另一个活动。要换的话，先退出那一个。
post-not_for_you = 这个活动对年龄或者技能有要求，您现在报不了。有风险的活动，要满 18 周岁才能参加。可以看看别的活动。
post-full = 名额刚刚报满了。

post-was_moved = 您报名的“{ $title }”改了时间：{ $when }。不能来的话，打“志愿活动”，选“我报名的”退出。
post-was_moved_out = 您报名的“{ $title }”改到了 { $when }，和您另一个活动的时间撞了，这个名额已经替您退出。
post-was_cancelled = 您报名的“{ $title }”（{ $when }）取消了，不用来了。谢谢您。
post-got_in = 有名额了，您已经从候补转为报名：“{ $title }”，{ $when }，{ $where }。不能来的话，打“志愿活动”，选“我报名的”退出。
# $evening: 是不是前一天晚上
post-reminder = { $evening ->
    [yes] 提醒您，明天
   *[no] 提醒您，今天
}有志愿活动：“{ $title }”，{ $when }，{ $where }。有事问：{ $ask }。到了打“签到”，输入现场的四位签到码。不能来的话，打“志愿活动”，选“我报名的”退出。
# $at: 签到的时间
post-forgot = 您 { $at } 在“{ $title }”签到了，没有签退。没有签退不会自动记时长。请打“记时长”，告诉我们做了多久。

publish-not_in_charge = { post-not_in_charge }
my_posts-not_in_charge = { post-not_in_charge }
countersign-not_in_charge = { post-not_in_charge }
activities-no_volunteer = { volunteer-none }
check_in-no_volunteer = { volunteer-none }
