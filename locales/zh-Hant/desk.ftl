# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 服务台自己的话：问候、菜单、提示、随时可用的命令。代码：flows/dialogue/

## 开头和菜单

# $place: 哪里的民政局
greeting =
    您好，這裡是{ $place }網上服務台，由電腦自動回答，隨時可以轉人工。
    有人有危險，請先打 110 或 120。
greeting-demonstration = 這裡是示例，僅供演示，不會真的辦理。請不要填真的姓名和號碼。
menu = 請問要辦什麼事？
# $heading: 菜单里的一组，见 services.ftl
menu-under = { $heading }：請問要辦哪一項？
menu-more = 還要辦別的事嗎？
menu-not_understood = 沒看懂要辦什麼。請從下面選一項，打第幾項的數字也行。

## 看不懂时；同一种看不懂接连两次，第二次换一句带例子的话

again-menu = 還是沒看懂。比如要領結婚證，就打“結婚登記”；想找人，就打“轉人工”。
again-choice = 打第幾項就行。比如選第一項，就打 1。
again-many = 打第幾項的數字，中間用逗號隔開。比如選第一項和第三項，就打 1,3。
again-text = 用一兩句平常的話寫就行。比如“想問登記處幾點上班”。
again-name = 只打姓名，別的字都不用。比如“張三”。
again-id_number = 身份證號碼共 18 位：前 6 位是地區，接著 8 位是出生日期，比如 19900101，最後 4 位裡可能有 X。
again-phone = 只打一個號碼。手機號是 11 位；座機前面加區號，比如 0943。
again-date = 打幾月幾日就行。比如“5月20日”，或者“2026年5月20日”。
again-number = 只打一個數字就行。比如 3。
again-money = 只打錢數就行。比如 1200。
again-photo = 拍一張照片發過來就行。沒有照片，就照著下面的字打，比如“到現場再拍”。
again-signature = 只打您自己的姓名就行，別的字都不用，比如“張三”。在網頁上，也可以用手指寫在框裡。
again-place = 打地名的全稱就行，比如“一條山鎮”；打第幾項的數字也行。
again-slot = 打幾點就行，比如“9點半”；打第幾項的數字也行。
again-confirm = 沒有錯就打“都對”。有錯的，打“改”加那一項，比如“改電話”。
again-wait = 現在要等一等，不用填什麼。不想等了，就打“取消”。
wait-nothing_asked = 還在等回覆，現在沒有要答的。
again-group = 打第幾項就行。比如選第一項，就打 1。

# 连着三次没看懂以后说，.again 是再往后说的
offer-person = 要工作人員來幫您，就打“轉人工”；也可以接著答。
    .again = 這裡說不清的話，不用著急。打“轉人工”，會有工作人員看。

choice-not_one = 請從下面選一項。打第幾項的數字，或者打那一項的字，都可以。
choice-gone = 這一項現在不能選了，請另選一項。
choice-stale = 剛才選的是以前的選項，沒有算數。請看最下面這個問題。
many-not_some = 沒看出選了哪幾項。可以選一項，也可以選幾項。
many-none_and_some = 選了“都沒有”這一項，就不能再選別的。請再選一次。
text-empty = 還沒有看到字，請寫一寫。
# $limit: 最多的字数
text-too_long = 寫得太長了，最多 { $limit } 個字。請寫短一些。
# $limit: 最多的项数
group-full = 最多填 { $limit } 項。還有別的，請告訴工作人員。
photo-not_asked = 現在不用發照片，請回答下面的問題。
photo-expected = 這裡要一張照片。沒有的話，請選下面的另一項。
photo-received = 照片已收到
photo-not_kept = 照片沒有保存

## 查询和变化

looking-up = 正在查，請稍等。
lookup-not_offered = 這個現在不能選。請從下面選一項。
offer-gone = 您填的時候，前面選的已經沒有了。請重新選。
hold-expired = 給您留的時間過了，要重新看還有沒有空位。
# $what: 现在要答的是哪一项
answers-moved = 日子或規定有了變化，這一項請再答一次：{ $what }。
# $what: 现在要答的是哪一项
answers-follow = 前面改了，這一項要再答一次：{ $what }。
# $service: 服务的名称
resumed = 接著辦：{ $service }。
service-gone = 剛才辦的這一項，網上現在不辦了。請看看別的，或者轉人工。
# $limit: 最多同时办几件
stack-full = 最多同時辦 { $limit } 件事。請先辦完一件，或者取消一件。
back-first = 這已經是第一個問題了。不想辦了，可以打“取消”。
back-waiting = 已經發出去了，正在等回覆，退不回去。不想等了，可以打“取消”。
cancelled = 好的，這一項不辦了。以前約好的不受影響。
said-confidential = （已回答，不顯示）

