# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 撤回离婚登记申请：flows/divorce/withdrawal_flow.py

divorce_withdrawal-notice =
    撤回離婚登記申請，一個人來就可以辦，到當初申請的登記處，帶身份證和回執單；回執單丟了，到現場寫一份書面說明。我們不會通知對方。
    民政局要用回執單的日期和一個電話，只用來算日子、排隊。電話可以不留，留了加密保存。{ notice-kept }
    同意在這裡填嗎？不同意，也可以直接到登記處。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，直接到登記處
divorce_withdrawal-receipt_day = 《離婚登記申請受理回執單》上是哪一天？
    .label = 回執單的日期
    .unknown = 不記得了
# $withdraw: 最晚哪一天；$provisional: 日期是否还没有定（另有 $receipt、$first、$last 可用）
divorce_withdrawal-day =
    最晚 { $withdraw } 撤回。{ dates-provisional }以回執單和登記處為準。
    想哪一天來？
    .label = 來的那一天
    .person = 沒有合適的日子，找工作人員
divorce_withdrawal-phone = 請留一個您自己接的電話，不留也可以。
    .label = 電話
    .none = 不留電話
# $lines: 填过的各项，每项一行
divorce_withdrawal-summary =
    請核對：
    { $lines }

    都對嗎？都對，就給您取號。
    .label = 核對
    .yes = 都對
divorce_withdrawal-reach = 日期要工作人員幫您看一看。請留一個您自己接的電話，不留也可以。
    .label = 聯繫電話
    .none = 不留電話

# $last: 最晚哪一天
divorce_withdrawal-outside = 請選 { $last } 或者以前的日子。以回執單和登記處為準。
# 除排队号的结果外，另有 $receipt、$withdraw、$first、$last
divorce_withdrawal-ticket =
    取好號了。
    { ticket-details }
    您一個人來就行，要到當初申請的登記處。我們不會通知對方。
    最晚 { $withdraw } 撤回，以回執單和登記處為準。
    不想讓人看到這一頁，打“快速退出”。
# $office、$address、$phone: 登记处
divorce_withdrawal-at_the_office =
    好的。請您帶身份證和回執單，到當初申請的登記處。一個人來就行，要早點來。
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
divorce_withdrawal-to_a_person =
    好的，已經當急事轉給工作人員。
    { handoff-details }
    請您儘快帶身份證，到當初申請的登記處問。日期以回執單和登記處為準。
    離婚證要兩位一起去申請，才會發。
