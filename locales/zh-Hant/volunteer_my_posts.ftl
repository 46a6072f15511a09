# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 我的活动：flows/volunteers/my_posts_flow.py

my_posts-organiser = 看哪個組織的活動？
    .label = 組織
my_posts-post = 看哪個活動？
    .label = 活動
    .none = 不看了
my_posts-none = 現在沒有還沒結束的活動。要發佈，打“發佈活動”。
my_posts-this_post = 選好的活動
# $names: 姓和 *；$waiting: 候补的人数；$arrived: 已签到的人数；$code: 四位签到码
my_posts-shown =
    { $title }，編號 { $number }
    時間：{ $when }
    地點：{ $where }
    已報名 { $taken }/{ $seats } 人，候補 { $waiting } 人，已簽到 { $arrived } 人。
    { $some ->
        [yes] 報名的有：{ $names }
       *[no] 還沒有人報名。
    }
    當天的簽到碼：{ $code }
my_posts-what = 想怎麼辦？
    .label = 要辦的
    .none = 不用改
my_posts-way = 要辦的
    .seats = 改名額
    .move = 改時間
    .cancel = 取消活動
my_posts-seats = 名額改成多少？不能少於已經報名的人數。
    .label = 名額
my_posts-day = 改到哪一天？
    .label = 日期
my_posts-from = 幾點開始？
    .label = 開始
my_posts-to = 幾點結束？
    .label = 結束
my_posts-really = 取消以後不能恢復，報了名的人都會收到通知。真的取消嗎？
    .label = 真的取消
    .no = 先不取消
    .yes = 取消活動
my_posts-summary =
    請看一下，都對嗎？改了以後，報名的人都會收到通知。
    { $lines }
    .label = 核對
    .yes = 都對，改吧
my_posts-nothing = 好的，沒有改動。
# $promoted: 从候补转为报名的人数
my_posts-seats_changed = “{ $title }”的名額改成了 { $seats } 個。{ $promoted ->
    [0] {""}
   *[other] 候補的 { $promoted } 人已經轉為報名，也告訴他們了。
}
# $told: 通知了多少人
my_posts-moved = “{ $title }”改到了 { $when }。{ $told ->
    [0] {""}
   *[other] 已經通知 { $told } 人。
}簽到碼可能也換了，請打“我的活動”再看一次。
my_posts-cancelled = “{ $title }”取消了。{ $told ->
    [0] {""}
   *[other] 已經通知 { $told } 人。
}
