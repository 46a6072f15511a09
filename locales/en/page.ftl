# The words of the web chat page itself. None of them takes an argument: the page reads them as they stand.

# The name of the browser's tab: neutral, because others may see it.
page-window_title = Online services

# Read aloud before a message.
page-speaker_desk = Desk:
page-speaker_you = You:
page-conversation = Conversation
page-answers = You can tap an answer
# Read aloud after a question, before its choices and between them.
page-options = You can choose:{" "}
page-separator = {", "}

page-message_label = Your answer
page-message_placeholder = Type here
page-send = Send
page-typing = Typing
page-unsent = Not sent yet
page-newer = New messages

# Typed, this leaves the page as well.
page-exit = Quick exit
page-exit_hint = Leave at once and clear this page. Pressing Esc twice does the same.
# Where quick exit leads: a full address, or about:blank.
page-exit_url = about:blank

# The button for another language: understood by those who do not read this one.
page-language = 中 / EN

# Elder mode (长辈模式): the switch in the head of the page, and reading aloud.
page-elder = Large
page-elder_hint = Elder mode: large letters, strong colours, a few choices at a time, and reading aloud
page-aloud = Read
page-aloud_always = Read aloud
page-aloud_hint = New messages are read to you as they come
page-choices_more = More
page-choices_before = Back a page

page-commands = Often used
page-command_language = Language
page-command_back = Back
page-command_menu = Menu
page-command_help = Help
page-command_person = Talk to staff

page-demonstration_label = Example
page-demonstration = Nothing here is really filed

page-failed = Not sent; what you wrote is kept. It will be sent by itself when the network is back. In danger, call 110.
page-retry = Try again
page-busy = Many people are here now. Please wait a little; it will be sent by itself.
page-refused = This message was not taken. Please change it and send it again.
page-expired = The last conversation has ended; a new one begins.

page-morning = Morning
page-afternoon = Afternoon
page-filter = Find by name
page-filter_none = Nothing found. You can type it below.
page-many_send = These are all
page-many_empty = Please choose at least one.
page-change = Something to change

page-photo_camera = Take a photo
page-photo_album = Choose a photo
page-photo_send = Send this photo
page-photo_alt = The photo you chose
page-photo_said = Photo
page-photo_too_large = This photo is too large. Please choose one of 8 MB at most.
page-photo_not_image = This is not a photo. Please choose a picture.
page-photo_lost = The photo did not arrive whole. Please choose it once more.

page-signature_hint = Write your name in the field with a finger or the mouse; if that is not easy, type it at the bottom and send it.
page-signature_field = Signature field: write your name here by hand
page-signature_clear = Clear
page-signature_done = I have signed
page-signature_said = Signed by hand
page-signature_full = The field is full. Please clear it and sign again.

page-receipt_number = Number
page-document_failed = It did not arrive. Please tap once more.
page-code_alt = QR code, to be shown at the counter
page-noscript = This page needs JavaScript. You can also call, or go to the counter.
page-confirm = confirm appointment
page-sign = sign a letter
page-link_copied = The link is copied; you can send it now.
page-link_title = Sign a letter
