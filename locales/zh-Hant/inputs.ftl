# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 输入看不懂时说的话(flows/inputs/)。每一句都说明怎样填才对。

## 姓名

name-empty = 還沒有看到姓名。請輸入證件上的姓名。
name-digits = 姓名裡不應有數字。請照證件上的姓名再輸入一次。
name-too_short = 姓名至少兩個字。請輸入證件上的全名。
# $limit: 最多的字数
name-too_long = 姓名太長了，最多 { $limit } 個字。請照證件上的姓名再輸入一次。
name-full = 請輸入證件上的全名，不用加稱呼。
name-dot = 姓名中間如果有圓點，請用“·”隔開，再輸入一次。
name-sentence = 這不像一個姓名。請只輸入證件上的姓名。
name-characters = 姓名裡有不認識的符號。請照證件上的姓名再輸入一次。

## 证件号码

id_number-empty = 還沒有看到號碼。請輸入證件上的號碼。
# $seen: 数到的位数
id_number-length = 這裡要 18 位號碼，您輸入的是 { $seen } 位。請對照證件再輸入一次。
id_number-fifteen = 15 位的舊號碼已停用。請輸入現在身份證上的 18 位號碼。
id_number-characters = 號碼裡有不該有的字。請只輸入證件上的數字和字母。
id_number-check = 這個號碼核對不上，可能有一位輸錯了。請對照證件再輸入一次。
id_number-province = 號碼開頭幾位不對。請對照證件再輸入一次。
id_number-birth = 號碼裡的出生日期不對。請對照證件再輸入一次。
# $kind: 输入的是哪一种证件的号码
id_number-kind = { $kind ->
    [resident] 這是居民身份證號碼，這裡要另一種證件的號碼。
    [hmt_permit] 這是港澳台居民居住證號碼，這裡要另一種證件的號碼。
    [permanent] 這是外國人永久居留身份證號碼，這裡要另一種證件的號碼。
    [permanent_old] 這是外國人永久居留身份證號碼，這裡要另一種證件的號碼。
    [hk_macao_pass] 這是港澳居民來往內地通行證號碼，這裡要另一種證件的號碼。
    [taiwan_pass] 這像台灣居民來往大陸通行證號碼，這裡要另一種證件的號碼。
    [passport] 這像護照號碼，這裡要另一種證件的號碼。
   *[unknown] 這不像這裡要的證件號碼。請對照證件再輸入一次。
}

## 联系电话

phone-empty = 還沒有看到號碼。請輸入能聯繫到您的電話。
phone-one = 請只留一個電話號碼。
phone-short_code = 這是服務熱線。請留能聯繫到您本人的電話。
phone-foreign = 請留中國內地的電話號碼。
# $seen: 数到的位数
phone-length = 您輸入的是 { $seen } 位。手機號是 11 位，座機請加區號，再輸入一次。
phone-invalid = 這個號碼不對。請輸入 11 位手機號，或區號加座機號。

## 编号

receipt-empty = 還沒有看到編號。請輸入預約編號。
# $initials: 编号开头的两个字母
code-shape = 這不像確認碼或者簽字碼。一共八個字母或數字，例如 7K3M-Q2XD。請再輸入一次。
receipt-shape = 這不像預約編號。編號是 { $initials } 加六個數字，後面還有六個字母或數字。請再輸入一次。
receipt-never = 編號的後六位裡沒有 0、1、O、I、L，可能看錯了一個。請對照再輸入一次。

## 数字和金额

number-not_a_number = 請只回復一個整數，例如 3。
# $low、$high: 最小和最大的数
number-range = 這個數應在 { $low } 到 { $high } 之間。請再輸入一次。
money-not_a_number = 請只回復金額，例如 3500 或 3500.50。
money-say_zero = 如果一分錢也沒有，請回復 0。
money-about = 請給一個具體的數，估計的也可以，例如 3500。
# $per: 问的是每月、每年，还是不分时段的金额
money-period = { $per ->
    [month] 這裡問的是一個月的金額。請只回復一個月的數，例如 3500。
    [year] 這裡問的是一年的金額。請只回復一年的數，例如 35000。
   *[none] 請只回復金額，不用寫每月或每年，例如 3500。
}
# $low、$high: 最少和最多的元数
money-range = 金額應在 { $low } 元到 { $high } 元之間。請再輸入一次。

## 日期

date-not_a_date = 沒看出是哪一天。可以寫“5月20日”，也可以說“明天”“下週三”。
date-no_such_day = 日曆上沒有這一天。請看一下日曆，再說一次。
date-ambiguous = 請說具體的一天，例如“5月20日”。
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

photo-unreadable = 這張照片打不開。請換一張再發。
photo-format = 請發 JPG、PNG 或 WebP 格式的照片。
# $limit: 最多多少百万像素，一百万是 100 万
photo-too_large = 這張照片太大了，最多 { $limit }00 萬像素。請縮小後再發。
# $width: 照片的宽度；$wanted: 至少要的宽度(像素)
photo-too_small = 照片太小了，寬只有 { $width } 像素，至少要 { $wanted } 像素。請發清晰的原圖。
# $rule: 哪一种照片
photo-ratio = { $rule ->
    [marriage] 請發兩人合影的橫版 2 寸照片（寬 53 毫米，高 35 毫米）。
   *[other] 照片的長寬比例不對。請換一張再發。
}
# $seen: 看到的底色；$wanted: 可以用的底色
photo-ground = { $seen ->
    [unclear] 照片底色不夠乾淨。
    [red] 照片現在是紅底。
    [blue] 照片現在是藍底。
    [white] 照片現在是白底。
   *[other] 照片底色不對。
}{ $wanted ->
    [red-blue] 請用純紅色底，藍色底也可以。
   *[other] 請換一種純色底。
}

## 签名
