# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 志愿活动：flows/volunteers/activities_flow.py

activities-volunteer = 哪一位志願者要看活動？
    .label = 志願者
activities-this_volunteer = 選好的志願者
activities-this_post = 選好的活動
activities-want = 想看哪些活動？
    .label = 想看的
    .fitting = 適合我的，離我近的
    .fitting-words = 適合我的|近的|附近的|推薦
    .all = 所有能報名的
    .all-words = 所有|全部|都看看
    .mine = 我報名的
    .mine-words = 我的|已報名的|我參加的|退出
activities-post = 想看哪一個？
    .label = 活動
    .none = 不看了
activities-none_fitting = 現在沒有正好適合的活動。再打“志願活動”，可以看所有能報名的。
activities-none_all = 現在沒有能報名的活動。過幾天再來看看。
activities-none_mine = 您現在沒有報名的活動。
activities-part = 報名的情況
    .joined = 已報名
    .waiting = 候補中
# $state: 报了名、在候补、都没有；$place: 候补第几位
activities-shown = { $post }{ $state ->
    [joined] {" "}您已經報名了。
    [waiting] {" "}您在候補第 { $place } 位。
   *[none] {""}
}
activities-what = 想怎麼辦？
    .label = 要辦的
    .none = 不用了
activities-way = 要辦的
    .join = 報名
    .wait = 候補
    .leave = 退出
activities-join = 報名
    .risky = 看過風險了，報名
activities-wait = 候補
    .risky = 看過風險了，候補
activities-really = 真的退出嗎？名額會讓給候補的人。
    .label = 真的退出
    .no = 先不退出
    .yes = 退出
activities-nothing = 好的。想參加的時候，再打“志願活動”。
activities-joined =
    報名好了：“{ $title }”，{ $when }，{ $where }。
    有事問：{ $ask }。前一天晚上和當天早上會提醒您。到了打“簽到”。
# $place: 候补第几位，0 是正好有名额
activities-in_line = { $place ->
    [0] 正好有名額，已經報名：“{ $title }”，{ $when }，{ $where }。前一天晚上和當天早上會提醒您。
   *[other] 您在“{ $title }”（{ $when }）候補第 { $place } 位。有名額了會自動轉為報名，並且告訴您。
}
activities-left = 已經退出“{ $title }”（{ $when }）。謝謝您早點告訴我們。
