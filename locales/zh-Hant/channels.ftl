# Made from zh-Hans by locales/build.py; what is changed here is lost.

### 聊天软件上怎么问、怎么说

private = { $value }
private-not_shown = （已填，不在這裡顯示）

## 个人信息不在聊天软件里说

said-not_kept = （沒有保存）
personal-elsewhere = 個人信息請不要發在這裡，剛才發的沒有保存。點下面的按鈕，在民政局自己的網頁上填。
personal-at_page = 這一題涉及個人信息，請點下面的按鈕，在民政局自己的網頁上填。填完回到這裡接著辦。鏈接只能用一次；不方便上網，可以打「轉人工」。
private-open = 在網頁上核對
personal-open = 打開網頁填寫
papers-open = 在網頁上查看和保存
visit-back = 這一部分填好了。可以回到原來的聊天裡接著辦，也可以在這裡接著辦。
news-at_page = 您辦的事有新消息，請點下面的「打開網頁」看。
visit-done = 網頁上填的都收到了。
fault-link_over = 這個鏈接用過了，或者過期了。請回到聊天裡，發「換個地方辦」，會再給您一個。

## 换个地方接着办

command-link = 換個地方辦
    .words = 換地方辦|換個地方接著辦|在別處辦|換手機辦|換設備|換到網頁|換到微信|換到公眾號|換到電報|換到Telegram
link-code =
    { $telegram ->
        [yes] { $wechat ->
            [yes] 要在 Telegram 裡接著辦，點下面的按鈕；要在微信裡接著辦，在我們的公眾號裡發這個碼，在 Telegram 裡也可以發：{ $code }
           *[no] 要在 Telegram 裡接著辦，點下面的按鈕；或者在那邊給我們發這個碼：{ $code }
        }
       *[no] { $wechat ->
            [yes] 要在微信裡接著辦，在我們的公眾號裡發這個碼：{ $code }
           *[no] 要在別的聊天裡接著辦，在那邊給我們發這個碼：{ $code }
        }
    }
    只能用一次，{ $minutes } 分鐘內有效，不要給別人。
link-page = 要在網頁上接著辦，點下面的「打開網頁」。鏈接只能用一次，{ $hours } 小時內有效，不要給別人。
link-open_page = 打開網頁
link-slot = 也可以在網頁上選時間
link-photo = 也可以在網頁上傳照片
link-signature = 也可以在網頁上手寫簽名
link-open_telegram = 打開 Telegram
link-done = 接上了，從剛才的地方接著辦。
link-done_left = 接上了，從剛才的地方接著辦。原來在這個聊天裡沒辦完的還留著，發「換回來」就能回去。
link-over = 這個碼用過了，或者過期了。請在原來的地方再要一個。
link-too_often = 試的次數太多了，請過十分鐘再試。
link-back_words = 換回來|換回來|switch back
link-back_done = 換回來了，接著辦原來的。
link-back_none = 沒有可以換回的。

command-told_here = 提醒發到這裡
    .words = 通知發到這裡|以後發到這裡|發到這裡|提醒發這裡
told_here = 好，以後的提醒和答覆都發到這裡。

## 收到了，但用不上

location-received = （位置）
unfit-location = 位置收到了，這一題用不上。請選一項，或者打字告訴我。
unfit-photo = 照片請不要發在這裡，沒有保存。要交照片，請點問題下面的按鈕，在民政局自己的網頁上傳。
unfit-document = 這種文件打不開。要交材料，請發照片。
unfit-voice = 語音我聽不了，請打字。情況緊急請打 110 或 120。
unfit-unheard = 沒聽清，請打字，或者再說一遍試試。情況緊急請打 110 或 120。
unfit-sticker = 表情我看不懂，請打字告訴我。
unfit-other = 這種消息我看不懂，請打字告訴我。
unfit-edited = 改過的消息我看不到，算的是原來那條。要改，請重新發一條，或者發「返回」。
unfit-too_fast = 發得太快了，後面幾條沒有收下。請等幾秒再發。
unfit-too_large = 照片太大了，沒有收下。請發小於 8 MB 的。
unfit-fault = 我們這邊出了點問題，剛才那條還沒有辦。已經收下了，我們會再辦，請先等一等。

