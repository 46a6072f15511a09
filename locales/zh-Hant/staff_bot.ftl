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

## 单独聊天里的话

# $number: 编号
staff_bot-claimed = 已接辦，編號 { $number }。
staff_bot-passed = 已轉交，編號 { $number }。
staff_bot-closed_now = 已辦結，編號 { $number }。
staff_bot-answered = 已發給編號 { $number } 的居民。
staff_bot-moved = 編號 { $number } 剛才有變化，剛按的沒有算數。請看現在的樣子再按。
staff_bot-unread = 編號 { $number } 有話還沒有看，沒有辦結。請先到服務台看。
staff_bot-close_at_desk = 編號 { $number } 是預約，請在服務台辦結。
staff_bot-now_writing = 接下來您寫的話、發的照片，都會發給編號 { $number } 的居民。旁人也可能看見對方的屏幕，請寫得平常，不要寫姓名、號碼。不寫了，發 /leave。
staff_bot-opened = 已在和我的單獨聊天裡打開。
staff_bot-left = 好，接下來寫的話不發給任何人。
staff_bot-which = 還沒有打開哪一件。發 /queue 看待辦，或者發 /open 加編號。
staff_bot-no_right = 您的賬號沒有這項權限。
staff_bot-no_case = 沒有這一件，或者不歸您管。
staff_bot-only_text = 這裡只能發文字和照片，剛才的沒有發出去。
staff_bot-fault = 我們這邊出了問題，剛才那一步沒有辦成。請到服務台看，再試一次。
staff_bot-linked = 賬號接上了。發 /queue 看待辦，/mine 看自己接的，/today 看今天的。
staff_bot-help = 發 /queue 看待辦，/mine 看自己接的，/today 看今天的，/open 加編號打開一件，/leave 不再寫給居民。
staff_bot-grouped = 這個群接上了，以後的通知發到這裡。
staff_bot-ungrouped = 這個群斷開了，以後的通知不再發到這裡。
staff_bot-no_group = 這個群沒有接上：碼用過了、過期了，或者不歸您管。請在服務台再要一個碼。
staff_bot-queue = 待辦：
staff_bot-mine = 您接辦的：
# $day: 哪一天
staff_bot-today = { $day } 到期的：
staff_bot-none = 沒有。
# $held: 有没有人接；$due: 有没有时限；$at: 最迟什么时候
staff_bot-line =
    { $urgent ->
        [yes] 緊急 { $number } { $service }
       *[no] { $number } { $service }
    }{ $held ->
        [yes] ，已接辦
       *[no] ，沒人接
    }{ $due ->
        [yes] ，最遲 { $at }
       *[no] { "" }
    }
# $office: 哪个登记处；$n: 几个
staff_bot-visits = { $office }今天的預約和現場號：{ $n } 個
