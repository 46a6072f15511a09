# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 签到签退：flows/volunteers/check_in_flow.py

check_in-volunteer = 哪一位志願者簽到或者簽退？
    .label = 志願者
check_in-code = 現場的四位簽到碼是多少？
    .label = 簽到碼
    .lost = 沒看到碼
    .lost-words = 沒有碼|不知道|沒找到|找不到
check_in-post = 是這個嗎？
    .label = 活動
    .other_code = 重新輸入
    .none = 先不簽
check_in-way = 簽到簽退
    .in = 簽到：{ $post }
    .new = 報名並簽到：{ $post }
    .new_risky = 看過風險了，報名並簽到：{ $post }
    .out = 簽退：{ $post }
check_in-wrong = 這個碼現在用不了。可能輸錯了，可能不是今天的，也可能還沒到時間：開始前一小時到結束前可以簽到，結束後一小時內可以簽退。請再看看現場的碼。
check_in-too_often = 試得太多了，請過一個小時再試。著急的話，請找現場的負責人。
check_in-full = 這個活動的名額已經滿了，現在簽不了到。請找現場的負責人。
# $at: 签到的时间
check_in-arrived = 簽到好了：“{ $title }”，{ $at }。走的時候再打“簽退”，輸入同一個碼。
# $recorded: 都记下了（all）、一部分以前记过（rest）、全都以前记过（nothing）、不到一分钟（short）；$length: 时长；$there: 以前记过的时间
check_in-left = 簽退好了：“{ $title }”。{ $recorded ->
    [all] 記下 { $length }，等組織單位確認。
    [rest] 這次記下 { $length }，等組織單位確認。以前已經記過 { $there }，不重複記。
    [nothing] 這段時間以前已經記過：{ $there }，不重複記。
   *[short] 活動時間內不到一分鐘，沒有記時長。
}謝謝您。
# $day: 日期；$from、$to: 时间；$next_day: 是不是第二天才结束
check_in-stood = { $day } { $from } 到{ $next_day ->
        [yes] 第二天
       *[no] {""}
    } { $to }
check_in-later = 好的，先不簽。
check_in-ask_there = 簽到碼貼在現場，沒看到的話，請問現場的負責人。拿到了，再打“簽到”。
