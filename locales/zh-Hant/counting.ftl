# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 没来（爽约）、取消的次数，和暂停网上预约：flows/counting.py、bot/counting.py

## 约之前、取消之前先说的

# 在核对里。$changeable: 网上还能不能改；$until: 最晚哪一天能改；$within 天内没来 $no_shows 次，暂停 $block 天（0 次：这里不计）
counting-before =
    { $changeable ->
        [yes] 要改時間或取消，最晚 { $until }。
       *[no] 日子近，約好以後網上不能改，也不能取消。
    }{ $no_shows ->
        [0] {""}
       *[other] 沒來也沒取消，{ $within } 天內有 { $no_shows } 次，網上預約暫停 { $block } 天；窗口照樣取現場號。
    }
# $within: 多少天内；$no_shows: 没来几次；$cancels: 取消几次
counting-so_far =
    { $no_shows ->
        [0] 您在這裡約的，{ $within } 天內取消過 { $cancels } 次。
       *[other] { $cancels ->
            [0] 您在這裡約的，{ $within } 天內有 { $no_shows } 次沒來。
           *[other] 您在這裡約的，{ $within } 天內有 { $no_shows } 次沒來，取消過 { $cancels } 次。
        }
    }
# $more: 再有几次；$block: 暂停几天；$clears: 最早的一次从哪一天起不在这些天里
counting-had = { counting-so_far }再有 { $more } 次沒來，網上預約暫停 { $block } 天，在別處約的也一起算。最早的一次，{ $clears } 起不在這 { $within } 天裡了。
# $here: 是不是在这段对话里约的；$cancels: 算上这次，取消几次；$no_shows: 没来几次；$pauses: 这次取消以后会不会暂停；$again: 哪一天起可以再约
counting-cancel =
    { $here ->
        [yes] 您在這裡約的，這是 { $within } 天內第 { $cancels } 次取消{ $no_shows ->
            [0] 。
           *[other] ，還有 { $no_shows } 次沒來。
        }
       *[no] 取消要計 1 次。
    }{ $pauses ->
        [yes] 這次取消以後，網上預約暫停，{ $again } 起可以再約；窗口照樣取現場號。
       *[no] { $within } 天內再取消 { $more } 次，網上預約暫停 { $block } 天，在別處約的也一起算。{ $here ->
            [yes] 最早的一次，{ $clears } 起不在這 { $within } 天裡了。
           *[no] {""}
        }
    }
    只想換個日子，就改時間，不計次數。
# $day: 约好的日子
counting-cancel_excused = { $day } 的時間，是登記處不辦了，取消不計次數。

# 随口问爽约会怎样。$days: 提前几天；$lines: 每条一行
topic-pauses =
    來不了，請提前 { $days } 天，打“我的預約”改時間或取消。改時間不計次數。
    有下面的一條，網上預約就暫停；窗口照樣取現場號：
    { $lines }
    離婚發證和撤回離婚登記申請有法定的期限，不計次數，也不暫停。
topic-pauses_none = 來不了，請提前 { $days } 天，打“我的預約”改時間或取消。沒來、取消的次數，這裡不計。
# $within: 多少天内；$no_shows: 没来几次；$cancels: 取消几次；$block: 暂停几天
topic-pauses_rule =
    { $no_shows ->
        [0] { $within } 天內取消 { $cancels } 次：暫停 { $block } 天
       *[other] { $cancels ->
            [0] { $within } 天內沒來（爽約）{ $no_shows } 次：暫停 { $block } 天
           *[other] { $within } 天內沒來（爽約）{ $no_shows } 次，又取消 { $cancels } 次：暫停 { $block } 天
        }
    }

## 暂停

# $again: 哪一天起可以再约
booking-paused =
    網上預約現在暫停，{ $again } 起可以再約。
    上班時間到登記處，照樣可以取現場號。已經約好的不受影響，照樣能改、能取消。
    覺得不該暫停，打“申訴”，工作人員會看。

## 以后告诉的

# $day: 约好的日子；$number: 编号；$paused: 网上预约是不是暂停了
counting-no_show =
    { $day } 的預約沒有來，也沒有取消，計 1 次沒來（爽約）。編號：{ $number }
    { counting-so_far }{ $paused ->
        [yes] 網上預約暫停，{ $again } 起可以再約；窗口照樣取現場號。
       *[no] 再有 { $more } 次，網上預約暫停 { $block } 天。
    }
    這一次，{ $clears } 起不再計。其實來了，或者有原因，請打“申訴”，工作人員會看。
counting-corrected = 更正：{ $day } 的預約，不算沒來。編號：{ $number }
counting-struck_off =
    編號 { $number } 的那一次，工作人員看過了，不再計。
    { $paused ->
        [yes] 按其餘的次數，網上預約還在暫停，{ $again } 起可以再約。
       *[no] 網上預約現在沒有暫停。
    }

## 在“我的预约”和申诉里看

counting-appeal = 看沒來的次數，或者申訴
# $day: 约好的日子；$number: 编号
counting-no_show_on = { $day } 沒來，編號 { $number }
counting-cancelled_on = 取消了 { $day } 的，編號 { $number }
counting-clears = { $clears } 起不再計
counting-cleared = 已經不再計
counting-none_here = 這段對話裡，沒有計過次數的預約。

## 工作台

desk-counts_no_show = 計了 1 次沒來（爽約）。
desk-counts_cancelled = 計了 1 次取消。
desk-strike_off = 不計這一次
desk-call_no_show = 沒來（爽約）
desk-call_corrected = 更正：不算沒來
desk-call_struck_off = 次數不再計
desk-work_no_show = 告訴對方沒來
