# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 离婚发证：flows/divorce/certificate_flow.py。日期都要说“以回执单和登记处为准”；过了期也不说“已视为撤回”

divorce_certificate-notice =
    約離婚發證，民政局要用回執單的日期來算日子；要約時間，還要用兩位的姓名和身份證號碼。電話可以不留。
    身份證號碼是敏感個人信息，加密保存。{ notice-kept }
    同意在這裡填嗎？不同意，也可以直接到登記處。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，直接到登記處
divorce_certificate-receipt_day = 《離婚登記申請受理回執單》上是哪一天？
    .label = 回執單的日期
    .unknown = 不記得了
# $first、$last: 哪一天到哪一天可以领；$provisional: 日期是否还没有定（另有 $receipt、$withdraw 可用）
divorce_certificate-plan =
    { $first } 到 { $last } 可以領離婚證。{ dates-provisional }以回執單和登記處為準。
    想怎麼來？
    .label = 怎麼來
    .slot = 約一個時間
    .slot-words = 約|預約|約時間
    .walk_in = 不約時間，取現場排隊號
    .walk_in-words = 不約|不約時間|不預約|排隊|取號|現場排隊
    .dates = 只看看日期
divorce_certificate-later_plan =
    { $first } 到 { $last } 可以領離婚證。{ dates-provisional }以回執單和登記處為準。
    還早，現在約不了時間。想怎麼來？
    .label = 怎麼來
    .walk_in = 先取那時的現場排隊號
    .dates = 只看看日期
divorce_certificate-last_plan =
    最晚 { $last } 辦，約時間來不及了，不約也可以來。{ dates-provisional }以回執單和登記處為準。
    想怎麼來？
    .label = 怎麼來
    .walk_in = 取現場排隊號
    .dates = 只看看日期
divorce_certificate-papers = 這幾樣，哪些在手邊？可以選幾樣。
    .label = 在手邊的
    .id_cards = 兩人的身份證，沒過期
    .certificates = 結婚證
    .receipt = 《離婚登記申請受理回執單》
    .agreement = 離婚協議
    .none = 都不在
divorce_certificate-first_name = 您的姓名是？
    .label = 您的姓名
divorce_certificate-first_id = 您的身份證號碼是？
    .label = 您的身份證號碼
divorce_certificate-second_name = 對方的姓名是？
    .label = 對方的姓名
divorce_certificate-second_id = 對方的身份證號碼是？
    .label = 對方的身份證號碼
# $first、$last: 哪一天到哪一天可以领；$provisional: 日期是否还没有定（另有 $receipt、$withdraw 可用）
divorce_certificate-day =
    { $first } 到 { $last } 可以領離婚證。{ dates-provisional }以回執單和登記處為準。
    想哪一天來？
    .label = 哪一天
    .walk_in = 不約時間，取現場排隊號
divorce_certificate-slot = 想幾點來？
    .label = 幾點
divorce_certificate-phone = 請留一個能聯繫到您的電話，不留也可以。
    .label = 電話
    .none = 不留電話
# $lines: 填过的各项，每项一行
divorce_certificate-summary =
    請核對：
    { $lines }

    { counting-before }

    都對嗎？都對，就給您約上。
    .label = 核對
    .yes = 都對
divorce_certificate-walk_in_day =
    { $first } 到 { $last } 可以領離婚證。{ dates-provisional }以回執單和登記處為準。
    想取哪一天的排隊號？
    .label = 來的那一天
    .person = 沒有合適的日子，找工作人員
divorce_certificate-walk_in_phone = 請留一個能聯繫到您的電話，不留也可以。
    .label = 電話
    .none = 不留電話
divorce_certificate-walk_in_summary =
    請核對：
    { $lines }

    都對嗎？都對，就給您取號。
    .label = 核對
    .yes = 都對
divorce_certificate-reach = 日期要工作人員幫您看一看。怎麼打電話聯繫您？
    .label = 聯繫電話
    .none = 不留電話

# $first、$last: 哪一天到哪一天可以领
divorce_certificate-outside = 請選 { $first } 到 { $last } 之間的日子。以回執單和登記處為準。
dates-provisional =
    { $provisional ->
        [yes] 有的日子放假安排還沒公佈，日期可能會變。
       *[no] {""}
    }
# 除预约的结果外，另有 $receipt、$withdraw、$first、$last
divorce_certificate-booked =
    約好了。
    { booked-details }
    兩位要一起來，就到當初申請的登記處。
    最晚 { $last } 辦，以回執單和登記處為準。
divorce_certificate-ticket =
    取好號了。
    { ticket-details }
    兩位要一起來，就到當初申請的登記處。
    最晚 { $last } 辦，以回執單和登記處為準。
# $receipt: 回执单的日期；$withdraw: 最晚哪一天撤回；$first、$last: 哪一天到哪一天可以领
divorce_certificate-dates =
    回執單的日期：{ $receipt }
    想撤回，最晚：{ $withdraw }
    領離婚證，最早：{ $first }
    領離婚證，最晚：{ $last }
    { dates-provisional }兩位要一起到當初申請的登記處。日期以回執單和登記處為準。
    要提醒，打“看日子”。
# $receipt: 回执单的日期；$office、$phone: 登记处
divorce_certificate-start_again =
    照 { $receipt } 的回執單算，領離婚證的日子早就過了，多半要重新申請離婚登記。
    請到登記處問一問，或者打電話：{ $phone }
    日期填錯了，就再打一次“離婚發證”。
divorce_certificate-office_today =
    日子很緊。{ $open ->
        [yes] 請兩位今天就一起到當初申請的登記處
       *[no] 登記處 { $opens } 上班，請兩位一上班就一起到當初申請的登記處
    }，帶上身份證、結婚證、回執單和離婚協議。
    能不能辦，工作人員當面看。以回執單和登記處為準。
    已經當急事轉給工作人員。
    { handoff-details }
# $office、$address、$phone: 登记处
divorce_certificate-at_the_office =
    好的。請兩位帶身份證、結婚證、回執單和離婚協議，一起到當初申請的登記處。
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
divorce_certificate-to_a_person =
    好的，已經當急事轉給工作人員，會幫您看日期。
    { handoff-details }
    日子緊的話，不用等回覆，請兩位早點到當初申請的登記處問。日期以回執單和登記處為準。
