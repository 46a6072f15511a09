# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 我的授权书：flows/assistance/letters_flow.py

# $letter: 编号；$state: 到哪一步
letters-one = 授權書 { $letter }（{ $state }）
letters-state =
    .open = 還沒有簽齊
    .complete = 都簽好了
    .withdrawn = 已撤回
    .expired = 過期了
    .replaced = 換了新的
letters-letter = 想看哪一份授權書？
    .label = 授權書
    .none = 不看了
letters-none = 您在這裡沒有授權書。先辦“社會救助”，申請的時候會有一份；別人請您簽的，打“簽授權書”。
# $letter: 编号；$state: 到哪一步；$open: 还在签吗（yes、no）；$until: 签到什么时候；$lines: 每一页一行
letters-shown =
    授權書 { $letter }：{ $state }{ $open ->
        [yes] ，請在 { $until } 以前簽齊
       *[other] {""}
    }。
    { $lines }
letters-what = 想做什麼？
    .label = 想做什麼
    .none = 不用了
letters-way =
    .codes = 重新發簽字碼
    .paper = 交紙上簽好的一頁
    .guardian = 有人自己簽不了，由監護人簽
    .looked = 看看誰查看過
    .joined = 家裡多了人，或者有法定義務人
    .left = 家裡有人搬走了、不在了
    .again = 重新簽一份
    .withdraw = 撤回授權
letters-page = 是誰的那一頁？
    .label = 哪一頁
    .none = 不用了
letters-this_page = 剛才選的
letters-no_page = 沒有這樣的一頁了。
letters-guardian = 由誰簽？監護人要是成年人。成年人由監護人代簽的，工作人員要核對他為什麼自己簽不了。
    .label = 監護人
    .another = 別的人
letters-notice_guardian = 要填監護人的姓名，只用來簽這份授權書，加密保存。請先告訴他。同意填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意
letters-guardian_name = 監護人的姓名是？
    .label = 監護人的姓名
letters-notice_picture = 簽好的一頁上有姓名、身份證號碼和簽名，照片只用來辦這次社會救助，加密保存。同意交嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意
letters-picture = 請把簽好名、按好指印的那一頁，平放著拍一張照片，四個角都拍進去。
    .label = 紙上簽的一頁
    .none = 先不交
letters-notice_member = 要填這個人的姓名和身份證號碼，只用來辦這次社會救助，加密保存。請先告訴他。同意填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意
letters-relation = 這個人是申請人的什麼人？
    .label = 關係
    .spouse = 丈夫、妻子
    .spouse-words = 老伴|愛人|媳婦|老婆|老公|丈夫|妻子|男人|女人|對象
    .child = 兒子、女兒
    .parent = 父親、母親
    .sibling = 兄弟姐妹
    .grandchild = 孫子女、外孫子女
    .grandparent = 祖父母、外祖父母
    .relative = 別的親人
    .obliged = 不住在一起、應當贍養或撫養的人（法定義務人）
letters-member_name = 這個人的姓名是？
    .label = 姓名
    .unsure = 不清楚
letters-member_id = 這個人的身份證號碼是？
    .label = 身份證號碼
    .unsure = 不清楚，或者沒有
letters-member_age = 這個人多少歲了？
    .label = 年齡
    .unsure = 不清楚
letters-anew = 一起生活的人變了，原來的授權書就作廢，全家要重新簽一份；只加法定義務人的，不用重新簽。現在改嗎？
    .label = 改授權書
    .no = 先不改
    .yes = 改
letters-really = 撤回以後，民政局不會再憑它去查詢；這次申請可能辦不下去。已經查到的，按規定保存。真的撤回嗎？
    .label = 真的撤回
    .no = 先不撤回
    .yes = 撤回

letters-nothing = 好的，沒有改動。
# $lines: 每一页一行；$letter: 编号；$until: 签到什么时候
letters-codes =
    新的簽字碼：
    { $lines }
    原來的簽字碼用不了了。{ letters-how_to_sign }
letters-guardian_signs =
    記下了。
    { $lines }
    { letters-how_to_sign }
letters-on_paper =
    收到了，工作人員會核對。
    { $lines }
letters-with_one_more =
    改好了，授權書編號 { $letter }。
    { $lines }
    { letters-how_to_sign }
letters-without =
    改好了，新的授權書編號 { $letter }，請重新簽。
    { $lines }
    { letters-how_to_sign }
letters-signed_again =
    新的授權書編號 { $letter }，請在 { $until } 以前簽齊。
    { $lines }
    { letters-how_to_sign }
# $whole: 撤回的是不是整份（yes、no）
letters-withdrawn = { $whole ->
        [yes] 授權書 { $letter } 撤回了，以後不會再憑它查詢。想重新簽一份，打“我的授權書”。
       *[no] 您簽的一頁撤回了。授權書 { $letter } 重新簽齊以前，不會再憑它查詢。
    }
