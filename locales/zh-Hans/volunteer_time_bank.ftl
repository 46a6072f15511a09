# 时间银行：flows/volunteers/time_bank_flow.py、bot/volunteers/time_bank.py

time_bank-volunteer = 看谁的？
    .label = 志愿者
# $hours、$minutes: 余额；$owed: 欠的时长，没有就是 none
time_bank-stands = 现在存着 { format-length }。{ $owed ->
        [none] {""}
       *[other] 另外有 { $owed } 的服务记录撤销了，先从以后存的时间里扣。
    }
time_bank-what = 想做什么？
    .label = 做什么
    .none = 不做什么
time_bank-way =
    .history = 看明细
    .give = 转给别的志愿者
    .ask = 请人帮忙
time_bank-to = 转给谁？请写对方的志愿者编号。
    .label = 对方的编号
    .unknown = 不知道编号
time_bank-minutes = 转多久？
    .label = 时长
time_bank-really = 真的要转吗？转了就是对方的了。时间不是钱，不能换钱，也不保证一定能换到服务。
    .label = 确定
    .yes = 转
    .no = 再想想
# $hours、$minutes: 余额；$owed: 欠的时长，没有就是 none；$lines: 明细，一行一条
time_bank-history =
    { time_bank-stands }
    { $lines }
    为老服务确认以后，做了多少分钟就存多少分钟。时间不是钱，不能换钱，也不保证一定能换到服务。
# $day: 日期；$hours、$minutes: 时长；$event: earned 存入，unearned 撤销，given 转出，got 转入，held 留着，returned 退回，spent 用掉
time_bank-line = { $day } { $event ->
        [earned] 存入
        [unearned] 记录撤销，减去
        [given] 转出
        [got] 转入
        [held] 为服务留着
        [returned] 退回
       *[spent] 用掉了
    } { format-length }
time_bank-nothing_yet = 还没有明细。
# $hours、$minutes: 转了多久；$to: 给谁；$left: 还剩多久，没有就是 none
time_bank-given = 转好了：{ format-length }，给 { $to }。{ $left ->
        [none] 现在没有存着的了。
       *[other] 还存着 { $left }。
    }
time_bank-ask_for_number = 对方打“我的志愿者信息”，就能看到自己的编号。问到了再来。
time_bank-as_it_is = 好的，没有变。
time_bank-nobody = 没有找到这个编号的志愿者。请再核对一下。
# $hours、$minutes: 余额
time_bank-not_so_much = 没有存这么多，现在存着 { format-length }。转多久？
# $hours、$minutes: 时长；$from: 谁转的
time_bank-got = 志愿者 { $from } 转给您 { format-length }，存进您的时间银行了。
# $hours、$minutes: 减了多久；$owed: 欠的时长，没有就是 none
time_bank-taken_back = 有一次服务记录撤销了，时间银行减去 { format-length }。{ $owed ->
        [none] {""}
       *[other] 还有 { $owed } 已经用掉或者转走了，先从以后存的时间里扣。
    }
time_bank-none_here = 这里还没有时间银行。服务时长照样记着，打“记时长”。
time_bank-need = 想请人帮什么忙？比如：陪我去医院，送一次午饭。不用写姓名和住址，工作人员会问您。
    .label = 想请人做的事
time_bank-day = 哪一天？
    .label = 日期
time_bank-time = 从几点开始？
    .label = 时间
time_bank-length = 大概要多久？
    .label = 时长
time_bank-sure = 确定要提吗？这些时间先留着；没有人能来，或者取消了，都退给您。能不能请到人，不能保证。
    .label = 确定
    .yes = 提
    .no = 再想想
# $hours、$minutes: 留着的时长；$number: 编号
time_bank-asked = 提好了，编号 { $number }，先留着 { format-length }。工作人员看了再帮您问志愿者，结果会在这里告诉您。
time_bank-tomorrow_at_least = 最早是明天。哪一天？
time_bank-when = 这个时间不合适：要在三个月以内，一次不超过一天。哪一天？
time_bank-no_organisation = 这里还没有能组织志愿者的单位，暂时提不了。
# $day、$from: 时间；$kind、$to、$next_day: 同 help_out-need
time_bank-returned = { $day } { $from } 您想请人帮忙的事，这次没有办成，留着的时间退给您了。
time_bank-spent = { $day } { $from } 的服务结束了，留着的时间用掉了。有不对的，打“转人工”。

time_bank-no_volunteer = { volunteer-none }
