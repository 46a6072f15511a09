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
