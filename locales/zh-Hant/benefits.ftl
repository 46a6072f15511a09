# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 我的救助待遇：flows/benefits/、bot/benefits/showing.py、bot/benefits/supplementing.py

benefits-proven = 想看誰的？
    .label = 誰的
benefits-chosen = 剛才選的
benefits-gone = 這一項現在看不了了，請重新選。
benefits-proof_over = 為了不讓別人看到，核對身份只管一小段時間，現在過了。再打“我的救助待遇”，核對一下就可以接著看。
benefits-nothing = 這裡沒有查到救助申請和待遇。可能還沒有登記進來，也可以現在申請，或者找工作人員問問。
benefits-down = 登記救助待遇的系統現在沒有回應。可以過一會兒再來，也可以請工作人員查好以後打電話告訴您。
benefits-later = 知道了
benefits-call_back = 請工作人員給我打電話
benefits-record = 想看哪一項？
    .label = 哪一項
# $name: 哪一类；$state: 到哪一步；$since: 从哪天起
benefits-one = { $name }：{ $state }
benefits-application = 在這裡交的救助申請
benefits-scheme =
    .dibao = 低保
    .edge = 低保邊緣家庭
    .tekun = 特困供養
    .rigid = 剛性支出困難家庭
    .temporary = 臨時救助
    .orphan = 孤兒生活費
    .unsupported = 事實無人撫養兒童補貼
    .disability_living = 困難殘疾人生活補貼
    .disability_nursing = 重度殘疾人護理補貼
    .elder = 老年人補貼

## 到哪一步

benefits-state =
    .draft = 還沒有交
    .submitted = 交上去了
    .to_supplement = 要補材料
    .accepted = 受理了
    .checking = 正在調查核對
    .examined = 初審
    .publicity = 正在公示
    .county = 縣裡審核
    .confirmed = 確認了，等發錢
    .paying = 正在發放
    .review = 正在複核
    .stopped = 停發了
    .not_accepted = 沒有受理
    .not_confirmed = 沒有確認
    .withdrawn = 撤回了
    .ended = 結束了
    .transferred = 轉到別的救助
    .handled = 這邊辦完了
benefits-meaning =
    .draft = 申請還沒有交，交了才開始辦。
    .submitted = 申請收到了，工作人員還在看材料齊不齊。
    .to_supplement = 還缺材料，補齊了再接著辦。
    .accepted = 申請受理了，接下來會來家裡調查、核對信息。
    .checking = 正在調查家裡的情況、核對信息。
    .examined = 調查核對做完了，鄉鎮（街道）正在提初審意見。
    .publicity = 正在村（社區）公示。公示不等於已經批准。
    .county = 縣裡或者受委託的鄉鎮（街道）正在審核，還沒有決定。
    .confirmed = 已經確認，還沒有發第一筆錢。
    .paying = 已經確認，正在按規定發放。
    .review = 正在重新核對家裡的情況，錢數可能會變，也可能不變。
    .stopped = 現在不發了。
    .not_accepted = 申請沒有受理，應當告訴您為什麼。
    .not_confirmed = 申請沒有通過，應當書面告訴您為什麼。
    .withdrawn = 申請撤回了，想辦可以重新申請。
    .ended = 這一項已經結束。
    .transferred = 轉給別的救助去辦了。
    .handled = 這邊辦完了，結果以書面決定為準。
benefits-is = { $name }：{ $state }（{ $since }起）
# $n: 几个人
benefits-members = 保障人數：{ $n } 人
# $what: 第一样；$n: 一共几样
benefits-missing_first = { $n ->
        [1] 還缺：{ $what }
       *[other] 還缺 { $n } 樣：{ $what }等
    }
# $day: 哪天
benefits-next_review = 下次複核：{ $day }
# $by: 哪天
benefits-certify_by = 資格認證：最晚 { $by } 做一次。
benefits-certify_late = 資格認證：登記的最後一天 { $by } 已經過了。還沒有做的話，請儘快做。

## 法定期限：$name: 哪一步；$day: 最后一天；$left: 还有几天；$source: 依据

benefits-clock =
    .survey = 開始調查
    .check = 開始核對信息
    .opinion = 提出初審意見
    .publicity = 公示
    .county = 提出確認意見
    .whole = 全部辦完
    .refusal = 書面告訴您結果
