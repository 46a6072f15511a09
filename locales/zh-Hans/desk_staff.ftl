# 工作人员的账号、权限、操作记录和日历

## 登录和拒绝

desk-code = 动态验证码
desk-code_none = （没有领过的不填）
desk-sign_in_no_code = 这个账号还没有动态验证码，请找系统管理员领取。
desk-not_allowed = 您的账号不办这一项。需要的话，请找系统管理员。
desk-pressed_already = 这一步刚才已经按过了，没有再做一次。请看现在的情况。
desk-go_back = 返回

## 角色和范围

desk-role_desk = 经办
desk-role_lead = 值班负责人
desk-role_calendar = 日历管理
desk-role_auditor = 审计
desk-role_admin = 系统管理
desk-level_county = 县
desk-level_township = 乡镇（街道）
desk-level_village = 村（社区）

## 账号

desk-accounts = 账号
desk-accounts_blocked = 已停用
desk-accounts_locked = 试错太多，暂时锁住
desk-accounts_no_codes = 没有动态验证码
desk-accounts_block = 停用
desk-accounts_unblock = 恢复
desk-accounts_new_codes = 换动态验证码
desk-accounts_hint = 新增账号、改角色和改密码，由管理服务器的人用命令办理。
desk-codes = 新的动态验证码
desk-codes_for = 账号：
desk-codes_once = 请账号本人现在用验证码软件扫一扫。这个码只显示这一次，以前的验证码已经不能用了。
desk-codes_picture = 给验证码软件扫的二维码

## 操作记录

desk-audit = 操作记录
desk-audit_check = 核对整份记录是否完整
desk-audit_whole = 整份记录核对过了，没有改动，没有缺少。
desk-audit_broken = 记录被改动过，请马上报告。第一处：
desk-audit_who = 谁
desk-audit_subject = 对象
desk-audit_day = 哪一天
desk-audit_nothing = 没有这样的记录。
desk-audit_stranger = 没有登录的人

desk-did_benefits_looked_up_certify = 查询救助待遇，资格认证
desk-did_benefits_looked_up_news = 查询救助待遇，给本人发变动提醒
desk-did_benefits_looked_up_identity = 查询救助待遇，核对身份
desk-did_benefits_looked_up_shown = 查询救助待遇，答复本人
desk-did_signed_in = 登录
desk-did_signed_out = 退出
desk-did_sign_in_refused = 登录没有通过
desk-did_account_locked = 试错太多，账号锁住
desk-did_account_added = 新增或重设账号
desk-did_account_changed = 改角色或范围
desk-did_account_blocked = 停用账号
desk-did_account_unblocked = 恢复账号
desk-did_new_password = 换密码
desk-did_new_one_time_codes = 换动态验证码
desk-did_log_opened = 看操作记录
desk-did_calendar_work = 日历改为上班
desk-did_calendar_off = 日历改为不上班
desk-did_calendar_published = 日历改回国家公布的
desk-did_case_opened = 看办件
desk-did_numbers_shown = 看完整号码
desk-did_case_closed = 办结
desk-did_case_answered = 回复对方
desk-did_answer_not_delivered = 回复没有送到
desk-did_case_erased = 删除填写的内容
desk-did_case_accepted = 受理
desk-did_case_sent = 办件送往业务系统
desk-did_letter_sent = 授权书送往业务系统
desk-did_picture_sent = 照片送往业务系统
desk-did_check_sent = 核对请求送往核对系统
desk-did_volunteer_sent = 志愿者登记已推送到志愿服务系统
desk-did_certificate_sent = 证明已推送到志愿服务系统
desk-did_check_asked = 发起核对
desk-did_letter_opened = 看授权书
desk-did_letter_withdrawn = 撤回授权
desk-did_page_checked = 核对签字页
desk-did_picture_opened = 打开照片
desk-did_delivery_retried = 再推送一次
desk-did_struck_off_the_count = 不计次数
desk-did_called = 打过电话
desk-did_day_opened = 看一天的预约
desk-did_checked_in = 办理签到
desk-did_check_in_undone = 签到撤销
desk-did_check_in_not_found = 签到没有对上
desk-did_no_show_marked = 记为爽约
desk-did_no_show_taken_back = 爽约改正
desk-did_walk_in = 发现场号
desk-did_ticket_done = 现场号办好
desk-did_ticket_not_done = 现场号改回没办好
desk-did_refused_stranger = 拒绝：没有登录
desk-did_refused_expired = 拒绝：登录过期
desk-did_refused_blocked = 拒绝：账号停用
desk-did_refused_no_one_time_code = 拒绝：没有动态验证码
desk-did_refused_right = 拒绝：没有这个权限
desk-did_refused_scope = 拒绝：不在管辖范围
desk-did_refused_forged = 拒绝：不是自己的表单
desk-did_refused_replay = 拒绝：重复按

## 日历

desk-calendar = 日历
desk-calendar_day = 日子
desk-calendar_what = 这一天
desk-calendar_work = 上班
desk-calendar_off = 不上班
desk-calendar_published = 照国家公布的
desk-calendar_note = 原因
desk-calendar_set = 保存
desk-calendar_hint = 改了以后，那天有预约的人会收到通知。
desk-calendar_nothing = 以后的日子都照国家公布的。
desk-calendar_no_day = 请选一个日子。
desk-calendar_over = 这一天已经过去了。请选今天或以后的日子。

## 示例账号的称呼

account-demo = 示例工作人员（县）
account-demo_town = 示例工作人员（乡镇）
account-demo_village = 示例工作人员（村）
account-demo_lead = 示例值班负责人
account-demo_calendar = 示例日历管理员
account-demo_auditor = 示例审计员
account-demo_admin = 示例系统管理员
desk-did_numbers_shown_call = 看完整号码：要打电话
desk-did_numbers_shown_check = 看完整号码：要核对身份
desk-did_numbers_shown_file = 看完整号码：要录入
desk-did_numbers_shown_danger = 看完整号码：有人有危险
desk-did_case_claimed = 接办
desk-did_claim_came_second = 接办晚了一步
desk-did_case_passed_on = 转办
desk-did_case_taken_over = 收回重新接
desk-did_missing_item_asked = 请对方补材料
desk-did_case_noted_upon = 记备注
desk-did_case_resumed = 记为补齐
desk-did_duty_set = 排班
desk-did_duty_removed = 撤班
desk-did_account_phone = 换电话
desk-did_case_made_urgent = 加急
