# Words of the faces: the chat's frame, the terminal, and the staff's pages.

confirm-how = 要改哪一项，就打“改”加那一项，比如“改电话”。
options-more = 还有 { $n } 个，可以直接打出来。

receipt-title = 回执
receipt-service = 事项
receipt-day = 日期
receipt-time = 时间
receipt-ticket = 现场号
receipt-office = 地点
receipt-address = 地址
receipt-phone = 电话

# $number: 电话号码
call-number = 拨打 { $number }

fault-ended = 这次对话已经结束，请重新开始。
fault-malformed = 这条消息的格式不对，没有收下。
fault-not_found = 没有这个页面。
fault-too_slow = 这一条没有传完，请再试一次。
fault-picture_too_large = 这张照片太大，请选 8 MB 以内的。
fault-too_many_pictures = 照片已经很多了，请过一分钟再发，或者到窗口交。

desk-title = 网上服务台
desk-name = 工作台
desk-window_title = 工作台
desk-demonstration = 示例
desk-sign_in = 登录
desk-sign_out = 退出
desk-sign_in_failed = 账号、密码或动态验证码不对，或者试得太多了。请稍后再试。
desk-account = 账号
desk-password = 密码
desk-queue = 办件
desk-deliveries_dead = 没有送到的推送：
desk-kind = 种类
desk-kind_booking = 预约
desk-kind_handoff = 转人工
desk-kind_case = 办件
desk-kind_erasure = 删除申请
desk-state = 状态
desk-state_filed = 未看
desk-state_seen = 已看
desk-state_closed = 已办结
desk-township = 乡镇（街道）
desk-all = 全部
desk-filter = 筛选
desk-nothing = 这里还没有办件。
desk-urgent = 急
desk-newer = 上一页
desk-older = 下一页
desk-back = 返回办件列表
desk-no_such_case = 没有这个编号。
desk-revision = 第几次更新：
desk-appointment = 预约
desk-ticket = 现场号
desk-invited = 等对方确认，还没有约好
desk-partner = 对方的回执：
desk-cancelled = 已取消
desk-erase = 申请删除的办件：
desk-erase_now = 删除那份办件里填的内容
desk-precheck = 证明材料预审
desk-findings = 初步判断
desk-briefing = 给工作人员的说明
desk-answers = 填写的内容
desk-show_numbers = 显示完整号码（会留下记录）
desk-words = 原话
desk-confidential = 保密，不得告诉对方
desk-conversation = 最近的对话
desk-calls = 今日待电话通知：
desk-call_reminder = 提醒
desk-call_change = 预约有变化
desk-call_offer = 候补有位子，要在时间以前打
desk-call_waiting = 候补结束了
desk-called = 打过了
desk-work = 推送和待办
desk-work_deliver = 推送到业务系统
desk-work_past = 预约时间到
desk-work_remind = 提醒
desk-work_date = 提醒日子
desk-work_notice = 告诉对方
desk-work_reach = 看对方看到没有
desk-work_offer = 候补的位子到时间
desk-work_closed = 告诉对方已办结
desk-work_state_waiting = 等待
desk-work_state_done = 完成
desk-work_state_dead = 失败
desk-work_attempts = 试过次数：
desk-retry = 再试一次
desk-close = 办结
desk-close_sure = 这个预约还没到日子。办结不会取消预约，对方还是会来。真的要办结，请再按一次。
desk-close_unread = 对方又说了话，还没有办结。请看过再办结。
desk-answer = 回复对方
desk-answer_label = 对方会在对话里看到，最多 1000 字。不要写身份证号码。
desk-answer_send = 发送
desk-answer_gone = 对方已经离开这次对话，这里的话送不到。请打电话告诉对方。
desk-answer_unsent = 没有送出的话：

desk-day = 今天
desk-day_choose = 哪一天
desk-day_earlier = 前一天
desk-day_later = 后一天
desk-day_office = 窗口
desk-day_go = 查看
desk-day_who_came = 编号、现场号或身份证后六位
desk-day_check_in = 签到
desk-day_not_found = 今天没有对得上的预约。请核对编号，或者取现场号。
desk-day_too_fast = 试得太多了，请过几分钟再试。
desk-day_several = 有几个对得上，请选来的这一位
desk-day_walk_in_for = 没有预约，来办
desk-day_walk_in = 取现场号
desk-day_nothing = 这一天没有预约，也没有现场号。
desk-day_time = 时间
desk-day_service = 事项
desk-day_names = 姓名
desk-day_number = 编号
desk-day_does = 操作
desk-day_awaited = 还没来
desk-day_came = 来了
desk-day_absent = 没来
desk-day_cancelled = 取消
desk-day_unknown = 没有登记
desk-day_undo = 撤销签到
desk-day_serve = 办好了
desk-day_served = 办好了
desk-day_not_served = 还没办好
desk-day_mark = 记为没来
desk-day_unmark = 不算没来
desk-day_print = 要打印这一天，请按 Ctrl+P。
# $people: 排在前面、已经到了的人数；$minutes: 大约要等的分钟数
counter-waiting = { $people ->
    [0] 前面没有人在等。
   *[other] 前面有 { $people } 位，大约要等 { $minutes } 分钟。
}

service-danger = 可能有危险

# Further words for options that mean yes, no, or not knowing.
words-yes = 是|是的|对|对的|对对|对对对|都对|都对的|全对|都没错|没有错|正确|嗯嗯|好|好的|嗯|行|可以|没错|有|要|ok|yes
words-no = 不|不是|不是的|没|没有|否|不用|不行|no
words-unsure = 不知道|不清楚|说不清|说不好|不确定|不晓得
words-unknown = 不知道|不清楚|忘了|记不清|找不到了|说不清|不记得|不记得了|记不得|想不起来|不晓得
words-agree = 是|对|嗯|嗯嗯|好|好的|好吧|行|行吧|可以|中|同意|我同意|愿意|ok|yes
words-decline = 不|不同意|我不同意|不要|不愿意|不想|不想填|不行|不可以|no
words-keep = 不改|不改了|不变|还是原来的|就原来的|照旧
words-none = 没有|没|不填|不留|跳过|不用|都没有
words-nothing = 没有|都没有|没|无|一样也没有|什么也没有|啥也没有|没啥
history-hidden = 这一段不再显示。要接着办，请点“继续办理”。

desk-papers = 受理、授权书和照片
desk-accept = 受理
desk-accepted = 受理日期：
desk-letter = 授权书 (PDF){" "}
desk-picture = 看照片
desk-page_good = 核对无误
desk-page_again = 看不清，请重交
desk-check = 凭授权书发起核对
desk-check_waits = 受理以后，授权书全家签齐、没有撤回、没有过期，才能发起家庭经济状况核对。
desk-check_no_letter = 现在不能发起家庭经济状况核对：要先受理，授权书要有效；发起过的，不用再发。
desk-work_attach = 推送附件
desk-work_check = 推送核对请求
desk-work_report = 推送到志愿服务系统
desk-work_letter_remind = 提醒签授权书
desk-work_letter_over = 授权书到时间
desk-letter_until = 签齐的期限：
desk-checked = 已发起核对：
desk-checked_how = 没有接业务系统的，请在核对系统里填上授权书编号办理。
desk-withdraw = 当事人到窗口撤回授权
