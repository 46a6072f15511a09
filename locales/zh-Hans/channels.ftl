### 聊天软件上怎么问、怎么说

private = { $value }
private-not_shown = （已填，不在这里显示）

## 个人信息不在聊天软件里说

said-not_kept = （没有保存）
personal-elsewhere = 个人信息请不要发在这里，刚才发的没有保存。点下面的按钮，在民政局自己的网页上填。
personal-at_page = 这一题涉及个人信息，请点下面的按钮，在民政局自己的网页上填。填完回到这里接着办。链接只能用一次；不方便上网，可以打「转人工」。
private-open = 在网页上核对
personal-open = 打开网页填写
papers-open = 在网页上查看和保存
visit-back = 这一部分填好了。可以回到原来的聊天里接着办，也可以在这里接着办。
news-at_page = 您办的事有新消息，请点下面的「打开网页」看。
visit-done = 网页上填的都收到了。
fault-link_over = 这个链接用过了，或者过期了。请回到聊天里，发「换个地方办」，会再给您一个。

## 换个地方接着办

command-link = 换个地方办
    .words = 换地方办|换个地方接着办|在别处办|换手机办|换设备|换到网页|换到微信|换到公众号|换到电报|换到Telegram
link-code =
    { $telegram ->
        [yes] { $wechat ->
            [yes] 要在 Telegram 里接着办，点下面的按钮；要在微信里接着办，在我们的公众号里发这个码，在 Telegram 里也可以发：{ $code }
           *[no] 要在 Telegram 里接着办，点下面的按钮；或者在那边给我们发这个码：{ $code }
        }
       *[no] { $wechat ->
            [yes] 要在微信里接着办，在我们的公众号里发这个码：{ $code }
           *[no] 要在别的聊天里接着办，在那边给我们发这个码：{ $code }
        }
    }
    只能用一次，{ $minutes } 分钟内有效，不要给别人。
link-page = 要在网页上接着办，点下面的「打开网页」。链接只能用一次，{ $hours } 小时内有效，不要给别人。
link-open_page = 打开网页
link-slot = 也可以在网页上选时间
link-photo = 也可以在网页上传照片
link-signature = 也可以在网页上手写签名
link-open_telegram = 打开 Telegram
link-done = 接上了，从刚才的地方接着办。
link-done_left = 接上了，从刚才的地方接着办。原来在这个聊天里没办完的还留着，发「换回来」就能回去。
link-over = 这个码用过了，或者过期了。请在原来的地方再要一个。
link-too_often = 试的次数太多了，请过十分钟再试。
link-back_words = 换回来|換回來|switch back
link-back_done = 换回来了，接着办原来的。
link-back_none = 没有可以换回的。

command-told_here = 提醒发到这里
    .words = 通知发到这里|以后发到这里|发到这里|提醒发这里
told_here = 好，以后的提醒和答复都发到这里。

## 收到了，但用不上

location-received = （位置）
unfit-location = 位置收到了，这一题用不上。请选一项，或者打字告诉我。
unfit-photo = 照片请不要发在这里，没有保存。要交照片，请点问题下面的按钮，在民政局自己的网页上传。
unfit-document = 这种文件打不开。要交材料，请发照片。
unfit-voice = 语音我听不了，请打字。情况紧急请打 110 或 120。
unfit-unheard = 没听清，请打字，或者再说一遍试试。情况紧急请打 110 或 120。
unfit-sticker = 表情我看不懂，请打字告诉我。
unfit-other = 这种消息我看不懂，请打字告诉我。
unfit-edited = 改过的消息我看不到，算的是原来那条。要改，请重新发一条，或者发「返回」。
unfit-too_fast = 发得太快了，后面几条没有收下。请等几秒再发。
unfit-too_large = 照片太大了，没有收下。请发小于 8 MB 的。
unfit-fault = 我们这边出了点问题，刚才那条还没有办。已经收下了，我们会再办，请先等一等。

