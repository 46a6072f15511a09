# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 居民身份证照片：flows/card.py、bot/cards.py

card-name = 姓名
card-sex = 性別
    .male = 男
    .female = 女
card-ethnic_group = 民族
card-birth = 出生
card-address = 住址
card-number = 公民身份號碼
# $year、$month、$day: 出生的年月日
card-day = { $year }年{ $month }月{ $day }日
card-not_read = 沒看清
card-to_be_typed = 沒看清，等一下請您自己填

## 读不出来的时候，接着再问一次要照片

card-not_a_card = 這張照片裡沒有看到身份證。請把身份證放平，有頭像和號碼的一面朝上，整張都拍進來。
card-back_of_card = 這是有國徽的一面。請翻過來，拍有頭像和號碼的一面。
card-blurred = 照片有點看不清。請把身份證放在亮的地方，不要反光，手拿穩再拍。
card-several_cards = 照片裡不止一張身份證。請只拍申請人的這一張。
card-failed = 現在讀不了照片，不是您拍得不好。可以再拍一張試試，也可以自己填。
card-gone = 剛才那張照片沒有留著。請再拍一張，或者自己填。
