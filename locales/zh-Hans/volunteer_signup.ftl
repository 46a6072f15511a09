# 志愿者注册、监护人同意、我的志愿者信息：flows/volunteers/signup_flow.py、guardian_flow.py、details_flow.py

volunteer-notice =
    志愿者注册，要填姓名、身份证号码、住在哪里、电话、专长和想做的服务，只用来办志愿服务的登记、记录和证明。
    身份证号码是敏感个人信息，加密保存；不满14周岁的孩子，所有信息都按敏感个人信息保护，由监护人登记。{ notice-kept }
    志愿服务全凭自愿，注册和证明都不收钱，随时可以退出。
    同意在这里填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意
volunteer-who = 给谁登记？
    .label = 给谁登记
    .self = 我自己
    .child = 我的孩子，不满14周岁
    .child-words = 孩子|我孩子|小孩|娃|给孩子
volunteer-guardian_name = 您（监护人）的姓名是？
    .label = 监护人姓名
volunteer-guardian_id = 您（监护人）的身份证号码是？
    .label = 监护人身份证号码
volunteer-guardian_of_age = 监护人要满18周岁。请核对一下号码。
volunteer-relation = 您是孩子的什么人？
    .label = 和孩子的关系
    .father = 父亲
    .father-words = 爸爸|爸|他爸|她爸
    .mother = 母亲
    .mother-words = 妈妈|妈|他妈|她妈
    .grandparent = 祖父母或外祖父母
    .grandparent-words = 爷爷|奶奶|外公|外婆|姥姥|姥爷
    .other = 其他监护人
volunteer-name = 志愿者的姓名是？
    .label = 姓名
volunteer-id = 志愿者的身份证号码是？
    .label = 身份证号码
volunteer-township = 志愿者住在哪个乡镇？
    .label = 乡镇
    .elsewhere = 不在这些地方
volunteer-village = 住在哪个村（社区）？
    .label = 村（社区）
    .unknown = 不清楚，或者没有列出来
volunteer-phone = 请留一个能联系到的电话。
    .label = 电话
volunteer-kinds = 想做哪些服务？可以选几项。
    .label = 服务类别
    .elder = 为老服务
    .elder-words = 助老|老人|敬老|陪老人|养老
    .child = 儿童关爱
    .child-words = 儿童|孩子|留守儿童|困境儿童|未成年人
    .disability = 助残
    .disability-words = 残疾人|帮残疾人
    .relief = 社会救助
    .relief-words = 救助|扶贫|帮困
    .marriage = 婚姻登记
    .marriage-words = 婚姻|婚登处|颁证
    .community = 社区服务
    .community-words = 社区|邻里|村里
    .environment = 环境保护
    .environment-words = 环保|打扫卫生|植树
    .health = 健康和医疗
    .health-words = 健康|医疗|陪诊|献血
    .emergency = 应急救援
    .emergency-words = 应急|救援|寻人|防汛
    .culture = 文化体育
    .culture-words = 文化|体育|文艺|读书
    .traffic = 文明交通
    .traffic-words = 交通|劝导
    .other = 其他
    .any_kind = 都可以
    .any_kind-words = 都行|什么都行|随便|哪个都行
volunteer-skills = 有哪些专长？可以选几项。
    .label = 专业技能
    .care = 照护
    .care-words = 护理|护工|照顾人
    .medical = 医疗
    .medical-words = 医生|护士|看病
    .counselling = 心理疏导
    .counselling-words = 心理|心理咨询
    .law = 法律
    .law-words = 律师|普法
    .teaching = 教学辅导
    .teaching-words = 老师|教书|辅导作业|教学
    .driving = 驾驶
    .driving-words = 开车|司机
    .repair = 维修
    .repair-words = 修电器|水电|修理
    .cooking = 做饭
    .cooking-words = 厨师|厨艺|做菜
    .language = 方言、手语或外语
    .language-words = 方言|手语|外语|翻译
    .computers = 电脑和手机
    .computers-words = 电脑|手机|上网
    .no_skill = 没有特别的
    .no_skill-words = 没有|没啥|无
volunteer-times = 什么时候有空？可以选几项。
    .label = 服务时间
    .workday_day = 工作日白天
    .workday_day-words = 白天|上班时间|平时白天
    .workday_evening = 工作日晚上
    .workday_evening-words = 晚上|下班后|平时晚上
    .weekend = 周末和节假日
    .weekend-words = 周末|星期六|星期天|节假日
    .any_time = 什么时候都行
    .any_time-words = 都行|随时|都有空
volunteer-veteran = 您是“五老”吗（老干部、老战士、老专家、老教师、老模范）？
    .label = 五老
    .no = 不是
    .yes = 是
