# Made from zh-Hans by locales/build.py; what is changed here is lost.

### 工作人员在 Telegram 上看到的话：只有编号、事项、急不急、什么时候到期，没有个人信息。代码：bot/posting.py、bot/telling.py、bot/telegram/

staff_bot-button =
    .claim = 接辦
    .desk = 去服務台打開
    .open_here = 打開
    .pass = 轉交
    .close = 辦結
    .back = 回去

## 群里的通知

# $service: 事项；$number: 编号；$urgent: 急不急
staff_bot-case =
    { $urgent ->
        [yes] 緊急：{ $service }，編號 { $number }
       *[no] { $service }，編號 { $number }
    }
staff_bot-waiting = 等人接辦
# $office、$name: 谁；$unseen: 对方又说了话，还没有看
staff_bot-held =
    { $unseen ->
        [yes] { $office }的{ $name }已接辦；對方有新消息，還沒有看
       *[no] { $office }的{ $name }已接辦
    }
# $outcome: 怎么办结的
staff_bot-closed = 已辦結：{ $outcome }
# $office: 转到哪里
staff_bot-passed_on = 已轉交{ $office }
# $clock: 哪一个时限，最迟什么时候
staff_bot-soon =
    快到時限了：{ $service }，編號 { $number }
    { $clock }
staff_bot-overdue =
    超過時限了：{ $service }，編號 { $number }
    { $clock }
# $day: 哪一天；其余都是件数
staff_bot-digest =
    { $day }
    沒辦結的 { $open } 件，沒人接辦的 { $unheld } 件，今天到期的 { $due } 件，已超時的 { $overdue } 件。

## 给值班的人和接办的人

# $number: 编号
staff_bot-danger = 有人有危險，請馬上接辦。編號 { $number }
staff_bot-new = 有新消息，請到服務台看。編號 { $number }
staff_bot-new_words = 有新消息，編號 { $number }：
