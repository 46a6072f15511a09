# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 反映困难变化（低收入人口动态监测）：flows/monitoring/

report_change-notice =
    誰家遇到難處，或者家裡情況變了，可以在這裡說一聲，鄉鎮會派人去看。
    民政局要用您看到的事、那家在哪裡和您的電話，只用來核實和幫忙。不要身份證號碼。
    那家同意了，才問生病和殘疾的情況；沒有同意，就不問、不記。您填的都加密保存。{ notice-kept }
    同意在這裡填嗎？不同意，也可以直接去村（社區）或者鄉鎮說。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，我去村裡或者鄉鎮說
report_change-who = 您是？
    .label = 反映的人
    .village_staff = 村（社區）幹部、協管員
    .neighbour = 鄰居、親戚、朋友
    .self = 就是我自己家的事
report_change-tonight = 今天晚上有沒有馬上要幫的？可以選幾樣。有人有危險，請先打 110 或 120。
    .label = 今晚要幫的
    .food = 沒有吃的
    .shelter = 沒有地方住
    .warmth = 沒有取暖、衣服、被子
    .care = 身邊要有人照看
    .other = 別的急事
    .nothing = 沒有，不急
report_change-knows = 那家人知道您來說嗎？
    .label = 那家知道嗎
    .agreed = 知道，也同意
    .asked = 是他們托我來說的
    .unaware = 不知道，或者沒有同意
    .unsure = 說不清
report_change-seen = 看到了什麼？可以選幾樣。
    .label = 看到的
    .illness = 大病，或者嚴重的傷
    .disability = 有人致殘
    .fire = 著過火，或者房子壞了
    .disaster = 遭了自然災害
    .traffic = 交通事故
    .income = 沒了工作，或者收入少了很多
    .death = 家裡有人去世
    .child = 孩子沒有人照看
    .school = 上學負擔重
    .better = 收入或者家產明顯變好
    .moved = 搬走了，長期不在
    .custody = 有人服刑、被羈押
    .other = 都不是，是別的變化
report_change-noticed = 看到了什麼？可以選幾樣。生病、殘疾的情況，這裡先不說。
    .label = 看到的
    .fire = 著過火，或者房子壞了
    .disaster = 遭了自然災害
    .traffic = 交通事故
    .income = 沒了工作，或者收入少了很多
    .death = 家裡有人去世
    .child = 孩子沒有人照看
    .school = 上學負擔重
    .better = 收入或者家產明顯變好
    .moved = 搬走了，長期不在
    .hardship = 都不是，是別的難處，請去看看
report_change-when = 大概是什麼時候的事？
    .label = 什麼時候
    .days = 就這幾天
    .month = 個把月以內
    .longer = 更早
    .unsure = 說不清
report_change-words = 可以再說幾句看到的，不用寫身份證號碼。
    .label = 看到的情況
    .none = 不寫了
report_change-receives = 家裡現在有沒有在領低保、特困這樣的救助？
    .label = 在領救助
    .no = 沒有
    .yes = 有
    .unsure = 不清楚
report_change-township = 那家住在哪個鄉鎮？
    .label = 鄉鎮
    .unsure = 不清楚，或者不在這些地方
report_change-village = 住在哪個村（社區）？
    .label = 村（社區）
    .unknown = 不清楚，或者沒有列出來
report_change-name = 家裡人叫什麼？說一個就行，不知道也沒關係。
    .label = 姓名
    .unknown = 不知道
report_change-where = 怎麼找到那家？比如：村東頭第三戶，門口有棵槐樹。
    .label = 怎麼找
report_change-no_health = 這裡只寫怎麼找到那家。他們還沒有同意，生病、殘疾的情況請不要寫。
report_change-phone = 請留一個能找到您的電話，不留也可以。電話只給辦這件事的工作人員用，不寫進給那家看的材料；公安等部門依法來問的，我們要說。
    .label = 您的電話
    .none = 不留電話
