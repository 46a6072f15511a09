# Made from zh-Hans by locales/build.py; what is changed here is lost.

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
post-taken = 已報名 { $taken }/{ $seats } 人
post-free = 還有 { $free } 個名額
post-is_full = 已報滿，可以候補
post-told =
    { $title }（{ $kind }）
    組織單位：{ $organisation }
    時間：{ $when }
    地點：{ $where }
    做什麼：{ $what }
    { $skilled ->
        [yes] 要會：{ $skills }，會一項就可以
       *[no] 技能：沒有要求
    }
    { $youngest ->
        [0] 年齡：沒有要求
       *[other] 年齡：滿 { $youngest } 週歲
    }
    { $risk ->
        [some] 風險：{ $danger }
       *[none] 風險：沒有特別的風險
    }
    { $insured ->
        [yes] 保險：組織單位買了志願者人身意外傷害保險
       *[no] 保險：沒有買
    }
    有事問：{ $ask }
    還有 { $free } 個名額。

post-own_organisation = 您負責的組織
post-not_in_charge = 發佈和管理志願活動，要由志願服務組織的負責人來做。您還沒有在這裡登記為負責人。請向組織或者民政局要一個負責人碼，再來辦。
post-no_volunteer = 這裡還沒有登記過志願者。先打“志願者註冊”，登記好了再來。
post-gone = 這個活動現在改不了，也報不了名：可能取消了，可能已經開始了，也可能結束了。
post-known = 這個組織同一時間已經有一個同名的活動。請換一個名稱，或者換一個時間。
post-past = 這個時間已經過去了。請換一個還沒到的時間。
post-too_far = 這個日子太遠了，最多提前一年發佈。
# $last: 最晚的一天
post-day_outside = 請說今天到 { $last } 之間的一天。
post-span = 結束時間要在開始以後。過了半夜才結束的，要晚上開始，不超過 12 小時。
post-uninsured = 有風險的活動，要先給志願者買好人身意外傷害保險，才能發佈。
# $limit: 最多的字数
post-too_long = 寫得太長了，最多 { $limit } 個字。請寫短一點。
post-no_time = 沒看出是幾點。可以寫“9:00”，也可以說“上午九點”“下午兩點半”。
post-two_times = 是上午還是下午？請說“上午九點”，或者寫“21:00”。
# $taken: 已经报名的人数
post-seats_taken = 已經有 { $taken } 人報名，名額不能比這個數少。
post-joined = 您已經報名了。
post-overlap = 您同一時間已經報了另一個活動。要換的話，先退出那一個。
post-not_for_you = 這個活動對年齡或者技能有要求，您現在報不了。有風險的活動，要滿 18 週歲才能參加。可以看看別的活動。
post-full = 名額剛剛報滿了。

post-was_moved = 您報名的“{ $title }”改了時間：{ $when }。不能來的話，打“志願活動”，選“我報名的”退出。
post-was_moved_out = 您報名的“{ $title }”改到了 { $when }，和您另一個活動的時間撞了，這個名額已經替您退出。
post-was_cancelled = 您報名的“{ $title }”（{ $when }）取消了，不用來了。謝謝您。
post-got_in = 有名額了，您已經從候補轉為報名：“{ $title }”，{ $when }，{ $where }。不能來的話，打“志願活動”，選“我報名的”退出。
# $evening: 是不是前一天晚上
post-reminder = { $evening ->
    [yes] 提醒您，明天
   *[no] 提醒您，今天
}有志願活動：“{ $title }”，{ $when }，{ $where }。有事問：{ $ask }。到了打“簽到”，輸入現場的四位簽到碼。不能來的話，打“志願活動”，選“我報名的”退出。
# $at: 签到的时间
post-forgot = 您 { $at } 在“{ $title }”簽到了，沒有簽退。沒有簽退不會自動記時長。請打“記時長”，告訴我們做了多久。

publish-not_in_charge = { post-not_in_charge }
my_posts-not_in_charge = { post-not_in_charge }
countersign-not_in_charge = { post-not_in_charge }
activities-no_volunteer = { volunteer-none }
check_in-no_volunteer = { volunteer-none }
