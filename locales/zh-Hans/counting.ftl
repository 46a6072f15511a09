# 没来（爽约）、取消的次数，和暂停网上预约：flows/counting.py、bot/counting.py

## 约之前、取消之前先说的

# 在核对里。$changeable: 网上还能不能改；$until: 最晚哪一天能改；$within 天内没来 $no_shows 次，暂停 $block 天（0 次：这里不计）
counting-before =
    { $changeable ->
        [yes] 要改时间或取消，最晚 { $until }。
       *[no] 日子近，约好以后网上不能改，也不能取消。
    }{ $no_shows ->
        [0] {""}
       *[other] 没来也没取消，{ $within } 天内有 { $no_shows } 次，网上预约暂停 { $block } 天；窗口照样取现场号。
    }
# $within: 多少天内；$no_shows: 没来几次；$cancels: 取消几次
counting-so_far =
    { $no_shows ->
        [0] 您在这里约的，{ $within } 天内取消过 { $cancels } 次。
       *[other] { $cancels ->
            [0] 您在这里约的，{ $within } 天内有 { $no_shows } 次没来。
           *[other] 您在这里约的，{ $within } 天内有 { $no_shows } 次没来，取消过 { $cancels } 次。
        }
    }
# $more: 再有几次；$block: 暂停几天；$clears: 最早的一次从哪一天起不在这些天里
counting-had = { counting-so_far }再有 { $more } 次没来，网上预约暂停 { $block } 天，在别处约的也一起算。最早的一次，{ $clears } 起不在这 { $within } 天里了。
# $here: 是不是在这段对话里约的；$cancels: 算上这次，取消几次；$no_shows: 没来几次；$pauses: 这次取消以后会不会暂停；$again: 哪一天起可以再约
counting-cancel =
    { $here ->
        [yes] 您在这里约的，这是 { $within } 天内第 { $cancels } 次取消{ $no_shows ->
            [0] 。
           *[other] ，还有 { $no_shows } 次没来。
        }
       *[no] 取消要计 1 次。
    }{ $pauses ->
        [yes] 这次取消以后，网上预约暂停，{ $again } 起可以再约；窗口照样取现场号。
       *[no] { $within } 天内再取消 { $more } 次，网上预约暂停 { $block } 天，在别处约的也一起算。{ $here ->
            [yes] 最早的一次，{ $clears } 起不在这 { $within } 天里了。
           *[no] {""}
        }
    }
    只想换个日子，就改时间，不计次数。
# $day: 约好的日子
counting-cancel_excused = { $day } 的时间，是登记处不办了，取消不计次数。

# 随口问爽约会怎样。$days: 提前几天；$lines: 每条一行
topic-pauses =
    来不了，请提前 { $days } 天，打“我的预约”改时间或取消。改时间不计次数。
    有下面的一条，网上预约就暂停；窗口照样取现场号：
    { $lines }
    离婚发证和撤回离婚登记申请有法定的期限，不计次数，也不暂停。
topic-pauses_none = 来不了，请提前 { $days } 天，打“我的预约”改时间或取消。没来、取消的次数，这里不计。
# $within: 多少天内；$no_shows: 没来几次；$cancels: 取消几次；$block: 暂停几天
topic-pauses_rule =
    { $no_shows ->
        [0] { $within } 天内取消 { $cancels } 次：暂停 { $block } 天
       *[other] { $cancels ->
            [0] { $within } 天内没来（爽约）{ $no_shows } 次：暂停 { $block } 天
           *[other] { $within } 天内没来（爽约）{ $no_shows } 次，又取消 { $cancels } 次：暂停 { $block } 天
        }
    }

## 暂停

# $again: 哪一天起可以再约
booking-paused =
    网上预约现在暂停，{ $again } 起可以再约。
    上班时间到登记处，照样可以取现场号。已经约好的不受影响，照样能改、能取消。
    觉得不该暂停，打“申诉”，工作人员会看。

## 以后告诉的

# $day: 约好的日子；$number: 编号；$paused: 网上预约是不是暂停了
counting-no_show =
    { $day } 的预约没有来，也没有取消，计 1 次没来（爽约）。编号：{ $number }
    { counting-so_far }{ $paused ->
        [yes] 网上预约暂停，{ $again } 起可以再约；窗口照样取现场号。
       *[no] 再有 { $more } 次，网上预约暂停 { $block } 天。
    }
    这一次，{ $clears } 起不再计。其实来了，或者有原因，请打“申诉”，工作人员会看。
counting-corrected = 更正：{ $day } 的预约，不算没来。编号：{ $number }
counting-struck_off =
    编号 { $number } 的那一次，工作人员看过了，不再计。
    { $paused ->
        [yes] 按其余的次数，网上预约还在暂停，{ $again } 起可以再约。
       *[no] 网上预约现在没有暂停。
    }

## 在“我的预约”和申诉里看

counting-appeal = 看没来的次数，或者申诉
# $day: 约好的日子；$number: 编号
counting-no_show_on = { $day } 没来，编号 { $number }
counting-cancelled_on = 取消了 { $day } 的，编号 { $number }
counting-clears = { $clears } 起不再计
counting-cleared = 已经不再计
counting-none_here = 这段对话里，没有计过次数的预约。

## 工作台

desk-counts_no_show = 计了 1 次没来（爽约）。
desk-counts_cancelled = 计了 1 次取消。
desk-strike_off = 不计这一次
desk-call_no_show = 没来（爽约）
desk-call_corrected = 更正：不算没来
desk-call_struck_off = 次数不再计
desk-work_no_show = 告诉对方没来
