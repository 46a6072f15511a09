# Made from zh-Hans by locales/build.py; what is changed here is lost.

# Words of the faces: the chat's frame, the terminal, and the staff's pages.

confirm-how = 要改哪一項，就打“改”加那一項，比如“改電話”。
options-more = 還有 { $n } 個，可以直接打出來。

receipt-title = 回執
receipt-service = 事項
receipt-day = 日期
receipt-time = 時間
receipt-ticket = 現場號
receipt-office = 地點
receipt-address = 地址
receipt-phone = 電話

# $number: 电话号码
call-number = 撥打 { $number }

fault-ended = 這次對話已經結束，請重新開始。
fault-malformed = 這條消息的格式不對，沒有收下。
fault-not_found = 沒有這個頁面。
fault-too_slow = 這一條沒有傳完，請再試一次。
fault-picture_too_large = 這張照片太大，請選 8 MB 以內的。
fault-too_many_pictures = 照片已經很多了，請過一分鐘再發，或者到窗口交。

desk-title = 網上服務台
desk-name = 工作台
desk-window_title = 工作台
desk-demonstration = 示例
desk-sign_in = 登錄
desk-sign_out = 退出
desk-sign_in_failed = 賬號、密碼或動態驗證碼不對，或者試得太多了。請稍後再試。
desk-account = 賬號
desk-password = 密碼
desk-queue = 辦件
desk-deliveries_dead = 沒有送到的推送：
desk-kind = 種類
desk-kind_booking = 預約
desk-kind_handoff = 轉人工
desk-kind_case = 辦件
desk-kind_erasure = 刪除申請
desk-state = 狀態
desk-state_filed = 未看
desk-state_seen = 已看
desk-state_closed = 已辦結
desk-township = 鄉鎮（街道）
desk-all = 全部
desk-filter = 篩選
desk-nothing = 這裡還沒有辦件。
desk-urgent = 急
desk-newer = 上一頁
desk-older = 下一頁
desk-back = 返回辦件列表
desk-no_such_case = 沒有這個編號。
desk-revision = 第幾次更新：
desk-appointment = 預約
desk-ticket = 現場號
desk-invited = 等對方確認，還沒有約好
desk-partner = 對方的回執：
desk-cancelled = 已取消
desk-erase = 申請刪除的辦件：
desk-erase_now = 刪除那份辦件裡填的內容
desk-precheck = 證明材料預審
desk-findings = 初步判斷
desk-briefing = 給工作人員的說明
desk-answers = 填寫的內容
desk-show_numbers = 顯示完整號碼（會留下記錄）
desk-words = 原話
desk-confidential = 保密，不得告訴對方
desk-conversation = 最近的對話
desk-calls = 今日待電話通知：
desk-call_reminder = 提醒
desk-call_change = 預約有變化
desk-call_offer = 候補有位子，要在時間以前打
desk-call_waiting = 候補結束了
desk-called = 打過了
desk-work = 推送和待辦
desk-work_deliver = 推送到業務系統
desk-work_past = 預約時間到
desk-work_remind = 提醒
desk-work_date = 提醒日子
desk-work_notice = 告訴對方
desk-work_reach = 看對方看到沒有
desk-work_offer = 候補的位子到時間
desk-work_closed = 告訴對方已辦結
desk-work_state_waiting = 等待
desk-work_state_done = 完成
desk-work_state_dead = 失敗
desk-work_attempts = 試過次數：
desk-retry = 再試一次
desk-close = 辦結
desk-close_sure = 這個預約還沒到日子。辦結不會取消預約，對方還是會來。真的要辦結，請再按一次。
desk-close_unread = 對方又說了話，還沒有辦結。請看過再辦結。
desk-answer = 回覆對方
desk-answer_label = 對方會在對話裡看到，最多 1000 字。不要寫身份證號碼。
desk-answer_send = 發送
desk-answer_gone = 對方已經離開這次對話，這裡的話送不到。請打電話告訴對方。
desk-answer_unsent = 沒有送出的話：

