# 我的授权书：flows/assistance/letters_flow.py

# $letter: 编号；$state: 到哪一步
letters-one = 授权书 { $letter }（{ $state }）
letters-state =
    .open = 还没有签齐
    .complete = 都签好了
    .withdrawn = 已撤回
    .expired = 过期了
    .replaced = 换了新的
letters-letter = 想看哪一份授权书？
    .label = 授权书
    .none = 不看了
letters-none = 您在这里没有授权书。先办“社会救助”，申请的时候会有一份；别人请您签的，打“签授权书”。
# $letter: 编号；$state: 到哪一步；$open: 还在签吗（yes、no）；$until: 签到什么时候；$lines: 每一页一行
letters-shown =
    授权书 { $letter }：{ $state }{ $open ->
        [yes] ，请在 { $until } 以前签齐
       *[other] {""}
    }。
    { $lines }
letters-what = 想做什么？
    .label = 想做什么
    .none = 不用了
letters-way =
    .codes = 重新发签字码
    .paper = 交纸上签好的一页
    .guardian = 有人自己签不了，由监护人签
    .looked = 看看谁查看过
    .joined = 家里多了人，或者有法定义务人
    .left = 家里有人搬走了、不在了
    .again = 重新签一份
    .withdraw = 撤回授权
letters-page = 是谁的那一页？
    .label = 哪一页
    .none = 不用了
letters-this_page = 刚才选的
letters-no_page = 没有这样的一页了。
letters-guardian = 由谁签？监护人要是成年人。成年人由监护人代签的，工作人员要核对他为什么自己签不了。
    .label = 监护人
    .another = 别的人
letters-notice_guardian = 要填监护人的姓名，只用来签这份授权书，加密保存。请先告诉他。同意填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意
letters-guardian_name = 监护人的姓名是？
    .label = 监护人的姓名
letters-notice_picture = 签好的一页上有姓名、身份证号码和签名，照片只用来办这次社会救助，加密保存。同意交吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意
letters-picture = 请把签好名、按好指印的那一页，平放着拍一张照片，四个角都拍进去。
    .label = 纸上签的一页
    .none = 先不交
letters-notice_member = 要填这个人的姓名和身份证号码，只用来办这次社会救助，加密保存。请先告诉他。同意填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意
letters-relation = 这个人是申请人的什么人？
    .label = 关系
    .spouse = 丈夫、妻子
    .spouse-words = 老伴|爱人|媳妇|老婆|老公|丈夫|妻子|男人|女人|对象
    .child = 儿子、女儿
    .parent = 父亲、母亲
    .sibling = 兄弟姐妹
    .grandchild = 孙子女、外孙子女
    .grandparent = 祖父母、外祖父母
    .relative = 别的亲人
    .obliged = 不住在一起、应当赡养或抚养的人（法定义务人）
letters-member_name = 这个人的姓名是？
    .label = 姓名
    .unsure = 不清楚
letters-member_id = 这个人的身份证号码是？
    .label = 身份证号码
    .unsure = 不清楚，或者没有
letters-member_age = 这个人多少岁了？
    .label = 年龄
    .unsure = 不清楚
letters-anew = 一起生活的人变了，原来的授权书就作废，全家要重新签一份；只加法定义务人的，不用重新签。现在改吗？
    .label = 改授权书
    .no = 先不改
    .yes = 改
letters-really = 撤回以后，民政局不会再凭它去查询；这次申请可能办不下去。已经查到的，按规定保存。真的撤回吗？
    .label = 真的撤回
    .no = 先不撤回
    .yes = 撤回

letters-nothing = 好的，没有改动。
# $lines: 每一页一行；$letter: 编号；$until: 签到什么时候
letters-codes =
    新的签字码：
    { $lines }
    原来的签字码用不了了。{ letters-how_to_sign }
letters-guardian_signs =
    记下了。
    { $lines }
    { letters-how_to_sign }
letters-on_paper =
    收到了，工作人员会核对。
    { $lines }
letters-with_one_more =
    改好了，授权书编号 { $letter }。
    { $lines }
    { letters-how_to_sign }
letters-without =
    改好了，新的授权书编号 { $letter }，请重新签。
    { $lines }
    { letters-how_to_sign }
letters-signed_again =
    新的授权书编号 { $letter }，请在 { $until } 以前签齐。
    { $lines }
    { letters-how_to_sign }
# $whole: 撤回的是不是整份（yes、no）
letters-withdrawn = { $whole ->
        [yes] 授权书 { $letter } 撤回了，以后不会再凭它查询。想重新签一份，打“我的授权书”。
       *[no] 您签的一页撤回了。授权书 { $letter } 重新签齐以前，不会再凭它查询。
    }
