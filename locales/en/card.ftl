# A photo of a resident identity card: flows/card.py, bot/cards.py

card-name = Name
card-sex = Sex
    .male = male
    .female = female
card-ethnic_group = Ethnic group
card-birth = Born
card-address = Address
card-number = ID number
# $year, $month, $day: of the birth
card-day = { $day } { $month } { $year }
card-not_read = not readable
card-to_be_typed = not readable; you can type it next

## When it cannot be read: then the photo is asked for again

card-not_a_card = There is no ID card to be seen in this photo. Please lay the card flat, the side with the portrait and the number up, and take a photo of all of it.
card-back_of_card = This is the side with the emblem. Please turn it over, to the side with the portrait and the number.
card-blurred = The photo is not quite clear. Please lay the card where it is bright, without glare, and hold the phone still.
card-several_cards = There is more than one ID card in the photo. Please take a photo of the applicant’s card only.
card-failed = The photo cannot be read just now; it is not your fault. You can try another photo, or type it instead.
card-gone = That photo was not kept. Please take another one, or type it instead.