desk-day = 今天
desk-day_choose = 哪一天
desk-day_earlier = 前一天
desk-day_later = 後一天
desk-day_office = 窗口
desk-day_go = 查看
desk-day_who_came = 編號、現場號或身份證後六位
desk-day_check_in = 簽到
desk-day_not_found = 今天沒有對得上的預約。請核對編號，或者取現場號。
desk-day_too_fast = 試得太多了，請過幾分鐘再試。
desk-day_several = 有幾個對得上，請選來的這一位
desk-day_walk_in_for = 沒有預約，來辦
desk-day_walk_in = 取現場號
desk-day_nothing = 這一天沒有預約，也沒有現場號。
desk-day_time = 時間
desk-day_service = 事項
desk-day_names = 姓名
desk-day_number = 編號
desk-day_does = 操作
desk-day_awaited = 還沒來
desk-day_came = 來了
desk-day_absent = 沒來
desk-day_cancelled = 取消
desk-day_unknown = 沒有登記
desk-day_undo = 撤銷簽到
desk-day_serve = 辦好了
desk-day_served = 辦好了
desk-day_not_served = 還沒辦好
desk-day_mark = 記為沒來
desk-day_unmark = 不算沒來
desk-day_print = 要打印這一天，請按 Ctrl+P。
# $people: 排在前面、已经到了的人数；$minutes: 大约要等的分钟数
counter-waiting = { $people ->
    [0] 前面沒有人在等。
   *[other] 前面有 { $people } 位，大約要等 { $minutes } 分鐘。
}

service-danger = 可能有危險

# Further words for options that mean yes, no, or not knowing.
words-yes = 是|是的|對|對的|對對|對對對|都對|都對的|全對|都沒錯|沒有錯|正確|嗯嗯|好|好的|嗯|行|可以|沒錯|有|要|ok|yes
words-no = 不|不是|不是的|沒|沒有|否|不用|不行|no
words-unsure = 不知道|不清楚|說不清|說不好|不確定|不曉得
words-unknown = 不知道|不清楚|忘了|記不清|找不到了|說不清|不記得|不記得了|記不得|想不起來|不曉得
words-agree = 是|對|嗯|嗯嗯|好|好的|好吧|行|行吧|可以|中|同意|我同意|願意|ok|yes
words-decline = 不|不同意|我不同意|不要|不願意|不想|不想填|不行|不可以|no
words-keep = 不改|不改了|不變|還是原來的|就原來的|照舊
words-none = 沒有|沒|不填|不留|跳過|不用|都沒有
words-nothing = 沒有|都沒有|沒|無|一樣也沒有|什麼也沒有|啥也沒有|沒啥
history-hidden = 這一段不再顯示。要接著辦，請點“繼續辦理”。

desk-papers = 受理、授權書和照片
desk-accept = 受理
desk-accepted = 受理日期：
desk-letter = 授權書 (PDF){" "}
desk-picture = 看照片
desk-page_good = 核對無誤
desk-page_again = 看不清，請重交
desk-check = 憑授權書發起核對
desk-check_waits = 受理以後，授權書全家簽齊、沒有撤回、沒有過期，才能發起家庭經濟狀況核對。
desk-check_no_letter = 現在不能發起家庭經濟狀況核對：要先受理，授權書要有效；發起過的，不用再發。
desk-work_attach = 推送附件
desk-work_check = 推送核對請求
desk-work_report = 推送到志願服務系統
desk-work_letter_remind = 提醒簽授權書
desk-work_letter_over = 授權書到時間
desk-letter_until = 簽齊的期限：
desk-checked = 已發起核對：
desk-checked_how = 沒有接業務系統的，請在核對系統裡填上授權書編號辦理。
desk-withdraw = 當事人到窗口撤回授權
