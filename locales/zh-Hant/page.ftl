# Made from zh-Hans by locales/build.py; what is changed here is lost.

# The words of the web chat page itself. None of them takes an argument: the page reads them as they stand.

# The name of the browser's tab: neutral, because others may see it.
page-window_title = 網上服務

# Read aloud before a message.
page-speaker_desk = 服務台：
page-speaker_you = 您：
page-conversation = 對話
page-answers = 可以直接點選
# Read aloud after a question, before its choices and between them.
page-options = 可選：
page-separator = 、

page-message_label = 您的回答
page-message_placeholder = 在這裡打字
page-send = 發送
page-typing = 正在輸入
page-unsent = 還沒有發出去
page-newer = 有新消息

# Typed, this leaves the page as well.
page-exit = 快速退出
page-exit_hint = 馬上離開，並清除這個頁面。也可以連按兩次 Esc 鍵。
# Where quick exit leads: a full address, or about:blank.
page-exit_url = about:blank

# The button for another language: understood by those who do not read this one.
page-language = 中 / EN

# Elder mode (长辈模式): the switch in the head of the page, and reading aloud.
page-elder = 大字
page-elder_hint = 長輩模式：字大、顏色分明、一次只看幾項，還可以朗讀
page-aloud = 朗讀
page-aloud_always = 自動朗讀
page-aloud_hint = 新消息來了，自動讀給您聽
page-choices_more = 更多
page-choices_before = 上一頁

page-commands = 常用操作
page-command_language = 語言
page-command_back = 返回
page-command_menu = 菜單
page-command_help = 幫助
page-command_person = 轉人工

page-demonstration_label = 示例
page-demonstration = 僅供演示，不會真的辦理

page-failed = 沒有發出去，內容已經留好。網絡通了會自動再發。有危險，直接打 110。
page-retry = 重試
page-busy = 現在用的人多，請稍等，會自動再發。
page-refused = 這一條沒有收下，請改一改再發。
page-expired = 上一次對話已經結束，現在重新開始。

page-morning = 上午
page-afternoon = 下午
page-filter = 按名字找
page-filter_none = 沒有找到，可以在下面直接打字。
page-many_send = 選好了
page-many_empty = 請至少選一項。
page-change = 有要改的，點這裡

page-photo_camera = 拍照
page-photo_album = 選一張照片
page-photo_send = 發送這張照片
page-photo_alt = 您選的照片
page-photo_said = 照片
page-photo_too_large = 這張照片太大，請選 8 MB 以內的。
page-photo_not_image = 這不是照片，請選一張圖片。
page-photo_lost = 照片沒有傳完，請再選一次。

page-signature_hint = 用手指或鼠標在框裡寫姓名；不方便寫，就在最下面打出姓名，再點發送。
page-signature_field = 簽名框：在這裡手寫姓名
page-signature_clear = 清空
page-signature_done = 簽好了
page-signature_said = 已手寫簽名
page-signature_full = 寫滿了。請清空，再簽一次。

page-receipt_number = 編號
page-document_failed = 沒有拿到，請再點一次。
page-code_alt = 二維碼，到了窗口出示
page-noscript = 這個頁面需要打開 JavaScript 才能使用。您也可以打電話，或者直接到窗口辦理。
page-confirm = 確認預約
page-sign = 簽授權書
page-link_copied = 鏈接複製好了，可以發給他。
page-link_title = 簽授權書
