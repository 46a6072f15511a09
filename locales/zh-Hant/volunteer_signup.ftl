# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 志愿者注册、监护人同意、我的志愿者信息：flows/volunteers/signup_flow.py、guardian_flow.py、details_flow.py

volunteer-notice =
    志願者註冊，要填姓名、身份證號碼、住在哪裡、電話、專長和想做的服務，只用來辦志願服務的登記、記錄和證明。
    身份證號碼是敏感個人信息，加密保存；不滿14週歲的孩子，所有信息都按敏感個人信息保護，由監護人登記。{ notice-kept }
    志願服務全憑自願，註冊和證明都不收錢，隨時可以退出。
    同意在這裡填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意
volunteer-who = 給誰登記？
    .label = 給誰登記
    .self = 我自己
    .child = 我的孩子，不滿14週歲
    .child-words = 孩子|我孩子|小孩|娃|給孩子
volunteer-guardian_name = 您（監護人）的姓名是？
    .label = 監護人姓名
volunteer-guardian_id = 您（監護人）的身份證號碼是？
    .label = 監護人身份證號碼
volunteer-guardian_of_age = 監護人要滿18週歲。請核對一下號碼。
volunteer-relation = 您是孩子的什麼人？
    .label = 和孩子的關係
    .father = 父親
    .father-words = 爸爸|爸|他爸|她爸
    .mother = 母親
    .mother-words = 媽媽|媽|他媽|她媽
    .grandparent = 祖父母或外祖父母
    .grandparent-words = 爺爺|奶奶|外公|外婆|姥姥|姥爺
    .other = 其他監護人
volunteer-name = 志願者的姓名是？
    .label = 姓名
volunteer-id = 志願者的身份證號碼是？
    .label = 身份證號碼
volunteer-township = 志願者住在哪個鄉鎮？
    .label = 鄉鎮
    .elsewhere = 不在這些地方
volunteer-village = 住在哪個村（社區）？
    .label = 村（社區）
    .unknown = 不清楚，或者沒有列出來
volunteer-phone = 請留一個能聯繫到的電話。
    .label = 電話
volunteer-kinds = 想做哪些服務？可以選幾項。
    .label = 服務類別
    .elder = 為老服務
    .elder-words = 助老|老人|敬老|陪老人|養老
    .child = 兒童關愛
    .child-words = 兒童|孩子|留守兒童|困境兒童|未成年人
    .disability = 助殘
    .disability-words = 殘疾人|幫殘疾人
    .relief = 社會救助
    .relief-words = 救助|扶貧|幫困
    .marriage = 婚姻登記
    .marriage-words = 婚姻|婚登處|頒證
    .community = 社區服務
    .community-words = 社區|鄰里|村裡
    .environment = 環境保護
    .environment-words = 環保|打掃衛生|植樹
    .health = 健康和醫療
    .health-words = 健康|醫療|陪診|獻血
    .emergency = 應急救援
    .emergency-words = 應急|救援|尋人|防汛
    .culture = 文化體育
    .culture-words = 文化|體育|文藝|讀書
    .traffic = 文明交通
    .traffic-words = 交通|勸導
    .other = 其他
    .any_kind = 都可以
    .any_kind-words = 都行|什麼都行|隨便|哪個都行
volunteer-skills = 有哪些專長？可以選幾項。
    .label = 專業技能
    .care = 照護
    .care-words = 護理|護工|照顧人
    .medical = 醫療
    .medical-words = 醫生|護士|看病
    .counselling = 心理疏導
    .counselling-words = 心理|心理諮詢
    .law = 法律
    .law-words = 律師|普法
    .teaching = 教學輔導
    .teaching-words = 老師|教書|輔導作業|教學
    .driving = 駕駛
    .driving-words = 開車|司機
    .repair = 維修
    .repair-words = 修電器|水電|修理
    .cooking = 做飯
    .cooking-words = 廚師|廚藝|做菜
    .language = 方言、手語或外語
    .language-words = 方言|手語|外語|翻譯
    .computers = 電腦和手機
    .computers-words = 電腦|手機|上網
    .no_skill = 沒有特別的
    .no_skill-words = 沒有|沒啥|無
volunteer-times = 什麼時候有空？可以選幾項。
    .label = 服務時間
    .workday_day = 工作日白天
    .workday_day-words = 白天|上班時間|平時白天
    .workday_evening = 工作日晚上
    .workday_evening-words = 晚上|下班後|平時晚上
    .weekend = 週末和節假日
    .weekend-words = 週末|星期六|星期天|節假日
    .any_time = 什麼時候都行
    .any_time-words = 都行|隨時|都有空
volunteer-veteran = 您是“五老”嗎（老幹部、老戰士、老專家、老教師、老模範）？
    .label = 五老
    .no = 不是
    .yes = 是
