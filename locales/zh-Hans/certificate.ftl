# 结婚证字号、离婚证字号：flows/marriage/certificate.py

certificate-format = 这个字号看不懂。字号像 J620423-2026-000001：先是字母，后面是 6 位、4 位、6 位数字。请照着证书再输一次。
# $which: 要补领的是哪一种证
certificate-other_kind = { $which ->
    [divorce] 离婚证的字号以 L 或 BL 开头，这个字号不是。请照着离婚证再输一次。
   *[marriage] 结婚证的字号以 J 或 BJ 开头，这个字号不是。请照着结婚证再输一次。
}
# $year: 字号里的年份，是文字不是数字；在今年之后，或早于 1950 年
certificate-year = 字号里的年份是 { $year }，好像不对。请看一下证书，再输一次。
