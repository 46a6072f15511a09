# 记时长：flows/volunteers/hours_flow.py

service_hours-volunteer = 给谁记？
    .label = 志愿者
service_hours-no_volunteer = { volunteer-none }
service_hours-said = 说说这次服务：哪一天、几点到几点（或者多久）、在哪里、做了什么。比如：今天上午9点到11点，在幸福社区助餐。不用写被服务的人叫什么。
    .label = 您说的
service_hours-sort = 这是服务，还是培训？
    .label = 类别
    .service = 志愿服务
    .service-words = 服务
    .training = 培训，不算服务时间
    .training-words = 培训|学习
# $asked: 有疑问的话，是那句话
service_hours-day = { $asked }
    .label = 日期
service_hours-ask_day = 是哪一天？
# $asked: 有疑问的话，是那句话
service_hours-time = { $asked }
    .label = 时间
service_hours-ask_time = 从几点到几点？只记得做了多久，也可以先说多久。
# $from、$to: 时间；$next_day: 到第二天（yes、no）；$length: 时长
service_hours-span = { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }，{ $length }
service_hours-from = { $from } 开始
service_hours-starts = 从几点开始的？
    .label = 开始时间
service_hours-minutes = 做了多久？
    .label = 时长
service_hours-what = 做了什么？
    .label = 内容
service_hours-where = 在哪里？
    .label = 地点
    .unknown = 说不清，或者不固定
service_hours-organisation = 是哪个单位组织的？由这个单位来确认。
    .label = 组织单位
    .none = 没有单位组织，或者不在里面
    .none-words = 没有单位|没有组织|自己去的|都不是
service_hours-no_organisation_here = 这里还没有登记的组织单位。
# $lines: 各项，每项一行
service_hours-summary =
    是这样吗？
    { $lines }

    对，就打“对”；哪里不对，直接说，比如“是3小时”“不是周六，是周日”。
    .label = 核对
    .yes = 对
# $hours、$minutes: 数字；$by: 最晚哪天确认；$training: 是不是培训（yes、no）
service_hours-recorded =
    记下了：{ format-length }{ $training ->
        [yes] ，是培训，不算服务时间
       *[other] {""}
    }。等组织单位确认，最晚 { $by }；确认了马上告诉您。
    想看记了多少，打“我的时长”。
service_hours-no_organisation = 志愿服务由谁组织，就由谁记录和证明。没有单位组织的，这里记不了；如果是村、社区或者别的单位让您去的，请他们来找民政局登记，再来记。