volunteer-calls = 有人急需帮忙的时候（陪诊、送餐、寻人），可以发消息问您吗？去不去每次由您定，晚上不打扰，随时可以不再接收。
    .label = 接收求助消息
    .yes = 可以
    .no = 不用
# $lines: 填过的各项，每项一行
volunteer-summary =
    请核对：
    { $lines }

    都对吗？
    .label = 核对
    .yes = 都对

# $number: 志愿者编号；$child: 是不是监护人给孩子登记（yes、no）
volunteer-registered =
    登记好了，志愿者编号 { $number }。{ $child ->
        [yes] 孩子去服务，请您陪同或者安排好接送。
       *[other] {""}
    }
    第一次去服务，请带上身份证，给负责人核对一下。
    做完服务，打“记时长”，一句话就能记；想看记了多少，打“我的时长”。
# $code: 监护人用的码；$until: 到什么时候有效
volunteer-guardian_asked =
    您还没满18周岁，要监护人同意。请把这个码给监护人：{ $code }
    请监护人在他自己的手机上打开这里，打“监护人同意”，输入这个码。{ $until } 前有效。同意了，马上告诉您。
volunteer-by_guardian = 不满14周岁的孩子，请监护人在自己的手机上登记：打“志愿者注册”，选“我的孩子”。这里填的没有留下。
volunteer-by_oneself = 满14周岁的，请孩子在自己的手机上登记，登记完会给一个码，您用它表示同意。这里填的没有留下。
# $age: 数字，周岁
volunteer-too_young = 这里的志愿服务从 { $age } 周岁开始。谢谢孩子的这份心，到时候欢迎再来。这里填的没有留下。
volunteer-at_the_office = 好的，这里什么也没有记下。可以带身份证，到乡镇社工站或者民政局窗口登记。

volunteer-known = 这个身份证号码现在登记不了：多半是已经登记过志愿者，也可能是试得太多了。登记过的，请在原来登记的聊天里看“我的志愿者信息”；换了手机，请转人工；没登记过的，请过一个小时再试。
volunteer-none = 这里还没有登记过志愿者。登记了，才能报名和记时长。
volunteer-waits = 还在等监护人同意。同意了，就可以报名和记时长。
volunteer-not_registered = 这位志愿者现在没有登记，不能记时长。
# $number: 志愿者编号
volunteer-known_here = 登记过志愿者，编号 { $number }；可以看“我的志愿者信息”和“我的时长”。删除以后，志愿者登记也一起退出，记过的时长只留编号，不再有姓名。
volunteer-gone = 这个登记现在看不到了。
# $name: 姓名，只露姓；$number: 志愿者编号
volunteer-one = { $name }（{ $number }）
# $number: 志愿者编号
volunteer-guardian_agreed = 监护人同意了，您已经是志愿者，编号 { $number }。打“志愿活动”看看能去哪里。
volunteer-no_consent = 志愿者登记没有得到监护人的同意，登记的内容已经删掉。想再登记，随时可以重新来。
volunteer-guardian_took_back = 监护人收回了同意，您的志愿者登记停了。以前的服务记录都还在。

guardian-code = 孩子给您的码是什么？一共八个字母或数字，例如 7K3M-Q2XD。
    .label = 码
    .lost = 没有码
    .lost-words = 码丢了|不知道|没收到|找不到
# $who: 孩子的姓，后面是 *
guardian-asked = 是 { $who }，我来表示同意
guardian-minor = 有一位没满18周岁的孩子想当志愿者，要监护人同意。是您的孩子吗？
    .label = 孩子
    .refuse = 不同意
    .refuse-words = 我不同意|不让去
    .other_code = 改码
    .none = 先不定
guardian-this_minor = 是我的孩子
guardian-really = 不同意，孩子就当不了志愿者，登记的内容会删掉。真的不同意吗？
    .label = 真的不同意
    .no = 先不定，再想想
    .yes = 不同意
guardian-notice =
    表示同意，要填您的姓名、身份证号码、和孩子的关系、电话，只用来证明监护人同意、出事时联系您。
    身份证号码是敏感个人信息，加密保存；孩子看不到您填的。同意可以随时收回。{ notice-kept }
    同意在这里填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 先不填
guardian-name = 您的姓名是？
    .label = 您的姓名
guardian-id = 您的身份证号码是？
    .label = 您的身份证号码
guardian-relation = 您是孩子的什么人？
    .label = 和孩子的关系
    .father = 父亲
    .father-words = 爸爸|爸|他爸|她爸
    .mother = 母亲
    .mother-words = 妈妈|妈|他妈|她妈
    .grandparent = 祖父母或外祖父母
    .grandparent-words = 爷爷|奶奶|外公|外婆|姥姥|姥爷
    .other = 其他监护人
guardian-phone = 请留一个能联系到您的电话。
    .label = 电话
