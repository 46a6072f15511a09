# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 社会救助的法定期限：flows/assistance/clocks.py
# $category: 哪一类

clock-survey = { $category }：啟動家庭經濟狀況調查
clock-check = { $category }：啟動信息核對
clock-opinion = { $category }：調查核實，提出初審意見
clock-publicity = { $category }：公示期滿
clock-county = { $category }：縣級提出確認意見
clock-whole = { $category }：全部辦完
clock-extended = { $category }：特殊情況延長以後，全部辦完
clock-refusal = { $category }：不予確認的，書面告知

# $name: 哪一步；$day: 最后一天；$source: 依据
clock-line = { $name }，{ $day } 以前（{ $source }）
clock-line_provisional = { $name }，{ $day } 以前，那時的放假安排還沒有公佈，日子可能會變（{ $source }）
clock-line_at_latest = { $name }，最晚 { $day }（{ $source }）
# $number: 编号；$day: 受理的日子；$lines: 每个期限一行
assistance-accepted =
    編號 { $number } 的申請，{ $day } 受理了。按規定，各步最晚到：
    { $lines }
    這是辦理的期限，不等於一定能通過。