volunteer-calls = 有人急需幫忙的時候（陪診、送餐、尋人），可以發消息問您嗎？去不去每次由您定，晚上不打擾，隨時可以不再接收。
    .label = 接收求助消息
    .yes = 可以
    .no = 不用
# $lines: 填过的各项，每项一行
volunteer-summary =
    請核對：
    { $lines }

    都對嗎？
    .label = 核對
    .yes = 都對

# $number: 志愿者编号；$child: 是不是监护人给孩子登记（yes、no）
volunteer-registered =
    登記好了，志願者編號 { $number }。{ $child ->
        [yes] 孩子去服務，請您陪同或者安排好接送。
       *[other] {""}
    }
    第一次去服務，請帶上身份證，給負責人核對一下。
    做完服務，打“記時長”，一句話就能記；想看記了多少，打“我的時長”。
# $code: 监护人用的码；$until: 到什么时候有效
volunteer-guardian_asked =
    您還沒滿18週歲，要監護人同意。請把這個碼給監護人：{ $code }
    請監護人在他自己的手機上打開這裡，打“監護人同意”，輸入這個碼。{ $until } 前有效。同意了，馬上告訴您。
volunteer-by_guardian = 不滿14週歲的孩子，請監護人在自己的手機上登記：打“志願者註冊”，選“我的孩子”。這裡填的沒有留下。
volunteer-by_oneself = 滿14週歲的，請孩子在自己的手機上登記，登記完會給一個碼，您用它表示同意。這裡填的沒有留下。
# $age: 数字，周岁
volunteer-too_young = 這裡的志願服務從 { $age } 週歲開始。謝謝孩子的這份心，到時候歡迎再來。這裡填的沒有留下。
volunteer-at_the_office = 好的，這裡什麼也沒有記下。可以帶身份證，到鄉鎮社工站或者民政局窗口登記。

volunteer-known = 這個身份證號碼現在登記不了：多半是已經登記過志願者，也可能是試得太多了。登記過的，請在原來登記的聊天裡看“我的志願者信息”；換了手機，請轉人工；沒登記過的，請過一個小時再試。
volunteer-none = 這裡還沒有登記過志願者。登記了，才能報名和記時長。
volunteer-waits = 還在等監護人同意。同意了，就可以報名和記時長。
volunteer-not_registered = 這位志願者現在沒有登記，不能記時長。
# $number: 志愿者编号
volunteer-known_here = 登記過志願者，編號 { $number }；可以看“我的志願者信息”和“我的時長”。刪除以後，志願者登記也一起退出，記過的時長只留編號，不再有姓名。
volunteer-gone = 這個登記現在看不到了。
# $name: 姓名，只露姓；$number: 志愿者编号
volunteer-one = { $name }（{ $number }）
# $number: 志愿者编号
volunteer-guardian_agreed = 監護人同意了，您已經是志願者，編號 { $number }。打“志願活動”看看能去哪裡。
volunteer-no_consent = 志願者登記沒有得到監護人的同意，登記的內容已經刪掉。想再登記，隨時可以重新來。
volunteer-guardian_took_back = 監護人收回了同意，您的志願者登記停了。以前的服務記錄都還在。

guardian-code = 孩子給您的碼是什麼？一共八個字母或數字，例如 7K3M-Q2XD。
    .label = 碼
    .lost = 沒有碼
    .lost-words = 碼丟了|不知道|沒收到|找不到
# $who: 孩子的姓，后面是 *
guardian-asked = 是 { $who }，我來表示同意
guardian-minor = 有一位沒滿18週歲的孩子想當志願者，要監護人同意。是您的孩子嗎？
    .label = 孩子
    .refuse = 不同意
    .refuse-words = 我不同意|不讓去
    .other_code = 改碼
    .none = 先不定
guardian-this_minor = 是我的孩子
guardian-really = 不同意，孩子就當不了志願者，登記的內容會刪掉。真的不同意嗎？
    .label = 真的不同意
    .no = 先不定，再想想
    .yes = 不同意
guardian-notice =
    表示同意，要填您的姓名、身份證號碼、和孩子的關係、電話，只用來證明監護人同意、出事時聯繫您。
    身份證號碼是敏感個人信息，加密保存；孩子看不到您填的。同意可以隨時收回。{ notice-kept }
    同意在這裡填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 先不填
guardian-name = 您的姓名是？
    .label = 您的姓名
guardian-id = 您的身份證號碼是？
    .label = 您的身份證號碼
guardian-relation = 您是孩子的什麼人？
    .label = 和孩子的關係
    .father = 父親
    .father-words = 爸爸|爸|他爸|她爸
    .mother = 母親
    .mother-words = 媽媽|媽|他媽|她媽
    .grandparent = 祖父母或外祖父母
    .grandparent-words = 爺爺|奶奶|外公|外婆|姥姥|姥爺
    .other = 其他監護人
guardian-phone = 請留一個能聯繫到您的電話。
    .label = 電話