# $lines: 填过的各项，每项一行
report_change-summary =
    請核對：
    { $lines }

    都對嗎？都對，就交給鄉鎮。
    .label = 核對
    .yes = 都對

# $number: 编号
report_change-reported =
    謝謝您。收到了，編號 { $number }，交給工作人員了，他們會去核實。
    查下來怎麼樣，是那家自己的事，我們只告訴他們本人。
report_change-child =
    謝謝您。收到了，編號 { $number }，當急事交給工作人員了。
    孩子現在有危險，馬上打 110。未成年人保護熱線是 12345。
report_change-urgent =
    收到了，編號 { $number }，當急事交給工作人員了。手續可以以後補。
    有人有危險，請先打 110 或 120。
report_change-at_the_office = 好的。可以直接到村（社區）或者鄉鎮說，也可以讓他們自己來申請救助。
report_change-nothing_stops = 誰家的救助都不會因為這一條就停：先由人核實，要停也會先告訴本人理由和怎麼申訴。
report_change-apply = 您家也可以直接申請救助：回“社會救助”就行，不用等。

## 给工作人员的说明

report_change-kind_policy_gap = 政策漏保
report_change-kind_new_need = 新增困難
report_change-kind_exit = 可能退出
# $kind: 哪一种预警；$sure: 是不是确定；$reasons: 为什么；$sources: 依据
report_change-brief_alert =
    { $sure ->
        [yes] 請核實
       *[unknown] 還不能確定，請核實
    }：{ $kind }。{ $reasons }（{ $sources }）。
# $kind: 哪一种预警；$facts: 还要知道的
report_change-brief_missing = 是不是{ $kind }，還要知道：{ $facts }。
# $what: 哪几类救助
report_change-brief_fits = 可能符合的救助，供核實時看：{ $what }。
# $needs: 今晚要帮的
report_change-brief_tonight = 今天晚上就要幫忙：{ $needs }。先行救助，手續後補（民發〔2018〕23號）。
report_change-brief_child = 孩子可能沒有人照看：發現孩子可能受到侵害或者面臨危險的，要立即向公安、民政、教育等部門報告（未成年人保護法第11條）。不要答應任何人保密。
# $who: 谁来说的
report_change-brief_who = 反映的人：{ $who }。
report_change-brief_agreed = 反映的人說那家同意來說，還沒有向本人核實。
report_change-brief_asked = 反映的人說是那家托他來說的，授權還沒有核實。
report_change-brief_without = 沒有那家的同意：沒有問生病、殘疾和姓名，請主動去看，再問本人願不願意（個人信息保護法第29條）。
report_change-brief_exit = 反映的情況不能直接停發：先核實，要停先告訴本人理由和救濟辦法。
report_change-brief_reporter = 反映的人是誰、電話多少，不要告訴那家；那家的情況和結果，也不要告訴反映的人。
report_change-why_tonight = 今天晚上就有要幫的
report_change-why_illness = 有人得了大病或者重傷
report_change-why_disability = 有人致殘
report_change-why_fire = 著過火，或者房子壞了
report_change-why_disaster = 遭了自然災害
report_change-why_traffic = 出過交通事故
report_change-why_income = 沒了工作，或者收入少了很多
report_change-why_child = 孩子沒有人照看
report_change-why_school = 上學負擔重
report_change-why_death = 家裡有人去世
report_change-why_hardship = 有別的難處
report_change-why_other = 有別的變化
report_change-why_better = 收入或者家產明顯變好
report_change-why_moved = 搬走了，或者長期不在
report_change-why_custody = 有人服刑、被羈押
report_change-why_receives = 說是在領救助
report_change-why_receives_nothing = 說是沒有領救助
report_change-why_receives_unknown = 在不在領救助，不清楚
report_change-fact_receives = 在不在領救助，領哪一種
report_change-fact_who_died = 去世的是誰，是不是靠他養家，他自己是不是在領救助
report_change-fact_what_happened = 到底出了什麼事
