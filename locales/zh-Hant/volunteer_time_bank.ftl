# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 时间银行：flows/volunteers/time_bank_flow.py、bot/volunteers/time_bank.py

time_bank-volunteer = 看誰的？
    .label = 志願者
# $hours、$minutes: 余额；$owed: 欠的时长，没有就是 none
time_bank-stands = 現在存著 { format-length }。{ $owed ->
        [none] {""}
       *[other] 另外有 { $owed } 的服務記錄撤銷了，先從以後存的時間裡扣。
    }
time_bank-what = 想做什麼？
    .label = 做什麼
    .none = 不做什麼
time_bank-way =
    .history = 看明細
    .give = 轉給別的志願者
    .ask = 請人幫忙
time_bank-to = 轉給誰？請寫對方的志願者編號。
    .label = 對方的編號
    .unknown = 不知道編號
time_bank-minutes = 轉多久？
    .label = 時長
time_bank-really = 真的要轉嗎？轉了就是對方的了。時間不是錢，不能換錢，也不保證一定能換到服務。
    .label = 確定
    .yes = 轉
    .no = 再想想
# $hours、$minutes: 余额；$owed: 欠的时长，没有就是 none；$lines: 明细，一行一条
time_bank-history =
    { time_bank-stands }
    { $lines }
    為老服務確認以後，做了多少分鐘就存多少分鐘。時間不是錢，不能換錢，也不保證一定能換到服務。
# $day: 日期；$hours、$minutes: 时长；$event: earned 存入，unearned 撤销，given 转出，got 转入，held 留着，returned 退回，spent 用掉
time_bank-line = { $day } { $event ->
        [earned] 存入
        [unearned] 記錄撤銷，減去
        [given] 轉出
        [got] 轉入
        [held] 為服務留著
        [returned] 退回
       *[spent] 用掉了
    } { format-length }
time_bank-nothing_yet = 還沒有明細。
# $hours、$minutes: 转了多久；$to: 给谁；$left: 还剩多久，没有就是 none
time_bank-given = 轉好了：{ format-length }，給 { $to }。{ $left ->
        [none] 現在沒有存著的了。
       *[other] 還存著 { $left }。
    }
time_bank-ask_for_number = 對方打“我的志願者信息”，就能看到自己的編號。問到了再來。
time_bank-as_it_is = 好的，沒有變。
time_bank-nobody = 沒有找到這個編號的志願者。請再核對一下。
# $hours、$minutes: 余额
time_bank-not_so_much = 沒有存這麼多，現在存著 { format-length }。轉多久？
# $hours、$minutes: 时长；$from: 谁转的
time_bank-got = 志願者 { $from } 轉給您 { format-length }，存進您的時間銀行了。
# $hours、$minutes: 减了多久；$owed: 欠的时长，没有就是 none
time_bank-taken_back = 有一次服務記錄撤銷了，時間銀行減去 { format-length }。{ $owed ->
        [none] {""}
       *[other] 還有 { $owed } 已經用掉或者轉走了，先從以後存的時間裡扣。
    }
time_bank-none_here = 這裡還沒有時間銀行。服務時長照樣記著，打“記時長”。
time_bank-need = 想請人幫什麼忙？比如：陪我去醫院，送一次午飯。不用寫姓名和住址，工作人員會問您。
    .label = 想請人做的事
time_bank-day = 哪一天？
    .label = 日期
time_bank-time = 從幾點開始？
    .label = 時間
time_bank-length = 大概要多久？
    .label = 時長
time_bank-sure = 確定要提嗎？這些時間先留著；沒有人能來，或者取消了，都退給您。能不能請到人，不能保證。
    .label = 確定
    .yes = 提
    .no = 再想想
# $hours、$minutes: 留着的时长；$number: 编号
time_bank-asked = 提好了，編號 { $number }，先留著 { format-length }。工作人員看了再幫您問志願者，結果會在這裡告訴您。
time_bank-tomorrow_at_least = 最早是明天。哪一天？
time_bank-when = 這個時間不合適：要在三個月以內，一次不超過一天。哪一天？
time_bank-no_organisation = 這裡還沒有能組織志願者的單位，暫時提不了。
# $day、$from: 时间；$kind、$to、$next_day: 同 help_out-need
time_bank-returned = { $day } { $from } 您想請人幫忙的事，這次沒有辦成，留著的時間退給您了。
time_bank-spent = { $day } { $from } 的服務結束了，留著的時間用掉了。有不對的，打“轉人工”。

time_bank-no_volunteer = { volunteer-none }
