# 志愿活动：flows/volunteers/activities_flow.py

activities-volunteer = 哪一位志愿者要看活动？
    .label = 志愿者
activities-this_volunteer = 选好的志愿者
activities-this_post = 选好的活动
activities-want = 想看哪些活动？
    .label = 想看的
    .fitting = 适合我的，离我近的
    .fitting-words = 适合我的|近的|附近的|推荐
    .all = 所有能报名的
    .all-words = 所有|全部|都看看
    .mine = 我报名的
    .mine-words = 我的|已报名的|我参加的|退出
activities-post = 想看哪一个？
    .label = 活动
    .none = 不看了
activities-none_fitting = 现在没有正好适合的活动。再打“志愿活动”，可以看所有能报名的。
activities-none_all = 现在没有能报名的活动。过几天再来看看。
activities-none_mine = 您现在没有报名的活动。
activities-part = 报名的情况
    .joined = 已报名
    .waiting = 候补中
# $state: 报了名、在候补、都没有；$place: 候补第几位
activities-shown = { $post }{ $state ->
    [joined] {" "}您已经报名了。
    [waiting] {" "}您在候补第 { $place } 位。
   *[none] {""}
}
activities-what = 想怎么办？
    .label = 要办的
    .none = 不用了
activities-way = 要办的
    .join = 报名
    .wait = 候补
    .leave = 退出
activities-join = 报名
    .risky = 看过风险了，报名
activities-wait = 候补
    .risky = 看过风险了，候补
activities-really = 真的退出吗？名额会让给候补的人。
    .label = 真的退出
    .no = 先不退出
    .yes = 退出
activities-nothing = 好的。想参加的时候，再打“志愿活动”。
activities-joined =
    报名好了：“{ $title }”，{ $when }，{ $where }。
    有事问：{ $ask }。前一天晚上和当天早上会提醒您。到了打“签到”。
# $place: 候补第几位，0 是正好有名额
activities-in_line = { $place ->
    [0] 正好有名额，已经报名：“{ $title }”，{ $when }，{ $where }。前一天晚上和当天早上会提醒您。
   *[other] 您在“{ $title }”（{ $when }）候补第 { $place } 位。有名额了会自动转为报名，并且告诉您。
}
activities-left = 已经退出“{ $title }”（{ $when }）。谢谢您早点告诉我们。
