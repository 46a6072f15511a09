# 志愿服务的负责人：登记、确认时长、异议。代码：bot/volunteers/records.py、flows/volunteers/

## 记录有了变化，在志愿者和负责人自己的对话里说

# $organisation: 组织的名称；$n: 几条；$length: 共多久
records-confirmed = { $organisation }确认了您的志愿服务记录：{ $n } 条，共 { $length }。想看，打“我的时长”。
# $day、$from、$to、$next_day: 哪一条；$organisation: 组织的名称
records-disputed = { $organisation }的一条志愿服务记录有人提出了异议：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }。想看，想回复，打“时长有异议”。
# $has_why: 写没写原因（yes、no）；$why: 原因
records-withdrawn = { $organisation }的一条志愿服务记录已经撤销，不再算时长：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }。{ $has_why ->
        [yes] 原因：{ $why }
       *[no] {""}
    }
# $length: 更正后是多久
records-corrected = { $organisation }更正了您的一条志愿服务记录：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }，共 { $length }。觉得不对，打“时长有异议”。
# $number: 证明的编号
records-certificate_revoked = 志愿服务记录证明 { $number } 作废了，因为里面有一条记录变了。记录确认以后，可以重新开一份。

## 负责人登记：flows/volunteers/organiser_flow.py

organiser-code = 民政局给您的负责人码是什么？一共八个字母或数字，例如 7K3M-Q2XD。
    .label = 负责人码
    .lost = 没有负责人码
    .lost-words = 负责人码丢了|不知道|没收到|找不到
# $organisation: 组织的名称
organiser-speak_for = 我是{ $organisation }的负责人
organiser-organisation = 是这个组织吗？登记以后，您在这里说的，就是替它说的。
    .label = 组织
    .other_code = 改负责人码
    .none = 先不登记
organiser-speaks = 是这个组织
organiser-notice =
    还要填您的身份证号码，只用来保证没有人给自己确认时长。
    身份证号码是敏感个人信息；系统只留下加密后的比对值，不留号码。{ notice-kept }
    同意在这里填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 先不填
organiser-id = 您的身份证号码是？
    .label = 您的身份证号码
organiser-linked = 登记好了，您现在是{ $organisation }的负责人。要确认志愿者的时长，随时打“确认时长”。
organiser-later = 好的，先不登记。要登记的时候，再打“负责人登记”。
organiser-ask_again = 负责人码由民政局给。请民政局再发一个，收到了，再打“负责人登记”。
organiser-over = 这个负责人码现在用不了：可能输错了，可能已经过了时间，也可能已经用过。请核对一下，或者请民政局再发一个。
organiser-too_often = 试得太多了，请过一个小时再试。着急的话，可以转人工。
organiser-none = 您在这里还不是哪个志愿服务组织的负责人。有民政局给的负责人码，就先登记。

## 确认时长：flows/volunteers/countersign_flow.py

countersign-organisation = 替哪个组织确认？
    .label = 组织
countersign-this = 已选
# $who: 谁；$day、$from、$to、$next_day: 什么时候；$length: 多久；$what: 做什么；$checked: 身份核对过没有（yes、no）
countersign-line = { $who } { $day } { $from }–{ $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    } { $length } { $what }{ $checked ->
        [yes] {""}
       *[no] （身份还没核对）
    }
# $n: 一共几条；$shown: 这里几条；$own: 有没有自己的（yes、no）
countersign-waiting = { $n } 条等您确认，这里是 { $shown } 条。{ $own ->
        [yes] 您自己的要由别的负责人确认。
       *[no] {""}
    }
countersign-none = 现在没有要您确认的。{ $own ->
        [yes] 您自己的要由别的负责人确认。
       *[no] {""}
    }
countersign-which = 哪几条对？比如“全部”“1 3 5”“除了2”“2不对，其他都对”。
    .label = 哪几条对
    .all = 全部都对
    .all-words = 全部|都对|全对
    .later = 先不确认
some_of-unclear = 没看清楚哪几条对、哪几条不对。比如“全部都对”，或者“1 3 5 对，2 不对”。
# $n: 说的第几条；$count: 一共几条
some_of-no_such_line = 没有第 { $n } 条，一共 { $count } 条。请再说一次。
countersign-how = 这一条怎么不对？
    .label = 怎么不对
    .time = 时间不对，要更正
    .not_there = 没有来，不算
    .talk = 对不上，要再问清楚
countersign-how_all = 这几条怎么不对？时间不对的，请一次改一条。
    .label = 怎么不对
    .not_there = 都没有来，不算
    .talk = 对不上，要再问清楚
countersign-begins = 几点开始的？比如“上午9点”或者“14:30”。
    .label = 开始
countersign-ends = 几点结束的？
    .label = 结束
countersign-minutes = 实际服务了多少分钟？路上和等的时间不算。
    .label = 实际分钟
    .whole = 从头到尾都在服务
countersign-notice = 您写的话会给志愿者和民政局的工作人员看，只用来核对这一条，加密保存。同意写吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不写了
countersign-words = 请写一句原因，志愿者看得到。
    .label = 原因
