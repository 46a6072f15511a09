# 我的时长：flows/volunteers/my_hours_flow.py、bot/volunteers/my_hours.py

my_hours-no_volunteer = 您还没有在这里登记志愿者，先登记一下，就可以记时长了。
my_hours-gone = 这一条现在看不了了，请重新选。
my_hours-nothing_there = 这里没有记录。
my_hours-chosen = 刚才选的
my_hours-volunteer = 想看谁的？
    .label = 志愿者
# $lines: 每一项一行
my_hours-shown = { $lines }
# $length: 几小时几分钟；$name: 哪个组织
my_hours-sum =
    .total = 已确认的服务时间：{ $length }
    .organisation = 其中 { $name }：{ $length }
    .waiting = 等组织方确认：{ $length }
    .disputed = 有异议：{ $length }
    .training = 培训：{ $length }，不算服务时间
my_hours-by_month = 最近 12 个月：
# $month: 2026-11；$bar: 图；$length: 几小时几分钟
my_hours-month_with = { $month } { $bar } { $length }
my_hours-month_without = { $month } 没有
my_hours-period = 想看哪个月的？
    .label = 时间
    .none = 不看了
# $period: 2026-11，或者 2025；$times: 几条
my_hours-entries_of = { $period }（{ $times } 条）
# $times: 几份
my_hours-certificates = 我的志愿服务证明（{ $times } 份）
my_hours-month = 是哪个月？
    .label = 月份
    .none = 不看了
my_hours-entry = 想看哪一条？
    .label = 哪一条
    .none = 不看了
# $day: 哪天；$kind: 哪一类；$length: 几小时几分钟
my_hours-one = { $day } { $kind } { $length }
my_hours-state =
    .waiting = 等组织方确认
    .confirmed = 已确认
    .by_bureau = 民政局已确认
    .disputed = 有异议
    .withdrawn = 已撤销
    .replaced = 已更正
# $day: 哪天；$from、$to: 几点到几点；$length: 几小时几分钟；$kind: 哪一类；$what: 做了什么；$organisation: 记录单位；$state: 到哪一步
my_hours-entry_shown =
    { $day } { $from }–{ $to }，记 { $length }
    { $kind }：{ $what }
    记录单位：{ $organisation }
    { $state }
my_hours-what = 想做什么？
    .label = 想做什么
    .none = 不用了
my_hours-way =
    .withdraw = 撤销这一条
    .wrong = 记得不对，我有异议
my_hours-really = 撤销以后，这一条就不算了。真的撤销吗？
    .label = 真的撤销
    .no = 先不撤销
    .yes = 撤销
my_hours-notice = 您写的话会给记录单位和民政局的工作人员看，只用来核对这一条，加密保存。同意写吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不写了
my_hours-words = 哪里不对？写清楚对的是几点到几点、做了什么就行。
    .label = 哪里不对
# $number: 编号；$organisation: 记录单位；$length: 几小时几分钟；$state: 还有没有效（valid、revoked）
my_hours-certified = { $organisation } { $length }{ $state ->
        [valid] {""}
       *[revoked] （已失效）
    }
my_hours-certificate = 想看哪一份？
    .label = 证明
    .none = 不看了

my_hours-nothing = 好的，没有改动。
# $day: 哪天；$length: 几小时几分钟
my_hours-withdrawn = { $day } 的 { $length } 撤销了。
my_hours-disputed = 记下了。{ $day } 的 { $length } 先不算，等记录单位核对；有结果在这里告诉您。用到这一条的证明也失效了，核对好可以重新开。
my_hours-not_waiting = 这一条刚刚确认了，不能直接撤销。记得不对，可以提异议。
# $number: 编号；$organisation: 记录单位；$length: 几小时几分钟；$state: 还有没有效（valid、revoked）
my_hours-shown_again = { $state ->
        [valid] 证明 { $number }：{ $organisation }，{ $length }。
       *[revoked] 证明 { $number } 已经失效，因为里面有记录改了。打“开志愿服务证明”，可以重新开一份。
    }

# 服务类别；training 是培训
service_kind =
    .elder = 养老
    .child = 儿童
    .disability = 助残
    .relief = 社会救助
    .marriage = 婚姻登记
    .community = 社区
    .environment = 环境
    .health = 健康
    .emergency = 应急
    .culture = 文体
    .traffic = 文明交通
    .other = 其他
    .training = 培训