# $lines: 填过的各项，每项一行
guardian-summary =
    請核對：
    { $lines }

    都對嗎？都對，就是同意孩子參加適合他年齡的志願服務。
    .label = 核對
    .yes = 都對，我同意
# $who: 孩子的姓，后面是 *
guardian-consented = 好的，{ $who } 現在是志願者了。想收回同意，在這裡打“我的志願者信息”。
guardian-refused = 好的，沒有同意，孩子登記的內容已經刪掉。
guardian-later = 好的，先不定。想好了，再打“監護人同意”，輸入那個碼。
guardian-ask_again = 碼在孩子那裡，請他打“我的志願者信息”，就能再看到。收到了，再打“監護人同意”。
guardian-over = 這個碼現在用不了：可能輸錯了，可能已經過了時間，也可能已經用過。請核對一下，或者請孩子再看一眼。
guardian-own_chat = 這是孩子自己的聊天。請監護人在自己的手機上打開這裡，輸入這個碼。
guardian-too_often = 試得太多了，請過一個小時再試。著急的話，可以轉人工。

volunteer_details-volunteer = 看誰的登記？
    .label = 志願者
# $number: 志愿者编号；$state: waiting、registered；$calls: 接不接收求助消息；$checked: 身份证核对过没有（yes、no）
volunteer_details-stands =
    志願者編號 { $number }，{ $state ->
        [waiting] 在等監護人同意
       *[other] 已登記
    }。{ $checked ->
        [yes] 身份證核對過了。
       *[other] 身份證還沒有核對，第一次服務請帶上。
    }
volunteer_details-no_volunteer = { volunteer-none }
volunteer_details-what = 想改什麼？
    .label = 改什麼
    .none = 不改了
volunteer_details-way =
    .phone = 改電話
    .township = 改住的地方
    .kinds = 改服務類別
    .skills = 改專長
    .times = 改服務時間
    .calls_on = 接收求助消息
    .calls_off = 不再接收求助消息
    .code = 再看給監護人的碼
    .leave = 退出志願者
    .take_back = 收回同意
volunteer_details-notice = 電話加密保存，只用來聯繫志願服務的事。同意在這裡填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意
volunteer_details-phone = 新的電話是？
    .label = 電話
volunteer_details-township = 現在住在哪個鄉鎮？
    .label = 鄉鎮
    .elsewhere = 不在這些地方
volunteer_details-kinds = 想做哪些服務？可以選幾項。
    .label = 服務類別
    .elder = 為老服務
    .child = 兒童關愛
    .disability = 助殘
    .relief = 社會救助
    .marriage = 婚姻登記
    .community = 社區服務
    .environment = 環境保護
    .health = 健康和醫療
    .emergency = 應急救援
    .culture = 文化體育
    .traffic = 文明交通
    .other = 其他
    .any_kind = 都可以
volunteer_details-skills = 有哪些專長？可以選幾項。
    .label = 專業技能
    .care = 照護
    .medical = 醫療
    .counselling = 心理疏導
    .law = 法律
    .teaching = 教學輔導
    .driving = 駕駛
    .repair = 維修
    .cooking = 做飯
    .language = 方言、手語或外語
    .computers = 電腦和手機
    .no_skill = 沒有特別的
volunteer_details-times = 什麼時候有空？可以選幾項。
    .label = 服務時間
    .workday_day = 工作日白天
    .workday_evening = 工作日晚上
    .weekend = 週末和節假日
    .any_time = 什麼時候都行
volunteer_details-really = 真的要這樣做嗎？以前的服務記錄和證明都不受影響。
    .label = 確定
    .no = 再想想
    .yes = 確定
volunteer_details-changed = 改好了。
volunteer_details-calls_on = 好的，有人急需幫忙的時候會問您。
volunteer_details-calls_off = 好的，不再問您了。想再接收，打“我的志願者信息”。
# $code: 监护人用的码
volunteer_details-code_again = 給監護人的碼是 { $code }。請監護人在自己的手機上打“監護人同意”，輸入這個碼。
volunteer_details-left = 好的，已經退出。以前的服務記錄都還在，想回來隨時可以再登記。
volunteer_details-as_it_is = 好的，沒有改。

# 记录的规矩：flows/volunteers/rules.py
record-future = 服務還沒有結束，做完了再來記。
# $day: 日期
record-before_registered = 志願者是 { $day } 登記的，在那以前的服務，請組織單位核對後補錄。
record-too_long = 一次服務最多記一天。跨了幾天的，請一天一天記。
# $day: 日期；$from、$to: 时间，如 09:00；$next_day: 到第二天（yes、no）
record-more_than_span = { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }，沒有那麼長的時間。請再核對一下。
record-outside_post = 這次活動的時間是 { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }，記的時間不能超出。
record-overlap = 和已經記的一次服務時間重了：{ $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }。同一段時間只能記一次。
record-no_organisation = 這個組織單位現在不能記時長，請換一個。