benefits-clock_line = 按規定，{ $name }最晚到 { $day }，還有 { $left } 個工作日（{ $source }）。
benefits-clock_provisional = 按規定，{ $name }最晚大約到 { $day }，日子可能會變（{ $source }）。
benefits-clock_publicity = 公示到 { $day }，今天算起還有 { $left } 天（{ $source }）。
benefits-clock_over = 按規定，{ $name }最晚到 { $day }，已經過了，您可以問為什麼（{ $source }）。

# $at: 什么时候
benefits-as_of = 登記的系統現在沒有回應，這是 { $at } 的情況。

## 想问什么

# $what: 下面的几行
benefits-said = { $what }
# $lines: 每一项一行
benefits-lines = { $lines }
benefits-what = 想問什麼？
    .label = 想問什麼
    .none = 不用了
benefits-way =
    .paid = 發了多少，哪天發的
    .changed = 錢數為什麼變了
    .why = 是什麼原因
    .missing = 還缺什麼，我來補
    .certify = 資格認證
    .disagree = 不服怎麼辦
    .looked = 誰查看過
    .ask = 請工作人員聯繫我
    .news_on = 有變動告訴我
    .news_off = 有變動不用告訴我了
benefits-told = 還想看別的嗎？
    .label = 還想看別的
    .none = 看完了
benefits-more = 再問這一項
benefits-another = 看另一項
benefits-somebody = 查另一個人的
benefits-prove = 重新核對身份
benefits-hand_in = 現在交一頁
benefits-do_ask = 好，請打給我

## 钱

# $month: 2026-11
benefits-no_payment = { $month }：登記裡還沒有這個月的發放。
# $month: 2026-11；$amount: 多少；$day: 哪天
benefits-payment_on = { $month }：{ $amount }，{ $day } 發的
benefits-payment =
    .paid = { $month }：{ $amount }，發了
    .returned = { $month }：{ $amount }，銀行退回
    .due = { $month }：{ $amount }，還沒有發
benefits-paid_state =
    .paid = 發了
    .returned = 銀行退回
    .due = 還沒有發
benefits-was_returned = 退回多半是賬戶的問題。請帶身份證和存摺（卡），到辦理的鄉鎮（街道）改賬戶。
# $tail: 账号最后四位
benefits-account = 發到尾號 { $tail } 的賬戶
benefits-before = 以前的：
benefits-bank_day = 哪天到賬，各家銀行不一樣；這裡說的是登記的情況。
benefits-chart = 最近的發放
benefits-than_before =
    .more = 比 { $month } 多 { $amount }。
    .less = 比 { $month } 少 { $amount }。
    .same = 和 { $month } 一樣多。
benefits-not_for_next = 這隻說登記的這一次，以後每個月發多少，以到時候的決定為準。
# $reason: 原因
benefits-because = 原因：{ $reason }
benefits-reason_unknown = 登記裡沒有寫原因。選“請工作人員聯繫我”，可以問清楚。
benefits-reason =
    .income_up = 家裡的收入增加了
    .income_down = 家裡的收入減少了
    .property = 家裡的財產超過了規定
    .member_joined = 家裡多了人
    .member_left = 家裡少了人
    .standard = 救助標準調整了
    .phase_out = 正在漸退期，過一段時間再停
    .arrears = 補發以前少發的
    .repaid = 扣回以前多發的
    .account = 銀行賬戶有問題
    .employed = 家裡有人就業了
    .moved = 戶口遷走了
    .died = 登記的人去世了
    .in_custody = 登記的人正在服刑，或者被限制人身自由
    .supported = 有能夠贍養、撫養、扶養的人供養
    .uncooperative = 登記為沒有配合調查核對
    .incomplete = 材料不齊
    .not_local = 不歸本地受理
    .uncertified = 沒有做資格認證
    .own_wish = 本人申請的
    .other = 其他原因
benefits-in_writing = 停發、不受理、不確認，都應當書面告訴您理由。沒有收到，可以向辦理的鄉鎮（街道）要。不同意，選“不服怎麼辦”。

## 材料、认证