# $letter: 编号；$some: 有没有（yes、no）；$lines: 每次一行
letters-looked =
    { $some ->
        [yes] 凭授权书 { $letter } 和这次申请，到现在为止：
       *[other] 还没有人查看过授权书 { $letter } 和这次申请。
    }
    { $lines }
# $at: 什么时候；$who: 谁；$what: 做了什么
letters-looked_line = { $at }，{ $who }：{ $what }
looked-case_opened = 打开了申请
looked-numbers_shown = 看了完整的号码
looked-case_answered = 回复了申请人
looked-case_closed = 办结了
looked-case_accepted = 受理了
looked-letter_opened = 打开了授权书
looked-picture_opened = 打开了照片
looked-page_checked = 核对了纸上签的一页
looked-case_sent = 收到了申请
looked-letter_sent = 收到了授权书
looked-picture_sent = 收到了照片
looked-letter_withdrawn = 在窗口撤回了授权书
looked-check_asked = 发起了家庭经济状况核对
looked-check_sent = 收到了核对请求
looked-by_webhook = 业务系统
looked-something = 办理了别的一步
letters-gone = 这份授权书现在不能这样办了。请打“我的授权书”，看看它到哪一步了。

# $how: 怎么签：用签字码（codes）、签在纸上（paper）、都签好了（done）
letters-how_to_sign = { $how ->
        [codes] 把签字码告诉要签的人；他在自己的手机上打开这里，打“签授权书”，输入签字码。没有签字码的一页，打印出来签在纸上。
        [paper] 请打印出来，签在纸上，再打“我的授权书”，把签好的一页拍照交来；也可以到乡镇的窗口签。
       *[done] {""}
    }
letters-obliged_too = 申请特困的，应当赡养、抚养申请人的人（法定义务人）也要签授权书，不住在一起的也一样。请打“我的授权书”，选“家里多了人，或者有法定义务人”。

## 告诉申请人和签字的人

# $who: 谁；$left: 还差几页
letters-was_signed = { $who } 的授权书签好了。{ $left ->
        [0] 都签好了。
       *[other] 还差 { $left } 页。
    }
# $who: 谁
letters-was_refused = { $who } 的授权书，他说不签。可以再商量；想再发签字码，打“我的授权书”。
letters-was_withdrawn = { $who } 的授权书撤回了。重新签齐以前，不会再查询。想再发签字码，打“我的授权书”。
# $letter: 编号；$who: 还没有签的人；$until: 到什么时候
letters-remind = 授权书 { $letter } 还差 { $who } 没有签，请在 { $until } 以前签齐。忘了签字码，打“我的授权书”。
letters-remind_signer = 有一份授权书等您签，请在 { $until } 以前签。打“签授权书”，输入签字码。
letters-expired = 授权书 { $letter } 到时间还没有签齐（{ $who }），作废了。申请还在；想重新签一份，打“我的授权书”。
letters-is_over = 您签的，或者要您签的那份授权书，到时间没有签齐，作废了。
# $letter: 编号
letters-is_withdrawn_there = 授权书 { $letter } 在窗口撤回了，以后不会再凭它查询。
letters-is_withdrawn = 申请人撤回了授权书 { $letter }，以后不会再凭它查询。
# $code: 签字码；$until: 到什么时候
letters-sign_again = 家里人有变化，授权书要重新签。您新的签字码是 { $code }，请在 { $until } 以前打“签授权书”。
letters-paper_seen = { $who } 的一页，工作人员核对好了。{ $left ->
        [0] 都签好了。
       *[other] 还差 { $left } 页。
    }
letters-paper_again = { $who } 的一页，工作人员核对的时候有问题（比如照片看不清，没有签全，或者要本人签），要重新签。打“我的授权书”可以办。

## 核对页：/letters/

letter-verified =
    .title = 核对授权书
    .ok = 编号和校验码对得上。
    .void = 编号和校验码对得上，但是这份授权书已经作废，不能再用。
    .older = 编号和校验码对得上，但是后来又有变化，请看最新的一份。
    .no = 编号和校验码对不上。请看看是不是输全了，或者请交给您授权书的人再打印一份。
    .state = 现在的状态
    .signed = 签了几页
    .made = 做成的时间
    .as_of = 这一份的时间

## 服务台上

letters-before =
    .refused = 以前拒签过，请当面核对
    .withdrawn = 以前撤回过，请当面核对
letters-match =
    .number = 姓名、号码和申请人填的一致
    .name = 姓名一致，号码由本人填写，请核对
    .own = 申请人本人填写，请核对
    .shared = 在申请人的对话里签的，请核对是不是本人

sms-case = 【{ $place }】您在民政局办的事有新的消息，编号 { $number }。请看对话页面，或打电话 { $phone }。
