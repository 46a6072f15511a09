### How it is asked and said in messengers

private = { $value }
private-not_shown = (given, not shown here)

## Nothing personal is said in a messenger

said-not_kept = (not kept)
personal-elsewhere = Please send nothing personal here; what you sent was not kept. Tap the button below and fill it in on the bureau's own page.
personal-at_page = This question is personal. Please tap the button below and answer it on the bureau's own page, then come back here and go on. The link works once; without the internet, type “person”.
private-open = Check it on the page
personal-open = Open the page
papers-open = See and save it on the page
visit-back = This part is filled in. You can go on in your chat, or here.
news-at_page = There is news of what you applied for. Please choose “Open the page” below and read it there.
visit-done = Everything you filled in at the page has arrived.
fault-link_over = This link was used already, or is too old. Go back to the chat and send “continue elsewhere” for a new one.

## Going on elsewhere

command-link = Continue elsewhere
    .words = go on elsewhere|switch device|continue on wechat|continue on telegram|continue on the page|link
link-code =
    { $telegram ->
        [yes] { $wechat ->
            [yes] To go on in Telegram, tap the button below; to go on in WeChat, send this code to our Official Account, which works in Telegram as well: { $code }
           *[no] To go on in Telegram, tap the button below, or send us this code there: { $code }
        }
       *[no] { $wechat ->
            [yes] To go on in WeChat, send this code to our Official Account: { $code }
           *[no] To go on in another chat, send us this code there: { $code }
        }
    }
    It works once and for { $minutes } minutes. Give it to nobody.
link-page = To go on at the page, choose “Open the page” below. The link works once and for { $hours } hours. Give it to nobody.
link-open_page = Open the page
link-slot = You can also choose the time on the page
link-photo = You can also upload the photo on the page
link-signature = You can also sign by hand on the page
link-open_telegram = Open Telegram
link-done = Linked. We go on where you were.
link-done_left = Linked. We go on where you were. What you had begun in this chat is kept; send “switch back” to return to it.
link-over = This code was used already, or is too old. Please ask for a new one where you were.
link-too_often = Too many tries. Please try again in ten minutes.
link-back_words = 换回来|換回來|switch back
link-back_done = You are back. We go on with what you had begun here.
link-back_none = There is nothing to switch back to.

command-told_here = Tell me here
    .words = send reminders here|remind me here|notify me here
told_here = All right, reminders and answers will come here.

## Received, but of no use

location-received = (location)
unfit-location = We got your location, but this question has no use for it. Please choose or type your answer.
unfit-photo = Please send no pictures here; it was not kept. To hand in a picture, tap the button below the question and upload it on the bureau's own page.
unfit-document = We cannot open this kind of file. To hand something in, please send a picture.
unfit-voice = We cannot listen to voice messages, please type. In an emergency call 110 or 120.
unfit-unheard = That could not be made out. Please type it, or try saying it again. In an emergency call 110 or 120.
unfit-sticker = We do not understand stickers, please type.
unfit-other = We do not understand this kind of message, please type.
unfit-edited = We cannot see edited messages; the first one counts. To change it, send a new one, or send “back”.
unfit-too_fast = That was too fast: the last messages were not taken. Please wait some seconds.
unfit-too_large = The picture is too large and was not taken. Please send one of less than 8 MB.
unfit-fault = Something went wrong on our side, and your last message is not dealt with yet. We have it and will try again; please wait a little.

## In groups

## The Official Account on WeChat

wechat-meanwhile = We have it and are looking. The answer will come here.
wechat-not_taken = Something went wrong on our side, and your last message was not taken. Please send it again in a few minutes.
wechat-too_late = A message you sent earlier has only just arrived, and was not dealt with. If you still want it, please send it again.
wechat-news = News about your case
wechat-menu_services = Services
wechat-menu_mine = Mine
wechat-menu_people = People
wechat-entry_reissue = Reissue of a certificate
wechat-unsupported = 【收到不支持的消息类型，暂无法显示】
voice-heard = I heard: “{ $text }”
exit-chat_stays = What you have booked or filed still stands; its number finds it. Replies from staff will not come here any more. I cannot delete what was said in this chat: it is still on your phone. To remove it, delete our conversation in the app.
fault-not_wechat = This is no message from WeChat, and was not taken.
fault-not_xml = Only messages in XML are taken here.

group-private = Hello, others can read along here. Please write to me alone: tap my picture.

## Commands shown in a messenger

bot-about = { $place }: marriage registration, assistance, a person. Emergency: 110, 120, 119.
bot-menu = What can be done here
bot-person = Ask for a person
bot-back = One step back
bot-cancel = Stop this
bot-info = What you know about me
bot-language = Change the language
bot-link = Go on elsewhere
bot-help = How it works
bot-exit = Leave quickly
many-done = Done choosing

## On the page

page-begin_anew = Begin anew

## The desk

desk-telegram = Telegram
desk-telegram_none = There is no Telegram bot for the staff here. Who runs the server can set one up.
desk-telegram_own = Your account
desk-telegram_linked = Your account is linked to a Telegram chat.
desk-telegram_not_linked = Your account is not linked to Telegram.
desk-telegram_blocked = The bot was stopped there, so nothing arrives. Please start it again in Telegram.
desk-telegram_moves = When you link another chat with a new code, this one is unlinked.
desk-telegram_get = Get a code
desk-telegram_unlink = Unlink
desk-telegram_code = Your code
desk-telegram_send = In Telegram, send this code to the staff's bot.
desk-telegram_open = Open Telegram
desk-telegram_groups = Groups
desk-telegram_groups_how = Add the bot to the group, get a code here, then send “/group code” in the group. What the group is told has number, service and urgency only.
desk-telegram_group = Whose group
desk-telegram_county = The county
desk-telegram_group_code = Code for the group
desk-telegram_group_send = Send the line above in the group; the staff's bot has to be in it.
desk-telegram_groups_linked = Linked groups
desk-telegram_group_since = Linked since
desk-telegram_group_blocked = Nothing arrives in that group. Please add the bot to it again.
telegram-code_lasts = It works once and for { $minutes } minutes, is shown this once, and is for nobody else.
desk-did_telegram_code_made = Telegram code made
desk-did_telegram_group_code_made = Telegram code for a group made
desk-did_telegram_unlinked = Telegram unlinked
desk-did_telegram_group_unlinked = Telegram group unlinked
desk-answer_through_chat = They are in Telegram, and this answer goes through it. Please write nothing personal: no names, numbers or addresses.
desk-messages_dead = Messages given up in chats
desk-bot_residents = The residents’ bot
desk-bot_wechat = The residents’ Official Account on WeChat
desk-bot_staff = The staff’s bot
desk-chat_resident = residents’ chats
desk-chat_clerk = clerks’ own chats
desk-chat_group = groups
desk-chat_nobody = chats no longer linked
