# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 救助待遇登记表（导入用）：表头和各栏里可以写的词，写哪一个都认，用 | 分开。英文编号也认。

register-column = 表頭
    .name = 姓名
    .id_number = 身份證號|身份證號碼|公民身份號碼
    .phone = 手機號|手機號碼|登記手機
    .id = 編號
    .scheme = 救助類型
    .state = 狀態
    .since = 狀態日期
    .accepted = 受理日期
    .check_asked = 提請核對日期
    .published = 公示日期
    .reported = 上報日期
    .decided = 決定日期
    .told = 送達日期
    .township = 鄉鎮
    .members = 保障人數
    .account = 賬戶尾號
    .next_review = 下次複核
    .certify_by = 認證截止
    .missing = 待補材料
    .reasons = 原因
    .case = 受理單號
    .letter = 授權書編號
    .month = 月份
    .amount = 金額(元)|金額|發放金額
    .day = 發放日期
    .proxy_name = 代辦人姓名
    .proxy_id_number = 代辦人身份證號
    .proxy_phone = 代辦人手機號
    .kind = 類型
    .until = 有效期

register-scheme = 救助類型
    .dibao = 低保|最低生活保障
    .edge = 低保邊緣|低保邊緣家庭|最低生活保障邊緣家庭
    .tekun = 特困|特困供養|特困人員救助供養
    .rigid = 剛性支出困難|剛性支出困難家庭
    .temporary = 臨時救助
    .orphan = 孤兒|孤兒基本生活保障
    .unsupported = 事實無人撫養兒童|事實無人撫養兒童基本生活補貼
    .disability_living = 困難殘疾人生活補貼
    .disability_nursing = 重度殘疾人護理補貼
    .elder = 老年人補貼|經濟困難老年人補貼

register-state = 狀態
    .draft = 草稿
    .submitted = 已提交
    .to_supplement = 待補正
    .accepted = 已受理
    .checking = 調查核對中
    .examined = 初審
    .publicity = 公示中
    .county = 縣級審核|鄉鎮確認
    .confirmed = 已確認待發
    .paying = 發放中
    .review = 複核中
    .stopped = 停發
    .not_accepted = 不予受理
    .not_confirmed = 不予確認
    .withdrawn = 撤回
    .ended = 終止
    .transferred = 轉其他救助

register-reason = 原因
    .income_up = 收入增加
    .income_down = 收入減少
    .property = 財產超過限額
    .member_joined = 家庭人口增加
    .member_left = 家庭人口減少
    .standard = 標準調整
    .phase_out = 漸退期
    .arrears = 補發
    .repaid = 扣回多發
    .account = 銀行賬戶原因
    .employed = 就業
    .moved = 戶籍遷出
    .died = 去世
    .in_custody = 服刑或被限制人身自由
    .supported = 有贍養撫養扶養能力的人供養
    .uncooperative = 不配合核查
    .incomplete = 材料不齊
    .not_local = 不屬於本地受理
    .uncertified = 未完成資格認證
    .own_wish = 本人申請
    .other = 其他

register-payment = 發放狀態
    .paid = 已發放
    .returned = 退回
    .due = 待發放

register-mandate = 代辦類型
    .mandate = 授權代辦|授權
    .guardian = 監護人|監護

desk-did_benefits_imported_people = 導入救助待遇登記：人員
desk-did_benefits_imported_records = 導入救助待遇登記：申請和待遇
desk-did_benefits_imported_payments = 導入救助待遇登記：發放
desk-did_benefits_imported_mandates = 導入救助待遇登記：授權和監護
desk-did_benefits_phone_changed = 換了登記手機
desk-did_benefits_person_removed = 移出救助待遇登記
