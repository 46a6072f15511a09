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
