# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 转人工：等工作人员、工作人员接了、补材料、办完、评价。代码：flows/dialogue/handing_over.py

## 转给工作人员

# $number: 编号；$open: 现在是否上班；$opens: 下次上班的时间；$phone: 电话；$before: 前面还有几位在等；$by: 承诺最迟什么时候回复，没有就是空的
handoff-details =
    編號：{ $number }
    { handoff-expectation }
    有回覆會在這裡告訴您。也可以打電話：{ $phone }
handoff-expectation =
    { $open ->
        [yes] 現在是上班時間，工作人員會盡快看。
       *[no] 現在不是上班時間，{ $opens } 上班以後看。
    }{ $before ->
        [0] {""}
       *[other] 前面還有 { $before } 位在等。
    }{ $by ->
        [none] {""}
       *[other] 我們承諾最遲 { $by } 前回復。
    }
handoff-taken =
    好的，轉給工作人員了。
    { handoff-details }
handoff-already =
    已經轉給工作人員了，不用再轉。編號：{ $number }
    { $attended ->
        [yes] 工作人員已經接了，正在看。
       *[no] { handoff-expectation }
    }
    還有要說的，直接寫在這裡。
# 危险的回复之后说：不再追着问，要接着办就点
alarm-go_on = 要接著辦別的，隨時從下面選。
handoff-noted = 記下了，工作人員會看到。
handoff-taken_back = 好的，不轉人工了。以後要找人，隨時打“轉人工”。
handoff-nothing = 現在沒有在等人工的事。

## 工作人员接了、转了、回复了

# $name: 工作人员怎么称呼；$office: 哪个部门；$number: 编号
staff-claimed =
    { $office }的{ $name }接了您的事（編號：{ $number }）。
    { $listening ->
        [yes] 要說的，直接寫在這裡。
       *[no] 要說的，打“轉人工”。
    }
# $office: 转给哪里；$number: 编号
staff-passed_on = 您的事（編號：{ $number }）轉給了{ $office }，由他們接著辦，您不用重新說。
# $office: 哪个部门；$name: 工作人员怎么称呼；$number: 编号；$text: 工作人员写的话；$listening: 现在写的话是不是直接给工作人员
staff-answer =
    { $office }的{ $name }回覆您（編號：{ $number }）：
    { $text }
    { $listening ->
        [yes] 還有要說的，直接寫在這裡。
       *[no] 還有要說的，打“轉人工”。
    }
# 工作人员发来一张图片，没有写字
staff-picture = （一張圖片）
# $text: 缺什么；别的同上
staff-wanted =
    { $office }的{ $name }說，您的事（編號：{ $number }）還缺：
    { $text }
    { $listening ->
        [yes] 直接寫在這裡，或者發照片。
       *[no] 準備好了，打“補材料”，再寫在這裡或者發照片。
    }
# $number: 编号
supply-now = 請寫在這裡，或者發照片（編號：{ $number }）。補完了，打“繼續辦理”。
supply-done = 好的，補的都交給工作人員了。
supply-nothing = 現在沒有要補的材料。
# $number: 编号；$outcome: 怎么办完的；$rate: 是不是要告诉怎么评价
staff-closed =
    您的事（編號：{ $number }）{ $outcome }。
    { $rate ->
        [yes] 想評價的話，打“評價”。
       *[no] {""}
    }
# $police: 报警电话
outcome-danger = 先辦到這裡。再有危險，馬上打 { $police }
outcome-done = 辦完了
outcome-told = 已經回覆您，到這裡就結束了
outcome-elsewhere = 要到別的部門辦，前面已經告訴您去哪裡
outcome-unreachable = 沒有聯繫上您，先結束了。以後隨時可以再打“轉人工”
outcome-duplicate = 和您的另一件事是同一件，合在一起辦

## 危险：有人接到了。旁人也可能看见，不写是什么事

# $name: 工作人员怎么称呼；$office: 哪个部门
danger-taken =
    有人已接到：{ $office }的{ $name }。急的時候還是先打電話。
    { $listening ->
        [yes] 要說的，可以寫在這裡。
       *[no] 要說的，打“轉人工”。
    }
# 值班的人正在被叫
danger-calling = 正在叫值班的工作人員，有人接到會在這裡說。急的時候先打上面的電話。
# 已经有人接了，又说到危险
danger-attended = 已有工作人員接到，寫在這裡看得到。急的時候先打上面的電話。

## 评价（好差评）

aside-score = 這次服務，您滿意嗎？
    .s1 = 非常不滿意
    .s2 = 不滿意
    .s3 = 基本滿意
    .s4 = 滿意
    .s5 = 非常滿意
    .skip = 不評價
score-thanks = 謝謝您的評價。
score-nothing = 現在沒有要評價的事。
aside-remark = 還想說一句嗎？寫在這裡就行。
    .skip = 不寫了
remark-thanks = 記下了，謝謝您。

## 命令

command-take_back = 不用人工了
    .words = 不用轉人工|不用轉人工了|不轉人工了|取消轉人工|撤回轉人工|不用找人了|不找人了
command-supply = 補材料
    .words = 補充材料|補交材料|補正|我要補材料
command-rate = 評價
    .words = 我要評價|服務評價|好差評|打分

## 工作人员是哪里的

# $township: 乡镇
office_of-township = { $township }民政
# $township: 乡镇
office_of-village = { $township }村裡（社區）的民政