benefits-missing_list = 還缺這些：
# $n: 第几样；$what: 什么，是工作人员写的
benefits-missing_item = { $n }. { $what }
benefits-missing_unknown = 登記裡沒有寫缺什麼。選“請工作人員聯繫我”，可以問清楚。
benefits-certify_none = 登記裡沒有寫哪天要做資格認證。
benefits-certify_how = 快到日子的時候，在這裡就可以做；也可以到辦理的鄉鎮（街道）或者村（社區）做，不方便出門的可以請人上門。不用刷臉。
benefits-notice_picture = 照片裡可能有姓名、身份證號碼，只用來辦這一項救助，加密保存，給辦理的工作人員看。同意交嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意
benefits-picture = 請把缺的那一頁平放著拍一張照片，四個角都拍進去。一次交一頁。
    .label = 缺的一頁
    .none = 先不交

## 不服怎么办：$day: 最后一天；$n: 几天、几个月；$source: 依据

benefits-again_first = 可以先請辦理的鄉鎮（街道）或者縣民政局複查：到窗口說，或者打“轉人工”。
benefits-remedy_review =
    .by = 行政復議：最晚 { $day }，向縣人民政府申請，不收錢（{ $source }）。
    .unknown = 行政復議：知道決定以後 { $n } 天內，向縣人民政府申請，不收錢（{ $source }）。
    .over = 行政復議：{ $n } 天的期限到 { $day }，已經過了；有正當理由耽誤的，可以向縣人民政府說明（{ $source }）。
benefits-remedy_court =
    .by = 行政訴訟：最晚 { $day }，向人民法院起訴（{ $source }）。
    .unknown = 行政訴訟：知道決定以後 { $n } 個月內，向人民法院起訴（{ $source }）。
    .over = 行政訴訟：{ $n } 個月的期限到 { $day }，已經過了；有正當理由耽誤的，可以向人民法院說明（{ $source }）。
benefits-remedy_after = 先復議、對結果還不服：收到復議決定後 { $n } 天內，可以起訴（{ $source }）。
benefits-counted_unknown = 從您知道決定的第二天算起；哪天送達，書面決定和送達的單子上寫著。
# $day: 哪天
benefits-counted_from = 這是按登記的 { $day } 送達算的，實際收到的日子不一樣，以實際的為準。
# $number: 电话
benefits-legal_aid = 不會寫、不會辦，可以打 { $number } 問法律援助。

## 谁查看过

benefits-looks = 最近查看這些記錄的：
# $at: 什么时候；$who: 谁；$purpose: 为什么；$letter: 授权书编号
benefits-look = { $at } { $who }，{ $purpose }
benefits-look_letter = { $at } { $who }，{ $purpose }（授權書 { $letter }）
benefits-looker =
    .self = 本人
    .proxy = 受託人或監護人
    .staff = 工作人員
    .desk = 服務台自動
benefits-purpose =
    .identity = 核對身份
    .shown = 在這裡看
    .news = 變動提醒
    .certify = 資格認證
    .staff = 辦理業務
# $letter: 授权书编号
benefits-letter = 授權書編號 { $letter }，打“我的授權書”可以看。

## 交给工作人员

# $phone: 电话，中间几位遮住
benefits-will_call = 工作人員會在上班時間打 { $phone } 這個電話，把您問的查清楚告訴您。
# 给工作人员看的。$name: 姓名；$phone: 电话；$record: 登记的编号
benefits-briefing_page = 
    { $by ->
        [mandate] 受託人代辦：
        [guardian] 監護人代辦：
       *[own] {""}
    }{ $name }（{ $phone }）交來登記編號 { $record } 缺的一頁，身份已用短信驗證碼核對。
benefits-briefing_call = 
    { $by ->
        [mandate] 受託人代辦：
        [guardian] 監護人代辦：
       *[own] {""}
    }{ $name }（{ $phone }）想問登記編號 { $record } 的情況，請打電話，身份已用短信驗證碼核對。
benefits-briefing_down = 
    { $by ->
        [mandate] 受託人代辦：
        [guardian] 監護人代辦：
       *[own] {""}
    }{ $name }（{ $phone }）想問救助待遇，當時登記系統沒有回應，請查好後打電話，身份已用短信驗證碼核對。

benefits-done = 好的。想再看，打“我的救助待遇”就行。
# $number: 编号
benefits-passed_on = 記下了，編號 { $number }。工作人員會打電話給您。
benefits-handed_in = 收到這一頁了，編號 { $number }。還有別的要交，再打“我的救助待遇”就行。
