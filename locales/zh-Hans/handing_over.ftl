# 转人工：等工作人员、工作人员接了、补材料、办完、评价。代码：flows/dialogue/handing_over.py

## 转给工作人员

# $number: 编号；$open: 现在是否上班；$opens: 下次上班的时间；$phone: 电话；$before: 前面还有几位在等；$by: 承诺最迟什么时候回复，没有就是空的
handoff-details =
    编号：{ $number }
    { handoff-expectation }
    有回复会在这里告诉您。也可以打电话：{ $phone }
handoff-expectation =
    { $open ->
        [yes] 现在是上班时间，工作人员会尽快看。
       *[no] 现在不是上班时间，{ $opens } 上班以后看。
    }{ $before ->
        [0] {""}
       *[other] 前面还有 { $before } 位在等。
    }{ $by ->
        [none] {""}
       *[other] 我们承诺最迟 { $by } 前回复。
    }
handoff-taken =
    好的，转给工作人员了。
    { handoff-details }
handoff-already =
    已经转给工作人员了，不用再转。编号：{ $number }
    { $attended ->
        [yes] 工作人员已经接了，正在看。
       *[no] { handoff-expectation }
    }
    还有要说的，直接写在这里。
# 危险的回复之后说：不再追着问，要接着办就点
alarm-go_on = 要接着办别的，随时从下面选。
handoff-noted = 记下了，工作人员会看到。
handoff-taken_back = 好的，不转人工了。以后要找人，随时打“转人工”。
handoff-nothing = 现在没有在等人工的事。

## 工作人员接了、转了、回复了

# $name: 工作人员怎么称呼；$office: 哪个部门；$number: 编号
staff-claimed =
    { $office }的{ $name }接了您的事（编号：{ $number }）。
    { $listening ->
        [yes] 要说的，直接写在这里。
       *[no] 要说的，打“转人工”。
    }
# $office: 转给哪里；$number: 编号
staff-passed_on = 您的事（编号：{ $number }）转给了{ $office }，由他们接着办，您不用重新说。
# $office: 哪个部门；$name: 工作人员怎么称呼；$number: 编号；$text: 工作人员写的话；$listening: 现在写的话是不是直接给工作人员
staff-answer =
    { $office }的{ $name }回复您（编号：{ $number }）：
    { $text }
    { $listening ->
        [yes] 还有要说的，直接写在这里。
       *[no] 还有要说的，打“转人工”。
    }
# 工作人员发来一张图片，没有写字
staff-picture = （一张图片）
# $text: 缺什么；别的同上
staff-wanted =
    { $office }的{ $name }说，您的事（编号：{ $number }）还缺：
    { $text }
    { $listening ->
        [yes] 直接写在这里，或者发照片。
       *[no] 准备好了，打“补材料”，再写在这里或者发照片。
    }
# $number: 编号
supply-now = 请写在这里，或者发照片（编号：{ $number }）。补完了，打“继续办理”。
supply-done = 好的，补的都交给工作人员了。
supply-nothing = 现在没有要补的材料。
# $number: 编号；$outcome: 怎么办完的；$rate: 是不是要告诉怎么评价
staff-closed =
    您的事（编号：{ $number }）{ $outcome }。
    { $rate ->
        [yes] 想评价的话，打“评价”。
       *[no] {""}
    }
# $police: 报警电话
outcome-danger = 先办到这里。再有危险，马上打 { $police }
outcome-done = 办完了
outcome-told = 已经回复您，到这里就结束了
outcome-elsewhere = 要到别的部门办，前面已经告诉您去哪里
outcome-unreachable = 没有联系上您，先结束了。以后随时可以再打“转人工”
outcome-duplicate = 和您的另一件事是同一件，合在一起办

## 危险：有人接到了。旁人也可能看见，不写是什么事

# $name: 工作人员怎么称呼；$office: 哪个部门
danger-taken =
    有人已接到：{ $office }的{ $name }。急的时候还是先打电话。
    { $listening ->
        [yes] 要说的，可以写在这里。
       *[no] 要说的，打“转人工”。
    }
# 值班的人正在被叫
danger-calling = 正在叫值班的工作人员，有人接到会在这里说。急的时候先打上面的电话。
# 已经有人接了，又说到危险
danger-attended = 已有工作人员接到，写在这里看得到。急的时候先打上面的电话。

## 评价（好差评）

aside-score = 这次服务，您满意吗？
    .s1 = 非常不满意
    .s2 = 不满意
    .s3 = 基本满意
    .s4 = 满意
    .s5 = 非常满意
    .skip = 不评价
score-thanks = 谢谢您的评价。
score-nothing = 现在没有要评价的事。
aside-remark = 还想说一句吗？写在这里就行。
    .skip = 不写了
remark-thanks = 记下了，谢谢您。

## 命令

command-take_back = 不用人工了
    .words = 不用转人工|不用转人工了|不转人工了|取消转人工|撤回转人工|不用找人了|不找人了
command-supply = 补材料
    .words = 补充材料|补交材料|补正|我要补材料
command-rate = 评价
    .words = 我要评价|服务评价|好差评|打分

## 工作人员是哪里的

# $township: 乡镇
office_of-township = { $township }民政
# $township: 乡镇
office_of-village = { $township }村里（社区）的民政
