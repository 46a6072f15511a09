# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 我的时长：flows/volunteers/my_hours_flow.py、bot/volunteers/my_hours.py

my_hours-no_volunteer = 您還沒有在這裡登記志願者，先登記一下，就可以記時長了。
my_hours-gone = 這一條現在看不了了，請重新選。
my_hours-nothing_there = 這裡沒有記錄。
my_hours-chosen = 剛才選的
my_hours-volunteer = 想看誰的？
    .label = 志願者
# $lines: 每一项一行
my_hours-shown = { $lines }
# $length: 几小时几分钟；$name: 哪个组织
my_hours-sum =
    .total = 已確認的服務時間：{ $length }
    .organisation = 其中 { $name }：{ $length }
    .waiting = 等組織方確認：{ $length }
    .disputed = 有異議：{ $length }
    .training = 培訓：{ $length }，不算服務時間
my_hours-by_month = 最近 12 個月：
# $month: 2026-11；$bar: 图；$length: 几小时几分钟
my_hours-month_with = { $month } { $bar } { $length }
my_hours-month_without = { $month } 沒有
my_hours-period = 想看哪個月的？
    .label = 時間
    .none = 不看了
# $period: 2026-11，或者 2025；$times: 几条
my_hours-entries_of = { $period }（{ $times } 條）
# $times: 几份
my_hours-certificates = 我的志願服務證明（{ $times } 份）
my_hours-month = 是哪個月？
    .label = 月份
    .none = 不看了
my_hours-entry = 想看哪一條？
    .label = 哪一條
    .none = 不看了
# $day: 哪天；$kind: 哪一类；$length: 几小时几分钟
my_hours-one = { $day } { $kind } { $length }
my_hours-state =
    .waiting = 等組織方確認
    .confirmed = 已確認
    .by_bureau = 民政局已確認
    .disputed = 有異議
    .withdrawn = 已撤銷
    .replaced = 已更正
# $day: 哪天；$from、$to: 几点到几点；$length: 几小时几分钟；$kind: 哪一类；$what: 做了什么；$organisation: 记录单位；$state: 到哪一步
my_hours-entry_shown =
    { $day } { $from }–{ $to }，記 { $length }
    { $kind }：{ $what }
    記錄單位：{ $organisation }
    { $state }
my_hours-what = 想做什麼？
    .label = 想做什麼
    .none = 不用了
my_hours-way =
    .withdraw = 撤銷這一條
    .wrong = 記得不對，我有異議
my_hours-really = 撤銷以後，這一條就不算了。真的撤銷嗎？
    .label = 真的撤銷
    .no = 先不撤銷
    .yes = 撤銷
my_hours-notice = 您寫的話會給記錄單位和民政局的工作人員看，只用來核對這一條，加密保存。同意寫嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不寫了
my_hours-words = 哪裡不對？寫清楚對的是幾點到幾點、做了什麼就行。
    .label = 哪裡不對
# $number: 编号；$organisation: 记录单位；$length: 几小时几分钟；$state: 还有没有效（valid、revoked）
my_hours-certified = { $organisation } { $length }{ $state ->
        [valid] {""}
       *[revoked] （已失效）
    }
my_hours-certificate = 想看哪一份？
    .label = 證明
    .none = 不看了

my_hours-nothing = 好的，沒有改動。
# $day: 哪天；$length: 几小时几分钟
my_hours-withdrawn = { $day } 的 { $length } 撤銷了。
my_hours-disputed = 記下了。{ $day } 的 { $length } 先不算，等記錄單位核對；有結果在這裡告訴您。用到這一條的證明也失效了，核對好可以重新開。
my_hours-not_waiting = 這一條剛剛確認了，不能直接撤銷。記得不對，可以提異議。
# $number: 编号；$organisation: 记录单位；$length: 几小时几分钟；$state: 还有没有效（valid、revoked）
my_hours-shown_again = { $state ->
        [valid] 證明 { $number }：{ $organisation }，{ $length }。
       *[revoked] 證明 { $number } 已經失效，因為裡面有記錄改了。打“開志願服務證明”，可以重新開一份。
    }

# 服务类别；training 是培训
service_kind =
    .elder = 養老
    .child = 兒童
    .disability = 助殘
    .relief = 社會救助
    .marriage = 婚姻登記
    .community = 社區
    .environment = 環境
    .health = 健康
    .emergency = 應急
    .culture = 文體
    .traffic = 文明交通
    .other = 其他
    .training = 培訓