# $n: 几条；$length: 共多久；$lines: 对的；$against: 不对的；$how: 不对的怎么办；$unchecked: 几个人身份没核对；$from、$to、$next_day、$day、$corrected: 更正后
countersign-read_back =
    { $n ->
        [0] 没有要确认的。
       *[other]
            确认 { $n } 条，共 { $length }：
            { $lines }
    }
    { $how ->
        [time]
            更正成 { $day } { $from }–{ $to }，{ $corrected }：
            { $against }
        [not_there]
            撤销，不算时长：
            { $against }
        [talk]
            和志愿者核对：
            { $against }
       *[none] {""}
    }{ $unchecked ->
        [0] {""}
       *[other] { $unchecked } 位志愿者的身份证还没有核对过。
    }
countersign-sure = 是这样吗？
    .label = 核对
    .again = 不是，重新选
countersign-yes = 是
countersign-seen = 是，身份证我也都看过了
# $n: 这次确认了几条；$others: 别的负责人先确认了几条；$length: 共多久；$how、$against: 不对的怎么办了，几条
countersign-done = 办好了。确认了 { $n } 条，共 { $length }。{ $others ->
        [0] {""}
       *[other] 另有 { $others } 条已经有人先处理了。
    }{ $how ->
        [time] 更正了 { $against } 条，已经告诉志愿者。
        [not_there] 撤销了 { $against } 条，已经告诉志愿者。
        [talk] { $against } 条已经转给志愿者核对。
       *[none] {""}
    }
countersign-later = 好的，先不确认。想确认的时候，再打“确认时长”。
# $n: 几条；$day: 哪一天以前
countersign-soon = 有 { $n } 条志愿服务记录，{ $day } 以前要确认。请打“确认时长”。
# $day、$from、$to、$next_day: 哪一条
countersign-late = 您 { $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    } 的志愿服务记录，组织没有按时确认。民政局已经知道，会去问。

## 时长有异议：flows/volunteers/dispute_flow.py

dispute-entry = 要说哪一条？
    .label = 哪一条
    .none = 先不说
dispute-this = 已选
dispute-nothing_there = 现在没有可以说的记录。
dispute-what = 接着想怎么办？
    .label = 怎么办
    .none = 先不说
dispute-way = 怎么办
    .say = 写几句
    .confirm = 核对过了，确认
    .withdraw = 撤销这一条
dispute-notice = 您写的话会给对方和民政局的工作人员看，只用来核对这一条，加密保存。同意写吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不写了
dispute-words = 请写清楚，对方看得到。比如“那天我服务到12点”。
    .label = 要说的
dispute-done = { $what ->
        [confirm] 确认好了，已经告诉志愿者。
        [withdraw] 撤销好了，已经告诉志愿者。
       *[say] 记下了，已经告诉对方。有回复，会在这里告诉您。
    }
dispute-nothing = 好的，什么也没有改。
# $day、$from、$to、$next_day: 什么时候；$length: 多久；$state: 现在怎样
dispute-one = { $day } { $from }–{ $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    } { $length }（{ $state }）
dispute-state = 状态
    .waiting = 待确认
    .confirmed = 已确认
    .disputed = 有异议
    .withdrawn = 已撤销
    .replaced = 已更正
# $entry: 哪一条；$n: 几句；$lines: 说过的话
dispute-thread = { $n ->
        [0] { $entry }。还没有人说什么。
       *[other]
            { $entry }
            { $lines }
    }
# $who: 哪一方；$text: 说的话；$at: 什么时候
dispute-line = { $who }（{ $at }）：{ $text }
dispute-side = 谁
    .volunteer = 志愿者
    .organiser = 负责人
    .bureau = 民政局
record-over = 这一条记录现在不能改了，可能已经撤销或者更正了。

## 志愿服务的页面：bot/web/desk_volunteers.py

desk-volunteers = 志愿服务
desk-volunteers_waiting = 有异议、没按时确认的
desk-volunteers_nothing = 现在没有。
desk-volunteers_late = 没按时确认
desk-volunteers_reason = 原因（两边都看得到）
desk-volunteers_confirm = 确认
desk-volunteers_withdraw = 撤销
desk-volunteers_number = 志愿者编号
desk-volunteers_check = 身份证已核对
desk-volunteers_name = 组织的名称
desk-volunteers_where = 在哪里
desk-volunteers_county = 全县
desk-volunteers_add = 添加组织
desk-volunteers_organiser = 负责人的姓名
desk-volunteers_invite = 生成负责人码
desk-volunteers_code = 负责人码，只显示这一次，7 天内有效：
desk-volunteers_remove = 取消负责人
desk-volunteers_invited = 还没登记
desk-volunteers_linked = 已登记
desk-did_not_own_organisation = 没有这个组织，或者不归这里管。
desk-did_no_name = 请写名称，最多 60 个字。
desk-did_organisation_there = 已经有叫这个名称的组织。
desk-did_no_volunteer = 没有这个编号的志愿者，或者不归这里管。
desk-did_no_reason = 请写原因，最多 1000 个字。
desk-did_entry_over = 这一条已经处理过了。
desk-did_checked = 记下了，身份已核对。
desk-did_checked_before = 以前已经核对过。

desk-did_organisation_added = 添加了志愿服务组织
desk-did_organisation_closed = 关掉了志愿服务组织
desk-did_organiser_added = 给了负责人码
desk-did_organiser_removed = 取消了负责人
desk-did_volunteer_checked = 核对了志愿者的身份
