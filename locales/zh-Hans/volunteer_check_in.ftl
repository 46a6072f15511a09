# 签到签退：flows/volunteers/check_in_flow.py

check_in-volunteer = 哪一位志愿者签到或者签退？
    .label = 志愿者
check_in-code = 现场的四位签到码是多少？
    .label = 签到码
    .lost = 没看到码
    .lost-words = 没有码|不知道|没找到|找不到
check_in-post = 是这个吗？
    .label = 活动
    .other_code = 重新输入
    .none = 先不签
check_in-way = 签到签退
    .in = 签到：{ $post }
    .new = 报名并签到：{ $post }
    .new_risky = 看过风险了，报名并签到：{ $post }
    .out = 签退：{ $post }
check_in-wrong = 这个码现在用不了。可能输错了，可能不是今天的，也可能还没到时间：开始前一小时到结束前可以签到，结束后一小时内可以签退。请再看看现场的码。
check_in-too_often = 试得太多了，请过一个小时再试。着急的话，请找现场的负责人。
check_in-full = 这个活动的名额已经满了，现在签不了到。请找现场的负责人。
# $at: 签到的时间
check_in-arrived = 签到好了：“{ $title }”，{ $at }。走的时候再打“签退”，输入同一个码。
# $recorded: 都记下了（all）、一部分以前记过（rest）、全都以前记过（nothing）、不到一分钟（short）；$length: 时长；$there: 以前记过的时间
check_in-left = 签退好了：“{ $title }”。{ $recorded ->
    [all] 记下 { $length }，等组织单位确认。
    [rest] 这次记下 { $length }，等组织单位确认。以前已经记过 { $there }，不重复记。
    [nothing] 这段时间以前已经记过：{ $there }，不重复记。
   *[short] 活动时间内不到一分钟，没有记时长。
}谢谢您。
# $day: 日期；$from、$to: 时间；$next_day: 是不是第二天才结束
check_in-stood = { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[no] {""}
    } { $to }
check_in-later = 好的，先不签。
check_in-ask_there = 签到码贴在现场，没看到的话，请问现场的负责人。拿到了，再打“签到”。
