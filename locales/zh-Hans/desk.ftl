# 服务台自己的话：问候、菜单、提示、随时可用的命令。代码：flows/dialogue/

## 开头和菜单

# $place: 哪里的民政局
greeting =
    您好，这里是{ $place }网上服务台，由电脑自动回答，随时可以转人工。
    有人有危险，请先打 110 或 120。
greeting-demonstration = 这里是示例，仅供演示，不会真的办理。请不要填真的姓名和号码。
menu = 请问要办什么事？
# $heading: 菜单里的一组，见 services.ftl
menu-under = { $heading }：请问要办哪一项？
menu-more = 还要办别的事吗？
menu-not_understood = 没看懂要办什么。请从下面选一项，打第几项的数字也行。

## 看不懂时；同一种看不懂接连两次，第二次换一句带例子的话

again-menu = 还是没看懂。比如要领结婚证，就打“结婚登记”；想找人，就打“转人工”。
again-choice = 打第几项就行。比如选第一项，就打 1。
again-many = 打第几项的数字，中间用逗号隔开。比如选第一项和第三项，就打 1,3。
again-text = 用一两句平常的话写就行。比如“想问登记处几点上班”。
again-name = 只打姓名，别的字都不用。比如“张三”。
again-id_number = 身份证号码共 18 位：前 6 位是地区，接着 8 位是出生日期，比如 19900101，最后 4 位里可能有 X。
again-phone = 只打一个号码。手机号是 11 位；座机前面加区号，比如 0943。
again-date = 打几月几日就行。比如“5月20日”，或者“2026年5月20日”。
again-number = 只打一个数字就行。比如 3。
again-money = 只打钱数就行。比如 1200。
again-photo = 拍一张照片发过来就行。没有照片，就照着下面的字打，比如“到现场再拍”。
again-signature = 只打您自己的姓名就行，别的字都不用，比如“张三”。在网页上，也可以用手指写在框里。
again-place = 打地名的全称就行，比如“一条山镇”；打第几项的数字也行。
again-slot = 打几点就行，比如“9点半”；打第几项的数字也行。
again-confirm = 没有错就打“都对”。有错的，打“改”加那一项，比如“改电话”。
again-wait = 现在要等一等，不用填什么。不想等了，就打“取消”。
wait-nothing_asked = 还在等回复，现在没有要答的。
again-group = 打第几项就行。比如选第一项，就打 1。

# 连着三次没看懂以后说，.again 是再往后说的
offer-person = 要工作人员来帮您，就打“转人工”；也可以接着答。
    .again = 这里说不清的话，不用着急。打“转人工”，会有工作人员看。

choice-not_one = 请从下面选一项。打第几项的数字，或者打那一项的字，都可以。
choice-gone = 这一项现在不能选了，请另选一项。
choice-stale = 刚才选的是以前的选项，没有算数。请看最下面这个问题。
many-not_some = 没看出选了哪几项。可以选一项，也可以选几项。
many-none_and_some = 选了“都没有”这一项，就不能再选别的。请再选一次。
text-empty = 还没有看到字，请写一写。
# $limit: 最多的字数
text-too_long = 写得太长了，最多 { $limit } 个字。请写短一些。
# $limit: 最多的项数
group-full = 最多填 { $limit } 项。还有别的，请告诉工作人员。
photo-not_asked = 现在不用发照片，请回答下面的问题。
photo-expected = 这里要一张照片。没有的话，请选下面的另一项。
photo-received = 照片已收到
photo-not_kept = 照片没有保存

## 查询和变化

looking-up = 正在查，请稍等。
lookup-not_offered = 这个现在不能选。请从下面选一项。
offer-gone = 您填的时候，前面选的已经没有了。请重新选。
hold-expired = 给您留的时间过了，要重新看还有没有空位。
# $what: 现在要答的是哪一项
answers-moved = 日子或规定有了变化，这一项请再答一次：{ $what }。
# $what: 现在要答的是哪一项
answers-follow = 前面改了，这一项要再答一次：{ $what }。
# $service: 服务的名称
resumed = 接着办：{ $service }。
service-gone = 刚才办的这一项，网上现在不办了。请看看别的，或者转人工。
# $limit: 最多同时办几件
stack-full = 最多同时办 { $limit } 件事。请先办完一件，或者取消一件。
back-first = 这已经是第一个问题了。不想办了，可以打“取消”。
back-waiting = 已经发出去了，正在等回复，退不回去。不想等了，可以打“取消”。
cancelled = 好的，这一项不办了。以前约好的不受影响。
said-confidential = （已回答，不显示）

## 核对

read_back-line = { $what }：{ $value }
confirm-change = 改「{ $what }」
    .plain = 改{ $what }
keep-previous = 不改，还是「{ $value }」

