# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 工作台：一件事怎么办。代码：bot/web/desk_actions.py、bot/web/handled.py

desk-held_by = 接辦：
desk-scored = 評價：
desk-alarm = 可能有危險，還沒有人接。接了以後，對方才會看到“有人已接到”。
desk-claim = 我來接
desk-acknowledge = 我接到了
desk-take_over = 轉給我接
# $name、$office: 接办的人
handled-claimed_by = { $office }的{ $name }已經接了這件事。
desk-moved_meanwhile = 剛才別人動過這件事，沒有轉出去。請看過再轉。
desk-choose = 請選擇
desk-canned = 常用回覆
desk-picture_send = 發圖片
desk-picture_choose = 選一張圖片，8 MB 以內
desk-actions = 辦理
desk-want = 請對方補材料（補正）
desk-want_label = 缺什麼，一次說全。補齊以前時限停著。
desk-want_send = 告訴對方
desk-pass_on = 轉辦
desk-pass_on_to = 轉給哪裡
desk-pass_on_why = 為什麼轉、要注意什麼（對方看不到）
desk-pass_on_where = 請選一個可以轉去的地方。
desk-note = 記備註
desk-note_label = 只有工作人員看得到
desk-note_keep = 記下
desk-outcome = 怎麼辦結
desk-outcome_done = 辦結
desk-outcome_told = 已經答覆
desk-outcome_elsewhere = 轉其他部門辦理
desk-outcome_unreachable = 聯繫不上
desk-outcome_duplicate = 和另一件重複
desk-outcome_taken_back = 對方不用人工了
desk-show_why = 為什麼要看
desk-reason_call = 要打電話聯繫本人
desk-reason_check = 要核對身份
desk-reason_file = 要錄入業務系統
desk-reason_danger = 有人有危險
desk-show_reason = 請先選為什麼要看完整號碼。
desk-timeline = 辦理過程
desk-level_village = 村（社區）
desk-level_township = 鄉鎮（街道）
desk-level_county = 縣
desk-by_desk = 系統
desk-by_resident = 對方
# $name、$office: 工作人员
handled-by_clerk = { $office }的{ $name }
desk-did_claimed = 接了
desk-did_passed_on = 轉給
desk-did_taken_over = 收回來重新接
desk-did_answered = 回覆了對方
desk-did_wanted = 請對方補：
desk-did_noted = 備註：
desk-did_closed = 辦結：
desk-did_taken_back = 不用人工了
desk-did_scored = 評價：
desk-did_called = 通知了值班的人：
desk-did_unmasked = 看了完整號碼：
desk-did_supplied = 補了材料
desk-did_climbed = 超時，上報到
desk-did_breached = 超過時限：
desk-call_answer = 回覆還沒有看到
desk-call_wanted = 要補材料，還沒有看到
desk-work_ticket = 告訴對方
desk-work_alert = 通知值班的人
desk-work_alert_sms = 給值班的人發短信