## 微信公众号

wechat-meanwhile = 收到了，正在查，請稍等。結果會發在這裡。
wechat-not_taken = 我們這邊出了點問題，剛才這條沒有收下。請過幾分鐘再發一次。
wechat-too_late = 您先發的一條剛剛才到，還沒有辦。要辦請再發一次。
wechat-news = 您辦的事有新消息
wechat-menu_services = 辦事
wechat-menu_mine = 我的
wechat-menu_people = 找人
wechat-entry_reissue = 補領婚姻登記證
wechat-unsupported = 【收到不支持的消息類型，暫無法顯示】
voice-heard = 聽到的是「{ $text }」。
exit-chat_stays = 已經辦的還算數，憑編號可以查；工作人員的答覆不會再發到這裡。聊天裡說過的話我們刪不掉，還留在您的手機上。要刪，請在聊天軟件裡刪掉和我們的對話。
fault-not_wechat = 這不是微信發來的消息，沒有收下。
fault-not_xml = 這裡只收 XML 格式的消息。

## 群里

group-private = 您好，這裡人多，辦事請和我單獨聊。點我的頭像就可以。

## 聊天软件里显示的命令

bot-about = { $place }的辦事窗口：婚姻登記預約、社會救助初步篩查、找工作人員。緊急請打 110、120、119。
bot-menu = 有什麼可以辦
bot-person = 找工作人員
bot-back = 回到上一步
bot-cancel = 不辦了
bot-info = 我的信息
bot-language = 換語言
bot-link = 換個地方接著辦
bot-help = 怎麼用
bot-exit = 快速退出
many-done = 選好了

## 网页上

page-begin_anew = 重新開始

## 服务台

desk-telegram = Telegram
desk-telegram_none = 這裡沒有開通工作人員用的 Telegram 機器人。要開通，請找管理服務器的人。
desk-telegram_own = 您的賬號
desk-telegram_linked = 您的賬號已經接上一個 Telegram 聊天。
desk-telegram_not_linked = 您的賬號還沒有接上 Telegram。
desk-telegram_blocked = 那邊停用了機器人，消息送不到。請在 Telegram 裡重新打開機器人。
desk-telegram_moves = 用新的接入碼接上別的聊天，現在這個就斷開。
desk-telegram_get = 取得接入碼
desk-telegram_unlink = 斷開
desk-telegram_code = 您的接入碼
desk-telegram_send = 在 Telegram 裡把這個碼發給工作人員的機器人。
desk-telegram_open = 打開 Telegram
desk-telegram_groups = 工作群
desk-telegram_groups_how = 把機器人拉進群，在這裡取得接入碼，再在群裡發「/group 接入碼」。群裡的通知只有編號、業務和緩急。
desk-telegram_group = 哪裡的群
desk-telegram_county = 縣裡
desk-telegram_group_code = 群的接入碼
desk-telegram_group_send = 在群裡發上面這一行，群裡要有工作人員的機器人。
desk-telegram_groups_linked = 已接上的群
desk-telegram_group_since = 接上的時間：
desk-telegram_group_blocked = 那邊的群收不到消息。請把機器人重新拉進群。
telegram-code_lasts = 只能用一次，{ $minutes } 分鐘內有效，只顯示這一次，不要給別人。
desk-did_telegram_code_made = 取得 Telegram 接入碼
desk-did_telegram_group_code_made = 取得 Telegram 群的接入碼
desk-did_telegram_unlinked = 斷開 Telegram
desk-did_telegram_group_unlinked = 斷開 Telegram 群
desk-answer_through_chat = 對方在 Telegram 裡，這條回覆會經過 Telegram。請不要寫姓名、號碼、住址這些個人信息。
desk-messages_dead = 聊天裡沒有送到、不再重發的消息
desk-bot_residents = 居民用的機器人（Telegram）
desk-bot_wechat = 居民用的微信公眾號
desk-bot_staff = 工作人員用的機器人
desk-chat_resident = 居民的聊天
desk-chat_clerk = 工作人員自己的聊天
desk-chat_group = 工作群
desk-chat_nobody = 已斷開的聊天