# $letter: 编号；$some: 有没有（yes、no）；$lines: 每次一行
letters-looked =
    { $some ->
        [yes] 憑授權書 { $letter } 和這次申請，到現在為止：
       *[other] 還沒有人查看過授權書 { $letter } 和這次申請。
    }
    { $lines }
# $at: 什么时候；$who: 谁；$what: 做了什么
letters-looked_line = { $at }，{ $who }：{ $what }
looked-case_opened = 打開了申請
looked-numbers_shown = 看了完整的號碼
looked-case_answered = 回覆了申請人
looked-case_closed = 辦結了
looked-case_accepted = 受理了
looked-letter_opened = 打開了授權書
looked-picture_opened = 打開了照片
looked-page_checked = 核對了紙上簽的一頁
looked-case_sent = 收到了申請
looked-letter_sent = 收到了授權書
looked-picture_sent = 收到了照片
looked-letter_withdrawn = 在窗口撤回了授權書
looked-check_asked = 發起了家庭經濟狀況核對
looked-check_sent = 收到了核對請求
looked-by_webhook = 業務系統
looked-something = 辦理了別的一步
letters-gone = 這份授權書現在不能這樣辦了。請打“我的授權書”，看看它到哪一步了。

# $how: 怎么签：用签字码（codes）、签在纸上（paper）、都签好了（done）
letters-how_to_sign = { $how ->
        [codes] 把簽字碼告訴要簽的人；他在自己的手機上打開這裡，打“簽授權書”，輸入簽字碼。沒有簽字碼的一頁，打印出來簽在紙上。
        [paper] 請打印出來，簽在紙上，再打“我的授權書”，把簽好的一頁拍照交來；也可以到鄉鎮的窗口簽。
       *[done] {""}
    }
letters-obliged_too = 申請特困的，應當贍養、撫養申請人的人（法定義務人）也要簽授權書，不住在一起的也一樣。請打“我的授權書”，選“家裡多了人，或者有法定義務人”。

## 告诉申请人和签字的人

# $who: 谁；$left: 还差几页
letters-was_signed = { $who } 的授權書簽好了。{ $left ->
        [0] 都簽好了。
       *[other] 還差 { $left } 頁。
    }
# $who: 谁
letters-was_refused = { $who } 的授權書，他說不簽。可以再商量；想再發簽字碼，打“我的授權書”。
letters-was_withdrawn = { $who } 的授權書撤回了。重新簽齊以前，不會再查詢。想再發簽字碼，打“我的授權書”。
# $letter: 编号；$who: 还没有签的人；$until: 到什么时候
letters-remind = 授權書 { $letter } 還差 { $who } 沒有簽，請在 { $until } 以前簽齊。忘了簽字碼，打“我的授權書”。
letters-remind_signer = 有一份授權書等您簽，請在 { $until } 以前簽。打“簽授權書”，輸入簽字碼。
letters-expired = 授權書 { $letter } 到時間還沒有簽齊（{ $who }），作廢了。申請還在；想重新簽一份，打“我的授權書”。
letters-is_over = 您簽的，或者要您簽的那份授權書，到時間沒有簽齊，作廢了。
# $letter: 编号
letters-is_withdrawn_there = 授權書 { $letter } 在窗口撤回了，以後不會再憑它查詢。
letters-is_withdrawn = 申請人撤回了授權書 { $letter }，以後不會再憑它查詢。
# $code: 签字码；$until: 到什么时候
letters-sign_again = 家裡人有變化，授權書要重新簽。您新的簽字碼是 { $code }，請在 { $until } 以前打“簽授權書”。
letters-paper_seen = { $who } 的一頁，工作人員核對好了。{ $left ->
        [0] 都簽好了。
       *[other] 還差 { $left } 頁。
    }
letters-paper_again = { $who } 的一頁，工作人員核對的時候有問題（比如照片看不清，沒有簽全，或者要本人簽），要重新簽。打“我的授權書”可以辦。

## 核对页：/letters/

letter-verified =
    .title = 核對授權書
    .ok = 編號和校驗碼對得上。
    .void = 編號和校驗碼對得上，但是這份授權書已經作廢，不能再用。
    .older = 編號和校驗碼對得上，但是後來又有變化，請看最新的一份。
    .no = 編號和校驗碼對不上。請看看是不是輸全了，或者請交給您授權書的人再打印一份。
    .state = 現在的狀態
    .signed = 簽了幾頁
    .made = 做成的時間
    .as_of = 這一份的時間

## 服务台上

letters-before =
    .refused = 以前拒簽過，請當面核對
    .withdrawn = 以前撤回過，請當面核對
letters-match =
    .number = 姓名、號碼和申請人填的一致
    .name = 姓名一致，號碼由本人填寫，請核對
    .own = 申請人本人填寫，請核對
    .shared = 在申請人的對話裡簽的，請核對是不是本人

sms-case = 【{ $place }】您在民政局辦的事有新的消息，編號 { $number }。請看對話頁面，或打電話 { $phone }。
