# 确认预约：flows/marriage/partner_flow.py

partner-code = 对方给您的确认码是什么？一共八个字母或数字，例如 7K3M-Q2XD。
    .label = 确认码
    .lost = 没有确认码
    .lost-words = 确认码丢了|不知道|没收到|找不到
# $service: 服务的名称；$at: 哪一天几点
partner-agree_to = 我来确认：{ $service }，{ $at }
partner-invitation = 接着想怎么办？
    .label = 要确认的预约
    .refuse = 不同意
    .other_code = 改确认码
    .none = 先不回答
partner-really = 不同意，这个时间就放开了，也会告诉对方没有约成。真的不同意吗？
    .label = 真的不同意
    .no = 先不回答
    .yes = 不同意
partner-notice =
    确认结婚登记的预约，民政局要用您的姓名、身份证号码、婚姻状况和一个电话，只用来看条件、排时间。
    身份证号码是敏感个人信息，加密保存。您在这里填的，对方看不到。{ notice-kept }
    同意在这里填吗？
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，问登记处
partner-second_name = 您的姓名是？
    .label = 您的姓名
partner-second_id = 您的身份证号码是？
    .label = 您的身份证号码
partner-second_status = 您现在的婚姻状况是？
    .label = 您的婚姻状况
    .never = 未婚
    .never-words = 没结过婚|没有结过婚|没结婚|单身|头婚|初婚|第一次
    .divorced = 离婚
    .divorced-words = 离过|离了|离过婚|离婚了|离异
    .widowed = 丧偶
    .widowed-words = 老伴走了|老伴去世了|去世了|爱人去世了|丈夫去世了|妻子去世了|守寡|寡妇|鳏夫
    .married = 已婚
    .unsure = 不清楚
partner-kinship =
    您和对方是不是近亲？比如兄弟姐妹、堂表兄弟姐妹、叔侄、舅甥。
    （法律上叫直系血亲、三代以内旁系血亲。）
    .label = 是不是近亲
    .no = 不是
    .yes = 是
    .unsure = 不清楚
partner-own_card = 您的居民身份证，现在怎么样？
    .label = 您的身份证情况
    .valid = 没过期
    .valid-words = 有效|在|好着|在手边
    .temporary = 用临时身份证
    .expired = 过期了
    .lost = 丢了
    .unsure = 不清楚
partner-phone = 请留一个能联系到您的电话。
    .label = 电话
# $lines: 填过的各项，每项一行
partner-summary =
    请核对：
    { $lines }

    { counting-before }

    都对吗？都对，这个预约就约好了。
    .label = 核对
    .yes = 都对
partner-reach = 您的情况要工作人员看一看。怎么打电话联系您？
    .label = 联系电话
    .none = 不留电话

partner-agreed =
    约好了。
    { booked-details }
    两位要一起来，登记免费。
# $at: 哪一天几点
partner-declined = 好的，没有约。{ $at } 这个时间放开了。
partner-later = 好的，先不回答。想好了，再打“确认预约”，输入确认码。到时间没有确认，这个时间会自动放开。
partner-ask_again = 确认码在对方那里，请对方再发一次。收到了，再打“确认预约”。
# $day: 到年龄的那一天
partner-too_young =
    您到法定结婚年龄，要到 { $day }，这次约的日子还早，现在不能确认。
    可以和对方商量，换一个日子再约。号码填错了，可以重新办；有疑问，可以转人工。
partner-has_spouse =
    按法律，有配偶的，要先解除原来的婚姻，才能再登记结婚。
    已经离婚了，或者觉得登记的信息不对，请带离婚证或法院文书到登记处，也可以转人工。
partner-related =
    按法律，直系血亲和三代以内旁系血亲不能结婚。
    说不准是不是这样的亲戚，可以转人工问一问。
# $office、$address、$phone: 登记处
partner-at_the_office =
    好的，这里什么也没有记下。可以问登记处怎么办。
    地点：{ $office }
    地址：{ $address }
    电话：{ $phone }
partner-to_a_person =
    好的，转给工作人员了，会看看该怎么办。
    { handoff-details }

## 确认码和结果

invitation-over = 这个确认码现在用不了：可能输错了，可能已经过了时间，也可能已经用过。请核对一下，或者请对方再发一次。
invitation-too_often = 试得太多了，请过一个小时再试。着急的话，可以转人工。
partner-same_sex_digit = 两位身份证号码里的性别是一样的，可能有一个填错了。请再核对您的号码；号码都对，请打“转人工”。

# $day、$time、$office、$address、$phone、$number: 约好的预约
partner-has_agreed =
    对方确认了，约好了。
    { booked-details }
    两位要一起来，登记免费。
# $at: 哪一天几点
partner-has_not_agreed = { $at } 的预约没有约成：到时间没有两位都确认。这个时间放开了，可以再约一次。
partner-is_over = { $at } 的预约，现在不用确认了：时间过了，或者对方不约了。
