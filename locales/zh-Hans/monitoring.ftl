# 反映困难变化（低收入人口动态监测）：flows/monitoring/

report_change-notice =
    谁家遇到难处，或者家里情况变了，可以在这里说一声，乡镇会派人去看。
    民政局要用您看到的事、那家在哪里和您的电话，只用来核实和帮忙。不要身份证号码。
    那家同意了，才问生病和残疾的情况；没有同意，就不问、不记。您填的都加密保存。{ notice-kept }
    同意在这里填吗？不同意，也可以直接去村（社区）或者乡镇说。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，我去村里或者乡镇说
report_change-who = 您是？
    .label = 反映的人
    .village_staff = 村（社区）干部、协管员
    .neighbour = 邻居、亲戚、朋友
    .self = 就是我自己家的事
report_change-tonight = 今天晚上有没有马上要帮的？可以选几样。有人有危险，请先打 110 或 120。
    .label = 今晚要帮的
    .food = 没有吃的
    .shelter = 没有地方住
    .warmth = 没有取暖、衣服、被子
    .care = 身边要有人照看
    .other = 别的急事
    .nothing = 没有，不急
report_change-knows = 那家人知道您来说吗？
    .label = 那家知道吗
    .agreed = 知道，也同意
    .asked = 是他们托我来说的
    .unaware = 不知道，或者没有同意
    .unsure = 说不清
report_change-seen = 看到了什么？可以选几样。
    .label = 看到的
    .illness = 大病，或者严重的伤
    .disability = 有人致残
    .fire = 着过火，或者房子坏了
    .disaster = 遭了自然灾害
    .traffic = 交通事故
    .income = 没了工作，或者收入少了很多
    .death = 家里有人去世
    .child = 孩子没有人照看
    .school = 上学负担重
    .better = 收入或者家产明显变好
    .moved = 搬走了，长期不在
    .custody = 有人服刑、被羁押
    .other = 都不是，是别的变化
report_change-noticed = 看到了什么？可以选几样。生病、残疾的情况，这里先不说。
    .label = 看到的
    .fire = 着过火，或者房子坏了
    .disaster = 遭了自然灾害
    .traffic = 交通事故
    .income = 没了工作，或者收入少了很多
    .death = 家里有人去世
    .child = 孩子没有人照看
    .school = 上学负担重
    .better = 收入或者家产明显变好
    .moved = 搬走了，长期不在
    .hardship = 都不是，是别的难处，请去看看
report_change-when = 大概是什么时候的事？
    .label = 什么时候
    .days = 就这几天
    .month = 个把月以内
    .longer = 更早
    .unsure = 说不清
report_change-words = 可以再说几句看到的，不用写身份证号码。
    .label = 看到的情况
    .none = 不写了
report_change-receives = 家里现在有没有在领低保、特困这样的救助？
    .label = 在领救助
    .no = 没有
    .yes = 有
    .unsure = 不清楚
report_change-township = 那家住在哪个乡镇？
    .label = 乡镇
    .unsure = 不清楚，或者不在这些地方
report_change-village = 住在哪个村（社区）？
    .label = 村（社区）
    .unknown = 不清楚，或者没有列出来
report_change-name = 家里人叫什么？说一个就行，不知道也没关系。
    .label = 姓名
    .unknown = 不知道
report_change-where = 怎么找到那家？比如：村东头第三户，门口有棵槐树。
    .label = 怎么找
report_change-no_health = 这里只写怎么找到那家。他们还没有同意，生病、残疾的情况请不要写。
report_change-phone = 请留一个能找到您的电话，不留也可以。电话只给办这件事的工作人员用，不写进给那家看的材料；公安等部门依法来问的，我们要说。
    .label = 您的电话
    .none = 不留电话
# $lines: 填过的各项，每项一行
report_change-summary =
    请核对：
    { $lines }

    都对吗？都对，就交给乡镇。
    .label = 核对
    .yes = 都对

# $number: 编号
report_change-reported =
    谢谢您。收到了，编号 { $number }，交给工作人员了，他们会去核实。
    查下来怎么样，是那家自己的事，我们只告诉他们本人。
report_change-child =
    谢谢您。收到了，编号 { $number }，当急事交给工作人员了。
    孩子现在有危险，马上打 110。未成年人保护热线是 12345。
report_change-urgent =
    收到了，编号 { $number }，当急事交给工作人员了。手续可以以后补。
    有人有危险，请先打 110 或 120。
report_change-at_the_office = 好的。可以直接到村（社区）或者乡镇说，也可以让他们自己来申请救助。
report_change-nothing_stops = 谁家的救助都不会因为这一条就停：先由人核实，要停也会先告诉本人理由和怎么申诉。
report_change-apply = 您家也可以直接申请救助：回“社会救助”就行，不用等。

## 给工作人员的说明

report_change-kind_policy_gap = 政策漏保
report_change-kind_new_need = 新增困难
report_change-kind_exit = 可能退出
# $kind: 哪一种预警；$sure: 是不是确定；$reasons: 为什么；$sources: 依据
report_change-brief_alert =
    { $sure ->
        [yes] 请核实
       *[unknown] 还不能确定，请核实
    }：{ $kind }。{ $reasons }（{ $sources }）。
# $kind: 哪一种预警；$facts: 还要知道的
report_change-brief_missing = 是不是{ $kind }，还要知道：{ $facts }。
# $what: 哪几类救助
report_change-brief_fits = 可能符合的救助，供核实时看：{ $what }。
# $needs: 今晚要帮的
report_change-brief_tonight = 今天晚上就要帮忙：{ $needs }。先行救助，手续后补（民发〔2018〕23号）。
report_change-brief_child = 孩子可能没有人照看：发现孩子可能受到侵害或者面临危险的，要立即向公安、民政、教育等部门报告（未成年人保护法第11条）。不要答应任何人保密。
# $who: 谁来说的
report_change-brief_who = 反映的人：{ $who }。
report_change-brief_agreed = 反映的人说那家同意来说，还没有向本人核实。
report_change-brief_asked = 反映的人说是那家托他来说的，授权还没有核实。
report_change-brief_without = 没有那家的同意：没有问生病、残疾和姓名，请主动去看，再问本人愿不愿意（个人信息保护法第29条）。
report_change-brief_exit = 反映的情况不能直接停发：先核实，要停先告诉本人理由和救济办法。
report_change-brief_reporter = 反映的人是谁、电话多少，不要告诉那家；那家的情况和结果，也不要告诉反映的人。
report_change-why_tonight = 今天晚上就有要帮的
report_change-why_illness = 有人得了大病或者重伤
report_change-why_disability = 有人致残
report_change-why_fire = 着过火，或者房子坏了
report_change-why_disaster = 遭了自然灾害
report_change-why_traffic = 出过交通事故
report_change-why_income = 没了工作，或者收入少了很多
report_change-why_child = 孩子没有人照看
report_change-why_school = 上学负担重
report_change-why_death = 家里有人去世
report_change-why_hardship = 有别的难处
report_change-why_other = 有别的变化
report_change-why_better = 收入或者家产明显变好
report_change-why_moved = 搬走了，或者长期不在
report_change-why_custody = 有人服刑、被羁押
report_change-why_receives = 说是在领救助
report_change-why_receives_nothing = 说是没有领救助
report_change-why_receives_unknown = 在不在领救助，不清楚
report_change-fact_receives = 在不在领救助，领哪一种
report_change-fact_who_died = 去世的是谁，是不是靠他养家，他自己是不是在领救助
report_change-fact_what_happened = 到底出了什么事
