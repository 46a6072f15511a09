# 志愿服务记录证明：flows/volunteers/service_certificate_flow.py、bot/volunteers/certifying.py

## 开证明

service_certificate-no_volunteer = { my_hours-no_volunteer }
service_certificate-volunteer = 给谁开？
    .label = 志愿者
service_certificate-organisation = 谁组织、谁记录，就由谁证明。要开哪个组织记录的？
    .label = 记录单位
    .none = 不开了
service_certificate-no_hours = 还没有组织确认过服务时间，现在开不了。打“我的时长”，可以看到哪几条在等确认。
service_certificate-span = 要开哪段时间的？
    .label = 哪段时间
    .all = 全部
    .this_year = 今年
    .last_year = 最近 12 个月
    .from_to = 自己选日子
service_certificate-first = 从哪一天开始？
    .label = 第一天
service_certificate-last = 到哪一天为止？
    .label = 最后一天
service_certificate-to_come = 这一天还没到，请填今天或者以前的日子。
# $first: 第一天
service_certificate-before_first = 最后一天不能早于 { $first }。
service_certificate-no_hours_then = 这几天里没有确认过的服务时间。
# $organisation: 记录单位；$length: 几小时几分钟；$times: 几次；$first、$last: 第一次和最后一次服务的日子；$checked: 有没有核对过身份
service_certificate-preview =
    证明上会写：
    记录单位：{ $organisation }
    服务时间：{ $length }，{ $times } 次
    服务日期：{ $first } 到 { $last }
    还有志愿者的姓名，和只露头尾的身份证号码。服务对象是谁，不写。{ $checked ->
        [yes] {""}
       *[no] 身份还没核对过，证明上会写明“身份未核对”。带身份证到记录单位或者民政窗口核对以后再开，就不写了。
    }
service_certificate-issue = 这样开吗？不收费。
    .label = 开证明
    .other_days = 换个日子
    .none = 不开了
service_certificate-issue_it = 开
service_certificate-changed = 记录刚刚有变动，请再看一遍。
# $certificate: 编号；$organisation: 记录单位；$length: 几小时几分钟
service_certificate-issued = 开好了，编号 { $certificate }：{ $organisation }，{ $length }。要盖章，打印出来到记录单位盖。里面有记录改了，这份证明就会失效，以后在“我的时长”里可以再打印。
service_certificate-not_issued = 好的，没有开。

## 纸上的证明

certificate-title = 志愿服务记录证明
certificate-subtitle = 谁组织、谁记录，谁记录、谁证明
certificate-label =
    .number = 证明编号
    .name = 姓名
    .id_number = 身份证号码
    .identity = 身份
    .volunteer = 志愿者编号
    .time = 服务时间
    .content = 服务内容
    .titles = 活动名称
    .days = 服务日期
    .organisation = 记录单位
    .issued = 出具日期
    .records = 服务记录
    .months = 按月合计
    .day = 日期
    .month = 月份
    .times = 次数
    .what = 服务类别、活动
    .length = 时长
    .sum = 合计
    .verify = 扫码查验
    .seal = 记录单位盖章（志愿者需要时）
certificate-identity_unchecked = 身份未核对
# $length: 几小时几分钟；$minutes: 一共几分钟；$times: 几次
certificate-time = { $length }（{ $minutes } 分钟，{ $times } 次）
# $first、$last: 日子
certificate-days = { $first } 至 { $last }
# $kind: 哪一类；$title: 活动叫什么
certificate-what = { $kind } · { $title }
certificate-note =
    .system = 本证明由志愿服务记录系统按记录单位确认的记录生成，培训不计入服务时间，分钟不进位。
    .free = 出具证明不收任何费用。
    .verify = 扫二维码可以查验；记录有更正、撤销或异议时，本证明失效，以查验结果为准。
# $page、$pages: 第几页、共几页
certificate-page = 第 { $page } 页，共 { $pages } 页
certificate-revoked_file = 这份证明里有记录改了，已经失效，不能再打印。打“开志愿服务证明”，可以重新开一份。

## 查验的网页

certificate-verified =
    .title = 查验志愿服务记录证明
    .ok = 这份证明是真的，现在有效。
    .forgotten = 这份证明是真的，现在有效。志愿者已经请我们删除了个人信息，姓名在这里核对不了。
    .void = 这份证明已经失效：里面有记录改了。请让志愿者重新开一份。
    .no = 没有查到。请核对网址，或者重新扫纸上的二维码。
    .name = 志愿者
    .identity = 身份
    .organisation = 记录单位
    .time = 服务时间
    .days = 服务日期
    .issued = 出具日期
    .revoked = 失效时间
certificate-demonstration = 示例，不能用作证明
