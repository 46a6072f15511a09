# 输入看不懂时说的话(flows/inputs/)。每一句都说明怎样填才对。

## 姓名

name-empty = 还没有看到姓名。请输入证件上的姓名。
name-digits = 姓名里不应有数字。请照证件上的姓名再输入一次。
name-too_short = 姓名至少两个字。请输入证件上的全名。
# $limit: 最多的字数
name-too_long = 姓名太长了，最多 { $limit } 个字。请照证件上的姓名再输入一次。
name-full = 请输入证件上的全名，不用加称呼。
name-dot = 姓名中间如果有圆点，请用“·”隔开，再输入一次。
name-sentence = 这不像一个姓名。请只输入证件上的姓名。
name-characters = 姓名里有不认识的符号。请照证件上的姓名再输入一次。

## 证件号码

id_number-empty = 还没有看到号码。请输入证件上的号码。
# $seen: 数到的位数
id_number-length = 这里要 18 位号码，您输入的是 { $seen } 位。请对照证件再输入一次。
id_number-fifteen = 15 位的旧号码已停用。请输入现在身份证上的 18 位号码。
id_number-characters = 号码里有不该有的字。请只输入证件上的数字和字母。
id_number-check = 这个号码核对不上，可能有一位输错了。请对照证件再输入一次。
id_number-province = 号码开头几位不对。请对照证件再输入一次。
id_number-birth = 号码里的出生日期不对。请对照证件再输入一次。
# $kind: 输入的是哪一种证件的号码
id_number-kind = { $kind ->
    [resident] 这是居民身份证号码，这里要另一种证件的号码。
    [hmt_permit] 这是港澳台居民居住证号码，这里要另一种证件的号码。
    [permanent] 这是外国人永久居留身份证号码，这里要另一种证件的号码。
    [permanent_old] 这是外国人永久居留身份证号码，这里要另一种证件的号码。
    [hk_macao_pass] 这是港澳居民来往内地通行证号码，这里要另一种证件的号码。
    [taiwan_pass] 这像台湾居民来往大陆通行证号码，这里要另一种证件的号码。
    [passport] 这像护照号码，这里要另一种证件的号码。
   *[unknown] 这不像这里要的证件号码。请对照证件再输入一次。
}

## 联系电话

phone-empty = 还没有看到号码。请输入能联系到您的电话。
phone-one = 请只留一个电话号码。
phone-short_code = 这是服务热线。请留能联系到您本人的电话。
phone-foreign = 请留中国内地的电话号码。
# $seen: 数到的位数
phone-length = 您输入的是 { $seen } 位。手机号是 11 位，座机请加区号，再输入一次。
phone-invalid = 这个号码不对。请输入 11 位手机号，或区号加座机号。

## 编号

receipt-empty = 还没有看到编号。请输入预约编号。
# $initials: 编号开头的两个字母
code-shape = 这不像确认码或者签字码。一共八个字母或数字，例如 7K3M-Q2XD。请再输入一次。
receipt-shape = 这不像预约编号。编号是 { $initials } 加六个数字，后面还有六个字母或数字。请再输入一次。
receipt-never = 编号的后六位里没有 0、1、O、I、L，可能看错了一个。请对照再输入一次。

## 数字和金额

number-not_a_number = 请只回复一个整数，例如 3。
# $low、$high: 最小和最大的数
number-range = 这个数应在 { $low } 到 { $high } 之间。请再输入一次。
money-not_a_number = 请只回复金额，例如 3500 或 3500.50。
money-say_zero = 如果一分钱也没有，请回复 0。
money-about = 请给一个具体的数，估计的也可以，例如 3500。
# $per: 问的是每月、每年，还是不分时段的金额
money-period = { $per ->
    [month] 这里问的是一个月的金额。请只回复一个月的数，例如 3500。
    [year] 这里问的是一年的金额。请只回复一年的数，例如 35000。
   *[none] 请只回复金额，不用写每月或每年，例如 3500。
}
# $low、$high: 最少和最多的元数
money-range = 金额应在 { $low } 元到 { $high } 元之间。请再输入一次。

## 日期

date-not_a_date = 没看出是哪一天。可以写“5月20日”，也可以说“明天”“下周三”。
date-no_such_day = 日历上没有这一天。请看一下日历，再说一次。
date-ambiguous = 请说具体的一天，例如“5月20日”。
# $month、$day: 所说的日期；$weekday: 那天真正是星期几，1 是星期一，7 是星期日
date-weekday = { $month }月{ $day }日是星期{ $weekday ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}。您要的是哪一天？

## 照片

photo-unreadable = 这张照片打不开。请换一张再发。
photo-format = 请发 JPG、PNG 或 WebP 格式的照片。
# $limit: 最多多少百万像素，一百万是 100 万
photo-too_large = 这张照片太大了，最多 { $limit }00 万像素。请缩小后再发。
# $width: 照片的宽度；$wanted: 至少要的宽度(像素)
photo-too_small = 照片太小了，宽只有 { $width } 像素，至少要 { $wanted } 像素。请发清晰的原图。
# $rule: 哪一种照片
photo-ratio = { $rule ->
    [marriage] 请发两人合影的横版 2 寸照片（宽 53 毫米，高 35 毫米）。
   *[other] 照片的长宽比例不对。请换一张再发。
}
# $seen: 看到的底色；$wanted: 可以用的底色
photo-ground = { $seen ->
    [unclear] 照片底色不够干净。
    [red] 照片现在是红底。
    [blue] 照片现在是蓝底。
    [white] 照片现在是白底。
   *[other] 照片底色不对。
}{ $wanted ->
    [red-blue] 请用纯红色底，蓝色底也可以。
   *[other] 请换一种纯色底。
}

## 签名
