"""What is printed on identity cards and on documents that look like them: labels, titles, names of ethnic groups."""

from __future__ import annotations

NAME, SEX, ETHNIC_GROUP, BIRTH, ADDRESS = "姓名", "性别", "民族", "出生", "住址"
NUMBER = "公民身份号码"
"""The labels of a front, in their order from top to bottom."""

NUMBER_WORN = ("身份号码", "公民身份号", "民身份号")
"""What of the number's label is enough to know it by."""

MALE, FEMALE = "男", "女"
YEAR, MONTH, DAY = "年", "月", "日"

BACK = ("签发机关", "有效期限", "中华人民共和国", "居民身份证")
"""What stands on the back (国徽面)."""

OTHER_DOCUMENTS = (
    *("户主", "籍贯", "婚姻状况", "身份证件", "准驾车型", "初次领证", "国籍", "结婚证", "离婚证", "登记日期", "持证人"),
    *("护照", "通行证", "社会保障", "法定代表人", "就诊", "残疾人证", "永久居留"),
)
"""What stands on others that also say 姓名 and 性别: household books, licences, certificates, passes."""

COPIES = ("仅供", "仅用", "仅限", "复印")
"""What people write across a copy, so that it serves for nothing else; no part of an address."""

ETHNIC_GROUPS = frozenset(
    [
        *("汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜"),
        *("满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎", "傈僳"),
        *("佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土"),
        *("达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米"),
        *("塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京", "塔塔尔"),
        *("独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺"),
    ]
)
"""The 56 of GB/T 3304-1991 中国各民族名称的罗马字母拼写法和代码, as cards print them: without 族."""
GROUP_ENDING = "族"
