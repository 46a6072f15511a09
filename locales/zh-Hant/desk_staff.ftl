# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 工作人员的账号、权限、操作记录和日历

## 登录和拒绝

desk-code = 動態驗證碼
desk-code_none = （沒有領過的不填）
desk-sign_in_no_code = 這個賬號還沒有動態驗證碼，請找系統管理員領取。
desk-not_allowed = 您的賬號不辦這一項。需要的話，請找系統管理員。
desk-pressed_already = 這一步剛才已經按過了，沒有再做一次。請看現在的情況。
desk-go_back = 返回

## 角色和范围

desk-role_desk = 經辦
desk-role_lead = 值班負責人
desk-role_calendar = 日曆管理
desk-role_auditor = 審計
desk-role_admin = 系統管理
desk-level_county = 縣
desk-level_township = 鄉鎮（街道）
desk-level_village = 村（社區）

## 账号

desk-accounts = 賬號
desk-accounts_blocked = 已停用
desk-accounts_locked = 試錯太多，暫時鎖住
desk-accounts_no_codes = 沒有動態驗證碼
desk-accounts_block = 停用
desk-accounts_unblock = 恢復
desk-accounts_new_codes = 換動態驗證碼
desk-accounts_hint = 新增賬號、改角色和改密碼，由管理服務器的人用命令辦理。
desk-codes = 新的動態驗證碼
desk-codes_for = 賬號：
desk-codes_once = 請賬號本人現在用驗證碼軟件掃一掃。這個碼只顯示這一次，以前的驗證碼已經不能用了。
desk-codes_picture = 給驗證碼軟件掃的二維碼

## 操作记录

desk-audit = 操作記錄
desk-audit_check = 核對整份記錄是否完整
desk-audit_whole = 整份記錄核對過了，沒有改動，沒有缺少。
desk-audit_broken = 記錄被改動過，請馬上報告。第一處：
desk-audit_who = 誰
desk-audit_subject = 對象
desk-audit_day = 哪一天
desk-audit_nothing = 沒有這樣的記錄。
desk-audit_stranger = 沒有登錄的人

desk-did_benefits_looked_up_certify = 查詢救助待遇，資格認證
desk-did_benefits_looked_up_news = 查詢救助待遇，給本人發變動提醒
desk-did_benefits_looked_up_identity = 查詢救助待遇，核對身份
desk-did_benefits_looked_up_shown = 查詢救助待遇，答覆本人
desk-did_signed_in = 登錄
desk-did_signed_out = 退出
desk-did_sign_in_refused = 登錄沒有通過
desk-did_account_locked = 試錯太多，賬號鎖住
desk-did_account_added = 新增或重設賬號
desk-did_account_changed = 改角色或範圍
desk-did_account_blocked = 停用賬號
desk-did_account_unblocked = 恢復賬號
desk-did_new_password = 換密碼
desk-did_new_one_time_codes = 換動態驗證碼
desk-did_log_opened = 看操作記錄
desk-did_calendar_work = 日曆改為上班
desk-did_calendar_off = 日曆改為不上班
desk-did_calendar_published = 日曆改回國家公佈的
desk-did_case_opened = 看辦件
desk-did_numbers_shown = 看完整號碼
desk-did_case_closed = 辦結
desk-did_case_answered = 回覆對方
desk-did_answer_not_delivered = 回覆沒有送到
desk-did_case_erased = 刪除填寫的內容
desk-did_case_accepted = 受理
desk-did_case_sent = 辦件送往業務系統
desk-did_letter_sent = 授權書送往業務系統
desk-did_picture_sent = 照片送往業務系統
desk-did_check_sent = 核對請求送往核對系統
desk-did_volunteer_sent = 志願者登記已推送到志願服務系統
desk-did_certificate_sent = 證明已推送到志願服務系統
desk-did_check_asked = 發起核對
desk-did_letter_opened = 看授權書
desk-did_letter_withdrawn = 撤回授權
desk-did_page_checked = 核對簽字頁
desk-did_picture_opened = 打開照片
desk-did_delivery_retried = 再推送一次
desk-did_struck_off_the_count = 不計次數
desk-did_called = 打過電話
desk-did_day_opened = 看一天的預約
desk-did_checked_in = 辦理簽到
desk-did_check_in_undone = 簽到撤銷
desk-did_check_in_not_found = 簽到沒有對上
desk-did_no_show_marked = 記為爽約
desk-did_no_show_taken_back = 爽約改正
desk-did_walk_in = 發現場號
desk-did_ticket_done = 現場號辦好
desk-did_ticket_not_done = 現場號改回沒辦好
desk-did_refused_stranger = 拒絕：沒有登錄
desk-did_refused_expired = 拒絕：登錄過期
desk-did_refused_blocked = 拒絕：賬號停用
desk-did_refused_no_one_time_code = 拒絕：沒有動態驗證碼
desk-did_refused_right = 拒絕：沒有這個權限
desk-did_refused_scope = 拒絕：不在管轄範圍
desk-did_refused_forged = 拒絕：不是自己的表單
desk-did_refused_replay = 拒絕：重複按

## 日历

desk-calendar = 日曆
desk-calendar_day = 日子
desk-calendar_what = 這一天
desk-calendar_work = 上班
desk-calendar_off = 不上班
desk-calendar_published = 照國家公佈的
desk-calendar_note = 原因
desk-calendar_set = 保存
desk-calendar_hint = 改了以後，那天有預約的人會收到通知。
desk-calendar_nothing = 以後的日子都照國家公佈的。
desk-calendar_no_day = 請選一個日子。
desk-calendar_over = 這一天已經過去了。請選今天或以後的日子。

## 示例账号的称呼

account-demo = 示例工作人員（縣）
account-demo_town = 示例工作人員（鄉鎮）
account-demo_village = 示例工作人員（村）
account-demo_lead = 示例值班負責人
account-demo_calendar = 示例日曆管理員
account-demo_auditor = 示例審計員
account-demo_admin = 示例系統管理員
desk-did_numbers_shown_call = 看完整號碼：要打電話
desk-did_numbers_shown_check = 看完整號碼：要核對身份
desk-did_numbers_shown_file = 看完整號碼：要錄入
desk-did_numbers_shown_danger = 看完整號碼：有人有危險
desk-did_case_claimed = 接辦
desk-did_claim_came_second = 接辦晚了一步
desk-did_case_passed_on = 轉辦
desk-did_case_taken_over = 收回重新接
desk-did_missing_item_asked = 請對方補材料
desk-did_case_noted_upon = 記備註
desk-did_case_resumed = 記為補齊
desk-did_duty_set = 排班
desk-did_duty_removed = 撤班
desk-did_account_phone = 換電話
desk-did_case_made_urgent = 加急