## 微信公众号

wechat-meanwhile = 收到了，正在查，请稍等。结果会发在这里。
wechat-not_taken = 我们这边出了点问题，刚才这条没有收下。请过几分钟再发一次。
wechat-too_late = 您先发的一条刚刚才到，还没有办。要办请再发一次。
wechat-news = 您办的事有新消息
wechat-menu_services = 办事
wechat-menu_mine = 我的
wechat-menu_people = 找人
wechat-entry_reissue = 补领婚姻登记证
wechat-unsupported = 【收到不支持的消息类型，暂无法显示】
voice-heard = 听到的是「{ $text }」。
exit-chat_stays = 已经办的还算数，凭编号可以查；工作人员的答复不会再发到这里。聊天里说过的话我们删不掉，还留在您的手机上。要删，请在聊天软件里删掉和我们的对话。
fault-not_wechat = 这不是微信发来的消息，没有收下。
fault-not_xml = 这里只收 XML 格式的消息。

## 群里

group-private = 您好，这里人多，办事请和我单独聊。点我的头像就可以。

## 聊天软件里显示的命令

bot-about = { $place }的办事窗口：婚姻登记预约、社会救助初步筛查、找工作人员。紧急请打 110、120、119。
bot-menu = 有什么可以办
bot-person = 找工作人员
bot-back = 回到上一步
bot-cancel = 不办了
bot-info = 我的信息
bot-language = 换语言
bot-link = 换个地方接着办
bot-help = 怎么用
bot-exit = 快速退出
many-done = 选好了

## 网页上

page-begin_anew = 重新开始

## 服务台

desk-telegram = Telegram
desk-telegram_none = 这里没有开通工作人员用的 Telegram 机器人。要开通，请找管理服务器的人。
desk-telegram_own = 您的账号
desk-telegram_linked = 您的账号已经接上一个 Telegram 聊天。
desk-telegram_not_linked = 您的账号还没有接上 Telegram。
desk-telegram_blocked = 那边停用了机器人，消息送不到。请在 Telegram 里重新打开机器人。
desk-telegram_moves = 用新的接入码接上别的聊天，现在这个就断开。
desk-telegram_get = 取得接入码
desk-telegram_unlink = 断开
desk-telegram_code = 您的接入码
desk-telegram_send = 在 Telegram 里把这个码发给工作人员的机器人。
desk-telegram_open = 打开 Telegram
desk-telegram_groups = 工作群
desk-telegram_groups_how = 把机器人拉进群，在这里取得接入码，再在群里发「/group 接入码」。群里的通知只有编号、业务和缓急。
desk-telegram_group = 哪里的群
desk-telegram_county = 县里
desk-telegram_group_code = 群的接入码
desk-telegram_group_send = 在群里发上面这一行，群里要有工作人员的机器人。
desk-telegram_groups_linked = 已接上的群
desk-telegram_group_since = 接上的时间：
desk-telegram_group_blocked = 那边的群收不到消息。请把机器人重新拉进群。
telegram-code_lasts = 只能用一次，{ $minutes } 分钟内有效，只显示这一次，不要给别人。
desk-did_telegram_code_made = 取得 Telegram 接入码
desk-did_telegram_group_code_made = 取得 Telegram 群的接入码
desk-did_telegram_unlinked = 断开 Telegram
desk-did_telegram_group_unlinked = 断开 Telegram 群
desk-answer_through_chat = 对方在 Telegram 里，这条回复会经过 Telegram。请不要写姓名、号码、住址这些个人信息。
desk-messages_dead = 聊天里没有送到、不再重发的消息
desk-bot_residents = 居民用的机器人（Telegram）
desk-bot_wechat = 居民用的微信公众号
desk-bot_staff = 工作人员用的机器人
desk-chat_resident = 居民的聊天
desk-chat_clerk = 工作人员自己的聊天
desk-chat_group = 工作群
desk-chat_nobody = 已断开的聊天