## 核对

read_back-line = { $what }：{ $value }
confirm-change = 改「{ $what }」
    .plain = 改{ $what }
keep-previous = 不改，還是「{ $value }」

## 我的信息

# $lines: 填过的各项，每项一行
info-given =
    您在這裡填了這些：
    { $lines }
# $service: 服务的名称；$number: 编号
info-filed = 已經交給民政局的，{ $service }，{ $number }：
info-kept = 替您記著的，{ $service }，{ $number }：
info-erasing = { $service }，{ $number }：已經提了刪除申請，由工作人員處理。
info-none = 您在這裡還沒有填過信息。
erased = 您在這裡填的都刪了。已經交給民政局的，也提了刪除申請，由工作人員處理。
language-set = 好的，語言換好了。

help =
    打第幾項的數字就行；有按鈕的，也可以點按鈕。也可以直接打字。
    打錯了：打“返回”或者 0，改上一個。正問著數目的時候，0 就是數。
    不想辦了：打“取消”。
    看都能辦什麼：打“菜單”或者 #。
    想找人：打“轉人工”。
    看或刪除填過的：打“我的信息”。
    要馬上離開：打“快速退出”。
exit-done = 已退出。

## 服务台随时会问的话

aside-cancel = 要取消現在辦的這一項嗎？
    .yes = 取消
    .no = 接著辦
aside-language = 用哪一種文字？
    .zh-Hans = 简体中文
    .zh-Hant = 繁體中文
    .en = English
aside-info = 看好了嗎？
    .done = 看好了
    .erase = 全部刪除
aside-erase = 刪了就找不回來了，正在辦的也要重新填。真的要全部刪除嗎？
    .no = 不刪
    .yes = 真的刪除

## 出了问题

fault-ours = 對不起，我們這邊出了問題，不是您弄錯了。您填的都還在，請過一會兒再試。
fault-too_fast = 發得有點快，沒有都看到。請等幾秒再發。
fault-too_long = 這一條太長了。請寫短一些再發。

## 随时可用的命令；.words 是意思一样的别的说法，用 | 隔开。0 是返回，除非正问着一个数

command-back = 返回
    .words = 上一步|後退|退回|返回上一步|回到上一步|退回上一步|返回上一題|上一題|回上一步|返回吧|我要返回|0|零|〇
command-cancel = 取消
    .words = 取消辦理|停止辦理|不辦了|不想辦了|我不辦了
command-menu = 菜單
    .words = #|井號|井號鍵|井字號|主菜單|目錄|首頁|返回首頁|回到菜單|服務菜單|辦事菜單|能辦什麼|都能辦什麼|有哪些服務
command-help = 幫助
    .words = 怎麼用|怎麼弄|咋用|咋弄|不會用|不會弄|使用幫助|使用說明|?
command-person = 轉人工
    .words = 我要轉人工|請轉人工|幫我轉人工|人工|人工服務|人工客服|客服|轉客服|找人|找人工|我要人工|要人工|接人工|真人|找真人|找工作人員|轉工作人員|聯繫工作人員|我要找人|我要找工作人員|跟人說|和人說
command-language = 語言
    .words = 換語言|切換語言|語言設置|換文字|中文|簡體|简体中文|簡體字|繁體|繁體字|英語|英文
command-info = 我的信息
    .words = 我的資料|我的數據|個人信息|我填的信息|我填了什麼|查看我的信息|看我的信息|刪除信息|刪除我的信息
command-exit = 快速退出
    .words = 退出|快退|馬上退出|立即退出|緊急退出|關閉頁面
command-resume = 繼續辦理
    .words = 繼續|繼續辦|接著辦理|接著填|繼續填

## 日期和列举的写法

# $yuan: 多少元
format-money = { $yuan } 元
# $hours、$minutes: 数字
format-length = { $hours ->
    [0] { $minutes } 分鐘
   *[other] { $minutes ->
        [0] { $hours } 小時
       *[other] { $hours } 小時 { $minutes } 分鐘
    }
}
# $year、$day: 数字；$month: 下面的月份；$weekday: 下面的星期
format-day = { $year }年{ $month }月{ $day }日 { $weekday }
format-weekday =
    .d0 = 週一
    .d1 = 週二
    .d2 = 週三
    .d3 = 週四
    .d4 = 週五
    .d5 = 週六
    .d6 = 週日
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
signature-other_name = 請只打您自己的姓名，一個字也不要多、不要少。在網頁上，也可以在框裡手寫。
signature-not_asked = 現在不用簽名，剛才的簽名沒有留下。
# 读回签名时：手写的，和打字的
signature-drawn = 已手寫簽名
signature-typed = 已打字簽名