# $lines: 填过的各项，每项一行
guardian-summary =
    请核对：
    { $lines }

    都对吗？都对，就是同意孩子参加适合他年龄的志愿服务。
    .label = 核对
    .yes = 都对，我同意
# $who: 孩子的姓，后面是 *
guardian-consented = 好的，{ $who } 现在是志愿者了。想收回同意，在这里打“我的志愿者信息”。
guardian-refused = 好的，没有同意，孩子登记的内容已经删掉。
guardian-later = 好的，先不定。想好了，再打“监护人同意”，输入那个码。
guardian-ask_again = 码在孩子那里，请他打“我的志愿者信息”，就能再看到。收到了，再打“监护人同意”。
guardian-over = 这个码现在用不了：可能输错了，可能已经过了时间，也可能已经用过。请核对一下，或者请孩子再看一眼。
guardian-own_chat = 这是孩子自己的聊天。请监护人在自己的手机上打开这里，输入这个码。
guardian-too_often = 试得太多了，请过一个小时再试。着急的话，可以转人工。

volunteer_details-volunteer = 看谁的登记？
    .label = 志愿者
# $number: 志愿者编号；$state: waiting、registered；$calls: 接不接收求助消息；$checked: 身份证核对过没有（yes、no）
volunteer_details-stands =
    志愿者编号 { $number }，{ $state ->
        [waiting] 在等监护人同意
       *[other] 已登记
    }。{ $checked ->
        [yes] 身份证核对过了。
       *[other] 身份证还没有核对，第一次服务请带上。
    }
volunteer_details-no_volunteer = { volunteer-none }
volunteer_details-what = 想改什么？
    .label = 改什么
    .none = 不改了
volunteer_details-way =
    .phone = 改电话
    .township = 改住的地方
    .kinds = 改服务类别
    .skills = 改专长
    .times = 改服务时间
    .calls_on = 接收求助消息
    .calls_off = 不再接收求助消息
    .code = 再看给监护人的码
    .leave = 退出志愿者
    .take_back = 收回同意
volunteer_details-notice = 电话加密保存，只用来联系志愿服务的事。同意在这里填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意
volunteer_details-phone = 新的电话是？
    .label = 电话
volunteer_details-township = 现在住在哪个乡镇？
    .label = 乡镇
    .elsewhere = 不在这些地方
volunteer_details-kinds = 想做哪些服务？可以选几项。
    .label = 服务类别
    .elder = 为老服务
    .child = 儿童关爱
    .disability = 助残
    .relief = 社会救助
    .marriage = 婚姻登记
    .community = 社区服务
    .environment = 环境保护
    .health = 健康和医疗
    .emergency = 应急救援
    .culture = 文化体育
    .traffic = 文明交通
    .other = 其他
    .any_kind = 都可以
volunteer_details-skills = 有哪些专长？可以选几项。
    .label = 专业技能
    .care = 照护
    .medical = 医疗
    .counselling = 心理疏导
    .law = 法律
    .teaching = 教学辅导
    .driving = 驾驶
    .repair = 维修
    .cooking = 做饭
    .language = 方言、手语或外语
    .computers = 电脑和手机
    .no_skill = 没有特别的
volunteer_details-times = 什么时候有空？可以选几项。
    .label = 服务时间
    .workday_day = 工作日白天
    .workday_evening = 工作日晚上
    .weekend = 周末和节假日
    .any_time = 什么时候都行
volunteer_details-really = 真的要这样做吗？以前的服务记录和证明都不受影响。
    .label = 确定
    .no = 再想想
    .yes = 确定
volunteer_details-changed = 改好了。
volunteer_details-calls_on = 好的，有人急需帮忙的时候会问您。
volunteer_details-calls_off = 好的，不再问您了。想再接收，打“我的志愿者信息”。
# $code: 监护人用的码
volunteer_details-code_again = 给监护人的码是 { $code }。请监护人在自己的手机上打“监护人同意”，输入这个码。
volunteer_details-left = 好的，已经退出。以前的服务记录都还在，想回来随时可以再登记。
volunteer_details-as_it_is = 好的，没有改。

# 记录的规矩：flows/volunteers/rules.py
record-future = 服务还没有结束，做完了再来记。
# $day: 日期
record-before_registered = 志愿者是 { $day } 登记的，在那以前的服务，请组织单位核对后补录。
record-too_long = 一次服务最多记一天。跨了几天的，请一天一天记。
# $day: 日期；$from、$to: 时间，如 09:00；$next_day: 到第二天（yes、no）
record-more_than_span = { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }，没有那么长的时间。请再核对一下。
record-outside_post = 这次活动的时间是 { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }，记的时间不能超出。
record-overlap = 和已经记的一次服务时间重了：{ $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[other] {""}
    } { $to }。同一段时间只能记一次。
record-no_organisation = 这个组织单位现在不能记时长，请换一个。
