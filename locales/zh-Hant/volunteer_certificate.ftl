# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 志愿服务记录证明：flows/volunteers/service_certificate_flow.py、bot/volunteers/certifying.py

## 开证明

service_certificate-no_volunteer = { my_hours-no_volunteer }
service_certificate-volunteer = 給誰開？
    .label = 志願者
service_certificate-organisation = 誰組織、誰記錄，就由誰證明。要開哪個組織記錄的？
    .label = 記錄單位
    .none = 不開了
service_certificate-no_hours = 還沒有組織確認過服務時間，現在開不了。打“我的時長”，可以看到哪幾條在等確認。
service_certificate-span = 要開哪段時間的？
    .label = 哪段時間
    .all = 全部
    .this_year = 今年
    .last_year = 最近 12 個月
    .from_to = 自己選日子
service_certificate-first = 從哪一天開始？
    .label = 第一天
service_certificate-last = 到哪一天為止？
    .label = 最後一天
service_certificate-to_come = 這一天還沒到，請填今天或者以前的日子。
# $first: 第一天
service_certificate-before_first = 最後一天不能早於 { $first }。
service_certificate-no_hours_then = 這幾天裡沒有確認過的服務時間。
# $organisation: 记录单位；$length: 几小时几分钟；$times: 几次；$first、$last: 第一次和最后一次服务的日子；$checked: 有没有核对过身份
service_certificate-preview =
    證明上會寫：
    記錄單位：{ $organisation }
    服務時間：{ $length }，{ $times } 次
    服務日期：{ $first } 到 { $last }
    還有志願者的姓名，和只露頭尾的身份證號碼。服務對象是誰，不寫。{ $checked ->
        [yes] {""}
       *[no] 身份還沒核對過，證明上會寫明“身份未核對”。帶身份證到記錄單位或者民政窗口核對以後再開，就不寫了。
    }
service_certificate-issue = 這樣開嗎？不收費。
    .label = 開證明
    .other_days = 換個日子
    .none = 不開了
service_certificate-issue_it = 開
service_certificate-changed = 記錄剛剛有變動，請再看一遍。
# $certificate: 编号；$organisation: 记录单位；$length: 几小时几分钟
service_certificate-issued = 開好了，編號 { $certificate }：{ $organisation }，{ $length }。要蓋章，打印出來到記錄單位蓋。裡面有記錄改了，這份證明就會失效，以後在“我的時長”裡可以再打印。
service_certificate-not_issued = 好的，沒有開。

## 纸上的证明

certificate-title = 志願服務記錄證明
certificate-subtitle = 誰組織、誰記錄，誰記錄、誰證明
certificate-label =
    .number = 證明編號
    .name = 姓名
    .id_number = 身份證號碼
    .identity = 身份
    .volunteer = 志願者編號
    .time = 服務時間
    .content = 服務內容
    .titles = 活動名稱
    .days = 服務日期
    .organisation = 記錄單位
    .issued = 出具日期
    .records = 服務記錄
    .months = 按月合計
    .day = 日期
    .month = 月份
    .times = 次數
    .what = 服務類別、活動
    .length = 時長
    .sum = 合計
    .verify = 掃碼查驗
    .seal = 記錄單位蓋章（志願者需要時）
certificate-identity_unchecked = 身份未核對
# $length: 几小时几分钟；$minutes: 一共几分钟；$times: 几次
certificate-time = { $length }（{ $minutes } 分鐘，{ $times } 次）
# $first、$last: 日子
certificate-days = { $first } 至 { $last }
# $kind: 哪一类；$title: 活动叫什么
certificate-what = { $kind } · { $title }
certificate-note =
    .system = 本證明由志願服務記錄系統按記錄單位確認的記錄生成，培訓不計入服務時間，分鐘不進位。
    .free = 出具證明不收任何費用。
    .verify = 掃二維碼可以查驗；記錄有更正、撤銷或異議時，本證明失效，以查驗結果為準。
# $page、$pages: 第几页、共几页
certificate-page = 第 { $page } 頁，共 { $pages } 頁
certificate-revoked_file = 這份證明裡有記錄改了，已經失效，不能再打印。打“開志願服務證明”，可以重新開一份。

## 查验的网页

certificate-verified =
    .title = 查驗志願服務記錄證明
    .ok = 這份證明是真的，現在有效。
    .forgotten = 這份證明是真的，現在有效。志願者已經請我們刪除了個人信息，姓名在這裡核對不了。
    .void = 這份證明已經失效：裡面有記錄改了。請讓志願者重新開一份。
    .no = 沒有查到。請核對網址，或者重新掃紙上的二維碼。
    .name = 志願者
    .identity = 身份
    .organisation = 記錄單位
    .time = 服務時間
    .days = 服務日期
    .issued = 出具日期
    .revoked = 失效時間
certificate-demonstration = 示例，不能用作證明
