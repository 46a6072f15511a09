# 派单（社工+志愿者）：flows/volunteers/help_out_flow.py、bot/volunteers/dispatching.py

help_out-call = 哪一次？
    .label = 派单
# $kind: 服务类别；$township: 乡镇；$what: 做什么；$state: accepted 是答应了去的；其余见 help_out-need
help_out-one = { $day } { $from }，{ $what }（{ $township }）{ $state ->
        [accepted] ，已答应
       *[asked] {""}
    }
help_out-county = 全县
# $kind: 服务类别；$what: 做什么；$township: 乡镇；$day、$from、$to: 时间；$next_day: 到第二天（yes、no）；$organisation: 组织单位；$urgent: 急不急（yes、no）
help_out-need =
    { $urgent ->
        [yes] 急事：
       *[other] {""}
    }{ $what }
    { $kind }，{ $township }
    { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }
    { $organisation }组织
# $need: help_out-need
help_out-asked =
    有人需要帮忙，问问您能不能去：
    { $need }
    去不去都行，打“接派单”告诉我们。以后不想收这样的消息，打“别再问我”。
# $where: 在哪里；$ask: 到了找谁；其余见 help_out-need
help_out-accepted =
    您答应了去：{ $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }，{ $kind }。
    地点：{ $where }
    到了找：{ $ask }
    做完了打“记时长”。去不了了，打“接派单”说一声，我们马上再问别人。
help_out-where_to = { help_out-accepted }
help_out-answer = 您去吗？
    .label = 去不去
    .later = 先不答
help_out-way =
    .accept = 我去
    .accept-words = 去|能去|我能去|可以|能来|我来|答应|接|接单
    .decline = 这次去不了
    .decline-words = 不去|去不了|没空|没时间|来不了|不行|不能去|这次不行
    .give_up = 去不了了
    .give_up-words = 不去了|去不了|来不了|有事去不了|临时有事|没空
    .no_more = 以后别再问我
    .no_more-words = 别再问我|不要再问我|不要再派单|别再派单|不再接收求助消息|不再派单|别问我了
help_out-later = 好的。想好了打“接派单”。
help_out-declined = 好的，这次不去。谢谢您告诉我们。
# $ask: 到了找谁
help_out-given_up = 好的，我们马上再问别人。谢谢您早点告诉我们。
help_out-no_more = 好的，以后不再问您。已经答应了去的还算数。想再接收，打“我的志愿者信息”。
help_out-none = 现在没有问到您的求助。有了会在这里告诉您。
help_out-too_late = 这次人已经够了，或者时间过了，不用去了。谢谢您。
help_out-busy = 那个时间您已经有别的安排了。先退出一个，再来接这个。
# $kind: 服务类别；$day、$from、$to、$next_day: 时间
help_out-filled = { $day } { $from } 的求助（{ $kind }），人已经够了，这次不用去了。谢谢您。
help_out-called_off = { $day } { $from } 的求助（{ $kind }）取消了，不用去了。谢谢您。

## 工作台：派单

desk-dispatch = 派单
desk-dispatch_new = 请志愿者帮忙
desk-dispatch_hint = 消息里只写做什么、哪个乡镇、什么时候，不写帮谁；地点和联系人只告诉答应去的人。晚上不问，急事除外。
desk-dispatch_kind = 服务类别
desk-dispatch_what = 做什么
desk-dispatch_what_hint = 如：陪诊、送餐、寻人。不写帮谁
desk-dispatch_township = 乡镇
desk-dispatch_county = 全县
desk-dispatch_where = 地点
desk-dispatch_ask = 到了找谁、电话
desk-dispatch_day = 哪一天
desk-dispatch_since = 从
desk-dispatch_until = 到
desk-dispatch_needed = 要几个人
desk-dispatch_urgent = 急事，晚上也问
desk-dispatch_organisation = 组织单位
desk-dispatch_send = 发出
desk-dispatch_open = 正在派的
desk-dispatch_past = 以前的
desk-dispatch_nothing = 没有。
desk-dispatch_no_organisation = 还没有登记的组织单位，先登记再派单。
desk-dispatch_unclear = 还没有写全，或者写得不对。请看一看再发。
desk-dispatch_too_late = 时间已经过了。
desk-dispatch_when = 一次不超过一天，也不能在三个月以后。请看一看时间。
# $most: 最多几个人
dispatch-how_many = 一次最多请 { $most } 个人。
# $day、$from、$to: 时间；$next_day: 到第二天（yes、no）
dispatch-span = { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }
desk-dispatch_of = 要
desk-dispatch_come = 答应去
desk-dispatch_asked = 问了
desk-dispatch_declined = 去不了
desk-dispatch_cancel = 取消
desk-dispatch_is_urgent = 急
desk-dispatch_asking = 正在问
desk-dispatch_filled = 人够了
desk-dispatch_lapsed = 时间到了
desk-dispatch_cancelled = 已取消
desk-did_call_made = 派单
desk-did_call_cancelled = 取消派单
desk-dispatch_requested = 老人提的，等发出
desk-dispatch_release = 发出
desk-did_call_released = 发出老人提的派单

help_out-no_volunteer = { volunteer-none }
