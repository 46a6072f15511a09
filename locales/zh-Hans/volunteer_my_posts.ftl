# 我的活动：flows/volunteers/my_posts_flow.py

my_posts-organiser = 看哪个组织的活动？
    .label = 组织
my_posts-post = 看哪个活动？
    .label = 活动
    .none = 不看了
my_posts-none = 现在没有还没结束的活动。要发布，打“发布活动”。
my_posts-this_post = 选好的活动
# $names: 姓和 *；$waiting: 候补的人数；$arrived: 已签到的人数；$code: 四位签到码
my_posts-shown =
    { $title }，编号 { $number }
    时间：{ $when }
    地点：{ $where }
    已报名 { $taken }/{ $seats } 人，候补 { $waiting } 人，已签到 { $arrived } 人。
    { $some ->
        [yes] 报名的有：{ $names }
       *[no] 还没有人报名。
    }
    当天的签到码：{ $code }
my_posts-what = 想怎么办？
    .label = 要办的
    .none = 不用改
my_posts-way = 要办的
    .seats = 改名额
    .move = 改时间
    .cancel = 取消活动
my_posts-seats = 名额改成多少？不能少于已经报名的人数。
    .label = 名额
my_posts-day = 改到哪一天？
    .label = 日期
my_posts-from = 几点开始？
    .label = 开始
my_posts-to = 几点结束？
    .label = 结束
my_posts-really = 取消以后不能恢复，报了名的人都会收到通知。真的取消吗？
    .label = 真的取消
    .no = 先不取消
    .yes = 取消活动
my_posts-summary =
    请看一下，都对吗？改了以后，报名的人都会收到通知。
    { $lines }
    .label = 核对
    .yes = 都对，改吧
my_posts-nothing = 好的，没有改动。
# $promoted: 从候补转为报名的人数
my_posts-seats_changed = “{ $title }”的名额改成了 { $seats } 个。{ $promoted ->
    [0] {""}
   *[other] 候补的 { $promoted } 人已经转为报名，也告诉他们了。
}
# $told: 通知了多少人
my_posts-moved = “{ $title }”改到了 { $when }。{ $told ->
    [0] {""}
   *[other] 已经通知 { $told } 人。
}签到码可能也换了，请打“我的活动”再看一次。
my_posts-cancelled = “{ $title }”取消了。{ $told ->
    [0] {""}
   *[other] 已经通知 { $told } 人。
}
