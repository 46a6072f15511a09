# The words of the web chat page itself. None of them takes an argument: the page reads them as they stand.

# The name of the browser's tab: neutral, because others may see it.
page-window_title = 网上服务

# Read aloud before a message.
page-speaker_desk = 服务台：
page-speaker_you = 您：
page-conversation = 对话
page-answers = 可以直接点选
# Read aloud after a question, before its choices and between them.
page-options = 可选：
page-separator = 、

page-message_label = 您的回答
page-message_placeholder = 在这里打字
page-send = 发送
page-typing = 正在输入
page-unsent = 还没有发出去
page-newer = 有新消息

# Typed, this leaves the page as well.
page-exit = 快速退出
page-exit_hint = 马上离开，并清除这个页面。也可以连按两次 Esc 键。
# Where quick exit leads: a full address, or about:blank.
page-exit_url = about:blank

# The button for another language: understood by those who do not read this one.
page-language = 中 / EN

# Elder mode (长辈模式): the switch in the head of the page, and reading aloud.
page-elder = 大字
page-elder_hint = 长辈模式：字大、颜色分明、一次只看几项，还可以朗读
page-aloud = 朗读
page-aloud_always = 自动朗读
page-aloud_hint = 新消息来了，自动读给您听
page-choices_more = 更多
page-choices_before = 上一页

page-commands = 常用操作
page-command_language = 语言
page-command_back = 返回
page-command_menu = 菜单
page-command_help = 帮助
page-command_person = 转人工

page-demonstration_label = 示例
page-demonstration = 仅供演示，不会真的办理

page-failed = 没有发出去，内容已经留好。网络通了会自动再发。有危险，直接打 110。
page-retry = 重试
page-busy = 现在用的人多，请稍等，会自动再发。
page-refused = 这一条没有收下，请改一改再发。
page-expired = 上一次对话已经结束，现在重新开始。

page-morning = 上午
page-afternoon = 下午
page-filter = 按名字找
page-filter_none = 没有找到，可以在下面直接打字。
page-many_send = 选好了
page-many_empty = 请至少选一项。
page-change = 有要改的，点这里

page-photo_camera = 拍照
page-photo_album = 选一张照片
page-photo_send = 发送这张照片
page-photo_alt = 您选的照片
page-photo_said = 照片
page-photo_too_large = 这张照片太大，请选 8 MB 以内的。
page-photo_not_image = 这不是照片，请选一张图片。
page-photo_lost = 照片没有传完，请再选一次。

page-signature_hint = 用手指或鼠标在框里写姓名；不方便写，就在最下面打出姓名，再点发送。
page-signature_field = 签名框：在这里手写姓名
page-signature_clear = 清空
page-signature_done = 签好了
page-signature_said = 已手写签名
page-signature_full = 写满了。请清空，再签一次。

page-receipt_number = 编号
page-document_failed = 没有拿到，请再点一次。
page-code_alt = 二维码，到了窗口出示
page-noscript = 这个页面需要打开 JavaScript 才能使用。您也可以打电话，或者直接到窗口办理。
page-confirm = 确认预约
page-sign = 签授权书
page-link_copied = 链接复制好了，可以发给他。
page-link_title = 签授权书
