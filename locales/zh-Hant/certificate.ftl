# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 结婚证字号、离婚证字号：flows/marriage/certificate.py

certificate-format = 這個字號看不懂。字號像 J620423-2026-000001：先是字母，後面是 6 位、4 位、6 位數字。請照著證書再輸一次。
# $which: 要补领的是哪一种证
certificate-other_kind = { $which ->
    [divorce] 離婚證的字號以 L 或 BL 開頭，這個字號不是。請照著離婚證再輸一次。
   *[marriage] 結婚證的字號以 J 或 BJ 開頭，這個字號不是。請照著結婚證再輸一次。
}
# $year: 字号里的年份，是文字不是数字；在今年之后，或早于 1950 年
certificate-year = 字號裡的年份是 { $year }，好像不對。請看一下證書，再輸一次。