## 我的信息

# $lines: 填过的各项，每项一行
info-given =
    您在这里填了这些：
    { $lines }
# $service: 服务的名称；$number: 编号
info-filed = 已经交给民政局的，{ $service }，{ $number }：
info-kept = 替您记着的，{ $service }，{ $number }：
info-erasing = { $service }，{ $number }：已经提了删除申请，由工作人员处理。
info-none = 您在这里还没有填过信息。
erased = 您在这里填的都删了。已经交给民政局的，也提了删除申请，由工作人员处理。
language-set = 好的，语言换好了。

help =
    打第几项的数字就行；有按钮的，也可以点按钮。也可以直接打字。
    打错了：打“返回”或者 0，改上一个。正问着数目的时候，0 就是数。
    不想办了：打“取消”。
    看都能办什么：打“菜单”或者 #。
    想找人：打“转人工”。
    看或删除填过的：打“我的信息”。
    要马上离开：打“快速退出”。
exit-done = 已退出。

## 服务台随时会问的话

aside-cancel = 要取消现在办的这一项吗？
    .yes = 取消
    .no = 接着办
aside-language = 用哪一种文字？
    .zh-Hans = 简体中文
    .zh-Hant = 繁體中文
    .en = English
aside-info = 看好了吗？
    .done = 看好了
    .erase = 全部删除
aside-erase = 删了就找不回来了，正在办的也要重新填。真的要全部删除吗？
    .no = 不删
    .yes = 真的删除

## 出了问题

fault-ours = 对不起，我们这边出了问题，不是您弄错了。您填的都还在，请过一会儿再试。
fault-too_fast = 发得有点快，没有都看到。请等几秒再发。
fault-too_long = 这一条太长了。请写短一些再发。

## 随时可用的命令；.words 是意思一样的别的说法，用 | 隔开。0 是返回，除非正问着一个数

command-back = 返回
    .words = 上一步|后退|退回|返回上一步|回到上一步|退回上一步|返回上一题|上一题|回上一步|返回吧|我要返回|0|零|〇
command-cancel = 取消
    .words = 取消办理|停止办理|不办了|不想办了|我不办了
command-menu = 菜单
    .words = #|井号|井号键|井字号|主菜单|目录|首页|返回首页|回到菜单|服务菜单|办事菜单|能办什么|都能办什么|有哪些服务
command-help = 帮助
    .words = 怎么用|怎么弄|咋用|咋弄|不会用|不会弄|使用帮助|使用说明|?
command-person = 转人工
    .words = 我要转人工|请转人工|帮我转人工|人工|人工服务|人工客服|客服|转客服|找人|找人工|我要人工|要人工|接人工|真人|找真人|找工作人员|转工作人员|联系工作人员|我要找人|我要找工作人员|跟人说|和人说
command-language = 语言
    .words = 换语言|切换语言|语言设置|换文字|中文|简体|简体中文|简体字|繁体|繁体字|英语|英文
command-info = 我的信息
    .words = 我的资料|我的数据|个人信息|我填的信息|我填了什么|查看我的信息|看我的信息|删除信息|删除我的信息
command-exit = 快速退出
    .words = 退出|快退|马上退出|立即退出|紧急退出|关闭页面
command-resume = 继续办理
    .words = 继续|继续办|接着办理|接着填|继续填

## 日期和列举的写法

# $yuan: 多少元
format-money = { $yuan } 元
# $hours、$minutes: 数字
format-length = { $hours ->
    [0] { $minutes } 分钟
   *[other] { $minutes ->
        [0] { $hours } 小时
       *[other] { $hours } 小时 { $minutes } 分钟
    }
}
# $year、$day: 数字；$month: 下面的月份；$weekday: 下面的星期
format-day = { $year }年{ $month }月{ $day }日 { $weekday }
format-weekday =
    .d0 = 周一
    .d1 = 周二
    .d2 = 周三
    .d3 = 周四
    .d4 = 周五
    .d5 = 周六
    .d6 = 周日
format-month =
    .m1 = 1
    .m2 = 2
    .m3 = 3
    .m4 = 4
    .m5 = 5
    .m6 = 6
    .m7 = 7
    .m8 = 8
    .m9 = 9
    .m10 = 10
    .m11 = 11
    .m12 = 12
format-at = { $day } { $time }
list-separator = 、
# 原样照写的（村和社区的名称、选的各项）
verbatim = { $text }

# 打出来的字不是签字人自己的姓名
signature-other_name = 请只打您自己的姓名，一个字也不要多、不要少。在网页上，也可以在框里手写。
signature-not_asked = 现在不用签名，刚才的签名没有留下。
# 读回签名时：手写的，和打字的
signature-drawn = 已手写签名
signature-typed = 已打字签名
