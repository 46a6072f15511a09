### 工作人员在 Telegram 上看到的话：只有编号、事项、急不急、什么时候到期，没有个人信息。代码：bot/posting.py、bot/telling.py、bot/telegram/

staff_bot-button =
    .claim = 接办
    .desk = 去服务台打开
    .open_here = 打开
    .pass = 转交
    .close = 办结
    .back = 回去

## 群里的通知

# $service: 事项；$number: 编号；$urgent: 急不急
staff_bot-case =
    { $urgent ->
        [yes] 紧急：{ $service }，编号 { $number }
       *[no] { $service }，编号 { $number }
    }
staff_bot-waiting = 等人接办
# $office、$name: 谁；$unseen: 对方又说了话，还没有看
staff_bot-held =
    { $unseen ->
        [yes] { $office }的{ $name }已接办；对方有新消息，还没有看
       *[no] { $office }的{ $name }已接办
    }
# $outcome: 怎么办结的
staff_bot-closed = 已办结：{ $outcome }
# $office: 转到哪里
staff_bot-passed_on = 已转交{ $office }
# $clock: 哪一个时限，最迟什么时候
staff_bot-soon =
    快到时限了：{ $service }，编号 { $number }
    { $clock }
staff_bot-overdue =
    超过时限了：{ $service }，编号 { $number }
    { $clock }
# $day: 哪一天；其余都是件数
staff_bot-digest =
    { $day }
    没办结的 { $open } 件，没人接办的 { $unheld } 件，今天到期的 { $due } 件，已超时的 { $overdue } 件。

## 给值班的人和接办的人

# $number: 编号
staff_bot-danger = 有人有危险，请马上接办。编号 { $number }
staff_bot-new = 有新消息，请到服务台看。编号 { $number }
staff_bot-new_words = 有新消息，编号 { $number }：

## 单独聊天里的话

# $number: 编号
staff_bot-claimed = 已接办，编号 { $number }。
staff_bot-passed = 已转交，编号 { $number }。
staff_bot-closed_now = 已办结，编号 { $number }。
staff_bot-answered = 已发给编号 { $number } 的居民。
staff_bot-moved = 编号 { $number } 刚才有变化，刚按的没有算数。请看现在的样子再按。
staff_bot-unread = 编号 { $number } 有话还没有看，没有办结。请先到服务台看。
staff_bot-close_at_desk = 编号 { $number } 是预约，请在服务台办结。
staff_bot-now_writing = 接下来您写的话、发的照片，都会发给编号 { $number } 的居民。旁人也可能看见对方的屏幕，请写得平常，不要写姓名、号码。不写了，发 /leave。
staff_bot-opened = 已在和我的单独聊天里打开。
staff_bot-left = 好，接下来写的话不发给任何人。
staff_bot-which = 还没有打开哪一件。发 /queue 看待办，或者发 /open 加编号。
staff_bot-no_right = 您的账号没有这项权限。
staff_bot-no_case = 没有这一件，或者不归您管。
staff_bot-only_text = 这里只能发文字和照片，刚才的没有发出去。
staff_bot-fault = 我们这边出了问题，刚才那一步没有办成。请到服务台看，再试一次。
staff_bot-linked = 账号接上了。发 /queue 看待办，/mine 看自己接的，/today 看今天的。
staff_bot-help = 发 /queue 看待办，/mine 看自己接的，/today 看今天的，/open 加编号打开一件，/leave 不再写给居民。
staff_bot-grouped = 这个群接上了，以后的通知发到这里。
staff_bot-ungrouped = 这个群断开了，以后的通知不再发到这里。
staff_bot-no_group = 这个群没有接上：码用过了、过期了，或者不归您管。请在服务台再要一个码。
staff_bot-queue = 待办：
staff_bot-mine = 您接办的：
# $day: 哪一天
staff_bot-today = { $day } 到期的：
staff_bot-none = 没有。
# $held: 有没有人接；$due: 有没有时限；$at: 最迟什么时候
staff_bot-line =
    { $urgent ->
        [yes] 紧急 { $number } { $service }
       *[no] { $number } { $service }
    }{ $held ->
        [yes] ，已接办
       *[no] ，没人接
    }{ $due ->
        [yes] ，最迟 { $at }
       *[no] { "" }
    }
# $office: 哪个登记处；$n: 几个
staff_bot-visits = { $office }今天的预约和现场号：{ $n } 个
