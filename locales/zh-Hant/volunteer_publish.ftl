# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 发布活动：flows/volunteers/publish_flow.py

publish-organiser = 為哪個組織發佈？
    .label = 組織
publish-title = 活動叫什麼名稱？例如“幸福社區助餐”。
    .label = 名稱
publish-kind = 是哪一類服務？
    .label = 類別
    .elder = 為老服務
    .child = 兒童
    .disability = 助殘
    .relief = 幫困助弱
    .marriage = 登記處引導
    .community = 社區
    .environment = 環境
    .health = 健康
    .emergency = 應急
    .culture = 文體
    .traffic = 文明交通
    .other = 其他
publish-what = 志願者來了做什麼？一兩句話就行。
    .label = 做什麼
publish-township = 在哪個鄉鎮？
    .label = 鄉鎮
    .county = 全縣，不分鄉鎮
publish-place = 具體在什麼地方集合？
    .label = 地點
publish-day = 哪一天？
    .label = 日期
publish-from = 幾點開始？例如“9:00”或者“下午兩點”。
    .label = 開始
publish-to = 幾點結束？
    .label = 結束
publish-seats = 要多少人？
    .label = 人數
publish-skills = 要會什麼？可以選幾項，會一項的人就能報名。
    .label = 技能
    .care = 照護
    .medical = 醫療
    .counselling = 心理
    .law = 法律
    .teaching = 教學
    .driving = 駕駛
    .repair = 維修
    .cooking = 做飯
    .language = 方言或外語
    .computers = 電腦手機
    .none = 沒有要求
publish-youngest = 最小要滿幾週歲？
    .label = 最小年齡
    .any = 沒有要求
publish-risk = 這個活動可能讓志願者受傷嗎，例如登高、下水、夜裡出去？
    .label = 風險
    .none = 沒有特別的風險
    .some = 可能有
publish-danger = 有什麼風險？請寫明白，招募的時候會告訴志願者。
    .label = 風險說明
publish-insured = 給志願者買了人身意外傷害保險嗎？
    .label = 保險
    .yes = 買了
    .yes-words = 有保險|已經買了|買好了
    .no = 還沒有
    .no-words = 沒買|沒有買|沒保險
publish-ask = 志願者有事問誰？請寫稱呼和電話，報名前的志願者也看得到。
    .label = 聯繫人
publish-summary =
    請看一下，都對嗎？
    { $lines }
    .label = 核對
    .yes = 都對，發佈
# $number: 活动编号；$title: 名称；$code: 四位签到码
publish-published =
    發佈好了，“{ $title }”，編號 { $number }。
    當天的簽到碼是 { $code }，請寫出來貼在現場，志願者來和走的時候各輸入一次。
    想看誰報了名，或者要改，打“我的活動”。
publish-insure_first = 有風險的活動，按規定要先給志願者買好人身意外傷害保險。謝謝您替大家想著，買好了再來發布。
