# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 婚姻家庭辅导：flows/counselling/flow.py。别人可能看到的话（回执、提醒、清单）里不写办什么事

counselling-notice =
    婚姻家庭輔導：找輔導員談談婚姻和家裡的事。自願，不收費。
    辦結婚登記、離婚登記，都不要求先來輔導；來不來，什麼時候停，都由您。
    談的內容保密。有人有危險，或者孩子受到傷害，要依法報告的除外。
    在這裡約，不問姓名，不要身份證號碼；先只問您一個人安不安全，可以不說。{ notice-kept }
    同意在這裡約嗎？不同意，可以打電話約。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，打電話約
counselling-safety =
    這個問題只問您一個人，我們不會告訴對方，後面核對時也不顯示。
    和家裡人在一起，您覺得安全嗎？
    .label = 您的安全
    .safe = 安全
    .safe-words = 安全的|很安全|挺安全|沒事|沒有危險|沒危險|不怕|不害怕
    .afraid = 我害怕
    .afraid-words = 不安全|不太安全|不大安全|怕|有點怕|有些怕|很怕|我怕|我有點怕|怕他|怕她|我怕他|我怕她|很怕他|很怕她|害怕他|害怕她|不敢|有危險|危險
    .not_now = 現在不方便說
    .not_now-words = 不方便|不方便說|不想說|不好說|不能說|現在不能說|他在旁邊|她在旁邊|我不想讓他知道|我不想讓她知道|不想讓他知道|不想讓她知道
counselling-safety_help =
    有危險，馬上打 110。
    12338 是婦女維權熱線，可以說說，也可以求助。
    被打、被罵、被威脅，可以向法院申請人身安全保護令。
    怕人看到，打“快速退出”，馬上離開這個頁面。
    要先讓工作人員聯繫您嗎？
    .label = 要不要幫助
    .person = 先找工作人員
    .go_on = 先往下約
counselling-how = 您一個人來，還是兩個人一起來？也可以不約，先跟工作人員說說。
    .label = 怎麼來
    .alone = 一個人來
    .alone-words = 一個人|我一個人|就我|我自己|自己來|一個人來談
    .two = 兩個人一起來
    .two-words = 兩個人|兩個人來|一起|一起來|我們倆|我們兩個|倆人
    .person = 先跟工作人員說說
    .person-words = 先說說|先問問|跟人說說
counselling-called = 怎麼稱呼您？比如“張女士”，不用寫全名。
    .label = 稱呼
    .none = 不說也行
    .none-words = 不說|不想說|不寫
# $limit: 最多的字数
counselling-called_long = 寫個稱呼就行，最多 { $limit } 個字。要說的事，來了再談。
counselling-day = 想哪一天來？
    .label = 哪一天
counselling-slot = 想幾點來？
    .label = 幾點
counselling-phone =
    要不要留一個電話？最好是隻有您自己看的手機。
    您在這裡沒看到提醒或者變化，才發一條短信，或者打一個電話，都不說辦什麼事。不留也可以。
    .label = 電話
    .none = 不留電話
# $lines: 填过的各项，每项一行
counselling-summary =
    請核對：
    { $lines }

    都對嗎？都對，就給您約上。
    .label = 核對
    .yes = 都對
counselling-safe_reach = 請留一個只有您會接的電話。不放心，就不留。
    .label = 聯繫電話
    .none = 不留電話

# $number: 编号；$day、$time: 日子和几点；$office、$address、$phone: 接待室
counselling-booked =
    約好了。
    編號：{ $number }
    時間：{ $day } { $time }
    地點：{ $office }
    地址：{ $address }
    電話：{ $phone }
    { booked-changes }{ day-provisional }
    請記下編號：到了報編號就行，不用帶證件，也不用說來做什麼。
    關了這個頁面，網上就查不到了，有事打上面的電話，報編號。
# $office、$address、$phone: 接待室
counselling-by_telephone =
    好的。請打電話約：{ $phone }
    地點：{ $office }
    地址：{ $address }
counselling-to_a_person =
    好的，轉給工作人員了。
    { handoff-details }
counselling-to_a_person_now =
    好的，已經當急事轉給工作人員。
    { handoff-details }
    有危險，不要等，馬上打 110。要離開這個頁面，就打“快速退出”。
