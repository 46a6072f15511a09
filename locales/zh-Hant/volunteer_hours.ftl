# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 记时长：flows/volunteers/hours_flow.py

service_hours-volunteer = 給誰記？
    .label = 志願者
service_hours-no_volunteer = { volunteer-none }
service_hours-said = 說說這次服務：哪一天、幾點到幾點（或者多久）、在哪裡、做了什麼。比如：今天上午9點到11點，在幸福社區助餐。不用寫被服務的人叫什麼。
    .label = 您說的
service_hours-sort = 這是服務，還是培訓？
    .label = 類別
    .service = 志願服務
    .service-words = 服務
    .training = 培訓，不算服務時間
    .training-words = 培訓|學習
# $asked: 有疑问的话，是那句话
service_hours-day = { $asked }
    .label = 日期
service_hours-ask_day = 是哪一天？
# $asked: 有疑问的话，是那句话
service_hours-time = { $asked }
    .label = 時間
service_hours-ask_time = 從幾點到幾點？只記得做了多久，也可以先說多久。
# $from、$to: 时间；$next_day: 到第二天（yes、no）；$length: 时长
service_hours-span = { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }，{ $length }
service_hours-from = { $from } 開始
service_hours-starts = 從幾點開始的？
    .label = 開始時間
service_hours-minutes = 做了多久？
    .label = 時長
service_hours-what = 做了什麼？
    .label = 內容
service_hours-where = 在哪裡？
    .label = 地點
    .unknown = 說不清，或者不固定
service_hours-organisation = 是哪個單位組織的？由這個單位來確認。
    .label = 組織單位
    .none = 沒有單位組織，或者不在裡面
    .none-words = 沒有單位|沒有組織|自己去的|都不是
service_hours-no_organisation_here = 這裡還沒有登記的組織單位。
# $lines: 各项，每项一行
service_hours-summary =
    是這樣嗎？
    { $lines }

    對，就打“對”；哪裡不對，直接說，比如“是3小時”“不是週六，是週日”。
    .label = 核對
    .yes = 對
# $hours、$minutes: 数字；$by: 最晚哪天确认；$training: 是不是培训（yes、no）
service_hours-recorded =
    記下了：{ format-length }{ $training ->
        [yes] ，是培訓，不算服務時間
       *[other] {""}
    }。等組織單位確認，最晚 { $by }；確認了馬上告訴您。
    想看記了多少，打“我的時長”。
service_hours-no_organisation = 志願服務由誰組織，就由誰記錄和證明。沒有單位組織的，這裡記不了；如果是村、社區或者別的單位讓您去的，請他們來找民政局登記，再來記。
