# 社会救助的法定期限：flows/assistance/clocks.py
# $category: 哪一类

clock-survey = { $category }：启动家庭经济状况调查
clock-check = { $category }：启动信息核对
clock-opinion = { $category }：调查核实，提出初审意见
clock-publicity = { $category }：公示期满
clock-county = { $category }：县级提出确认意见
clock-whole = { $category }：全部办完
clock-extended = { $category }：特殊情况延长以后，全部办完
clock-refusal = { $category }：不予确认的，书面告知

# $name: 哪一步；$day: 最后一天；$source: 依据
clock-line = { $name }，{ $day } 以前（{ $source }）
clock-line_provisional = { $name }，{ $day } 以前，那时的放假安排还没有公布，日子可能会变（{ $source }）
clock-line_at_latest = { $name }，最晚 { $day }（{ $source }）
# $number: 编号；$day: 受理的日子；$lines: 每个期限一行
assistance-accepted =
    编号 { $number } 的申请，{ $day } 受理了。按规定，各步最晚到：
    { $lines }
    这是办理的期限，不等于一定能通过。
