# 居民身份证照片：flows/card.py、bot/cards.py

card-name = 姓名
card-sex = 性别
    .male = 男
    .female = 女
card-ethnic_group = 民族
card-birth = 出生
card-address = 住址
card-number = 公民身份号码
# $year、$month、$day: 出生的年月日
card-day = { $year }年{ $month }月{ $day }日
card-not_read = 没看清
card-to_be_typed = 没看清，等一下请您自己填

## 读不出来的时候，接着再问一次要照片

card-not_a_card = 这张照片里没有看到身份证。请把身份证放平，有头像和号码的一面朝上，整张都拍进来。
card-back_of_card = 这是有国徽的一面。请翻过来，拍有头像和号码的一面。
card-blurred = 照片有点看不清。请把身份证放在亮的地方，不要反光，手拿稳再拍。
card-several_cards = 照片里不止一张身份证。请只拍申请人的这一张。
card-failed = 现在读不了照片，不是您拍得不好。可以再拍一张试试，也可以自己填。
card-gone = 刚才那张照片没有留着。请再拍一张，或者自己填。
