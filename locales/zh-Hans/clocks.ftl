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
