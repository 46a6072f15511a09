# 签授权书：flows/assistance/sign_flow.py

sign-code = 您的签字码是什么？一共八个字母或数字，例如 7K3M-Q2XD。
    .label = 签字码
    .lost = 没有签字码
    .lost-words = 签字码丢了|不知道|没收到|找不到
# $applicant: 申请人的姓，后面是 *
sign-asked = 我来签：{ $applicant } 申请社会救助的授权书
sign-letter = 这是一份授权书：家里申请社会救助，民政局要核对全家的收入和财产，每个成年人自己签一页。现在看看要签的内容吗？
    .label = 要签的授权书
    .other_code = 改签字码
    .none = 先不签
sign-really = 不签，申请人会知道您没有签，家里的申请可能办不下去。真的不签吗？
    .label = 真的不签
    .no = 先不签，再想想
    .yes = 不签
sign-notice =
    签授权书，要核对您的姓名和身份证号码，还要您的签名，只用来办这次社会救助。
    身份证号码是敏感个人信息，加密保存。申请人看不到您在这里填的号码。{ notice-kept }
    同意在这里填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，到乡镇的窗口签
sign-name = 您的姓名是？
    .label = 您的姓名
sign-id = 您的身份证号码是？
    .label = 您的身份证号码
sign-pages = 接着想怎么办？
    .label = 授权书
    .other_name = 改姓名
    .other_number = 改号码
    .refuse = 不签
sign-has_read = 看过了，我签
sign-signature = 请签上您的姓名：打出您的姓名就行；在网页上，还可以用手指写在框里。
    .label = 签名
    .later = 先不签
# $letter: 授权书的编号；$some: 有没有替人签（yes、no）；$guarded: 替谁签
sign-signed =
    签好了，授权书编号 { $letter }。{ $some ->
        [yes] 您是监护人，{ $guarded } 的也签好了。
       *[other] {""}
    }
    想看谁查看过，或者想撤回，在这个页面随时打“我的授权书”；页面关掉了，可以带身份证到乡镇的窗口撤回。
sign-refused = 好的，没有签。改了主意，请申请人再给您一个签字码。
sign-later = 好的，先不签。想签的时候，再打“签授权书”，输入签字码。
sign-ask_again = 签字码在申请人那里，请他再发一次。收到了，再打“签授权书”。
sign-at_the_office = 好的，这里什么也没有记下。可以带身份证，到乡镇的窗口在纸上签。

sign-over = 这个签字码现在用不了：可能输错了，可能已经过了时间，也可能已经签过，或者在别的手机上打开过。请核对一下，或者请申请人再发一次。
sign-too_often = 试得太多了，请过一个小时再试。着急的话，可以转人工。
sign-no_match = 姓名和身份证号码，和这一页要签的人对不上。请再核对一下；都对的话，请申请人看看他填的，或者到窗口在纸上签。
