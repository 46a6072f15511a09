# 发布活动：flows/volunteers/publish_flow.py

publish-organiser = 为哪个组织发布？
    .label = 组织
publish-title = 活动叫什么名称？例如“幸福社区助餐”。
    .label = 名称
publish-kind = 是哪一类服务？
    .label = 类别
    .elder = 为老服务
    .child = 儿童
    .disability = 助残
    .relief = 帮困助弱
    .marriage = 登记处引导
    .community = 社区
    .environment = 环境
    .health = 健康
    .emergency = 应急
    .culture = 文体
    .traffic = 文明交通
    .other = 其他
publish-what = 志愿者来了做什么？一两句话就行。
    .label = 做什么
publish-township = 在哪个乡镇？
    .label = 乡镇
    .county = 全县，不分乡镇
publish-place = 具体在什么地方集合？
    .label = 地点
publish-day = 哪一天？
    .label = 日期
publish-from = 几点开始？例如“9:00”或者“下午两点”。
    .label = 开始
publish-to = 几点结束？
    .label = 结束
publish-seats = 要多少人？
    .label = 人数
publish-skills = 要会什么？可以选几项，会一项的人就能报名。
    .label = 技能
    .care = 照护
    .medical = 医疗
    .counselling = 心理
    .law = 法律
    .teaching = 教学
    .driving = 驾驶
    .repair = 维修
    .cooking = 做饭
    .language = 方言或外语
    .computers = 电脑手机
    .none = 没有要求
publish-youngest = 最小要满几周岁？
    .label = 最小年龄
    .any = 没有要求
publish-risk = 这个活动可能让志愿者受伤吗，例如登高、下水、夜里出去？
    .label = 风险
    .none = 没有特别的风险
    .some = 可能有
publish-danger = 有什么风险？请写明白，招募的时候会告诉志愿者。
    .label = 风险说明
publish-insured = 给志愿者买了人身意外伤害保险吗？
    .label = 保险
    .yes = 买了
    .yes-words = 有保险|已经买了|买好了
    .no = 还没有
    .no-words = 没买|没有买|没保险
publish-ask = 志愿者有事问谁？请写称呼和电话，报名前的志愿者也看得到。
    .label = 联系人
publish-summary =
    请看一下，都对吗？
    { $lines }
    .label = 核对
    .yes = 都对，发布
# $number: 活动编号；$title: 名称；$code: 四位签到码
publish-published =
    发布好了，“{ $title }”，编号 { $number }。
    当天的签到码是 { $code }，请写出来贴在现场，志愿者来和走的时候各输入一次。
    想看谁报了名，或者要改，打“我的活动”。
publish-insure_first = 有风险的活动，按规定要先给志愿者买好人身意外伤害保险。谢谢您替大家想着，买好了再来发布。
