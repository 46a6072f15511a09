# 社会救助，一证一书：flows/assistance/

assistance-notice =
    帮您先看看可能有哪些救助。民政局要用姓名、身份证号码、住在哪里、一起住的家人、收入、家里的东西、生病和残疾的情况，只用来办救助。
    身份证号码、生病和残疾是敏感个人信息，加密保存。填家人的信息，请先告诉家人。不清楚的，都可以选“不清楚”。{ notice-kept }
    同意在这里填吗？不同意，也可以直接到乡镇的窗口办。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，直接到乡镇的窗口
assistance-township = 现在住在哪个乡镇？
    .label = 住的乡镇
    .elsewhere = 不在这些地方
assistance-village = 住在哪个村（社区）？
    .label = 住的村（社区）
    .unknown = 不清楚，或者没有列出来
assistance-tonight = 今天晚上有没有马上要解决的难处？比如没有吃的、没有地方住、病了没有药。
    .label = 今晚的难处
    .no = 没有
    .yes = 有，今晚就要帮忙
assistance-needs = 最急的是什么？可以选几样。
    .label = 最急的
    .food = 吃的
    .shelter = 住的地方
    .medicine = 看病、药
    .warmth = 取暖、衣服被子
    .something_else = 别的
assistance-for_whom = 是给谁办？
    .label = 给谁办
    .self = 给我自己家
    .other = 帮别人办，或者说说别人的难处
assistance-mandate = 他知道您来办吗？
    .label = 受谁委托
    .asked = 是他让我来办的
    .cannot = 他自己办不了，平时是我照顾
    .none = 没有说过，我只是来说一声
assistance-words = 请说说是谁、住在哪里、出了什么事。几句就行，不用写身份证号码。
    .label = 情况
assistance-reach = 请留一个能联系到的电话，不留也可以。
    .label = 电话
    .none = 不留电话
assistance-proxy_name = 您自己的姓名是？
    .label = 代办人的姓名
assistance-proxy_is = 您是他的什么人？
    .label = 代办人是
    .family = 家人、亲戚
    .neighbour = 邻居、朋友
    .village_staff = 村（社区）的协管员、干部
    .somebody = 别的人
# $kept: 照片是不是和申请一起保存
assistance-card =
    请拍一张申请人的身份证，有头像和号码的一面，姓名和号码就不用打字了。{ $kept ->
        [yes] 照片加密，和申请一起保存。
       *[no] 照片读完就删掉，不保存。
    }
    .label = 身份证照片
    .typed = 不拍，自己填
# $lines: 身份证上的各项
assistance-card_check =
    照片上是这样写的，请对一对：
    { $lines }

    都对吗？对的话，姓名和号码就这样填。
    .label = 核对身份证
    .yes = 都对
    .again = 不对，再拍一张
    .typed = 不对，我自己填
assistance-name = 谁来申请，他的姓名是？给自己家办，就写您的姓名。
    .label = 申请人的姓名
assistance-id = 申请人的身份证号码是？
    .label = 申请人的身份证号码
    .unsure = 不清楚，或者没有
assistance-age = 申请人多少岁了？
    .label = 申请人的年龄
    .unsure = 不清楚
assistance-hukou_place = 申请人的户口在哪里？
    .label = 户口在
    .here = 就在现在住的乡镇
    .county = 在本县别的乡镇
    .elsewhere = 在外县、外省
    .unsure = 不清楚
assistance-hukou_township = 户口在哪个乡镇？
    .label = 户口所在的乡镇
    .unsure = 不清楚
assistance-hukou = 户口是农村的，还是城镇的？
    .label = 户口是
    .rural = 农村的
    .urban = 城镇的
    .unsure = 不清楚
assistance-ill = 申请人有没有重病？比如癌症、尿毒症、大手术。
    .label = 申请人有重病
    .no = 没有
    .yes = 有
    .unsure = 不清楚
assistance-disabled = 申请人有没有残疾人证？有的话，是哪一类？
    .label = 申请人的残疾人证
    .no = 没有
    .vision = 视力残疾
    .hearing = 听力残疾
    .speech = 言语残疾
    .limb = 肢体残疾
    .intellectual = 智力残疾
    .mental = 精神残疾
    .multiple = 多重残疾
    .unsure = 不清楚
assistance-level = 残疾人证上是几级？
    .label = 申请人的残疾等级
    .one = 一级
    .two = 二级
    .three = 三级
    .four = 四级
    .unsure = 不清楚
assistance-school = 申请人在上学吗？
    .label = 申请人在上学
    .no = 没有
    .school = 小学、初中、高中或者中职
    .higher = 大学、大专
    .unsure = 不清楚
assistance-father = 申请人的父亲现在怎么样？
    .label = 父亲
    .cares = 在，能照顾
    .dead = 去世了
    .not_found = 找不到人，或者法院宣告失踪
    .disabled = 残疾很重
    .ill = 重病
    .detained = 在服刑或者被关押，半年以上
    .missing = 半年以上没有联系，也不管
    .absent = 在，可是一年以上不管
    .unsure = 不清楚
assistance-mother = 申请人的母亲现在怎么样？
    .label = 母亲
    .cares = 在，能照顾
    .dead = 去世了
    .not_found = 找不到人，或者法院宣告失踪
    .disabled = 残疾很重
    .ill = 重病
    .detained = 在服刑或者被关押，半年以上
    .missing = 半年以上没有联系，也不管
    .absent = 在，可是一年以上不管
    .unsure = 不清楚
assistance-work = 申请人现在有工作吗？
    .label = 申请人的工作
    .works = 有，一直在干
    .odd_jobs = 打零工，或者有时候有活
    .no_work = 能干活，可是没有工作
    .cannot = 干不了活
    .unsure = 不清楚

# 一起生活的家人：配偶，未成年的孩子，成年了还不能自己生活的孩子（包括在上大学的），还有长期住在一起、应当互相抚养的亲人。
# .remove 里 $number: 第几个人
assistance-household =
    还有谁和申请人一起生活？一个一个加，都加完了，选“没有了”。
    配偶、没成年的孩子、在上学的孩子都算；分开单过的儿女不算。
    .label = 一起生活的家人
    .add = 加一个人
    .done = 没有了
    .remove = 去掉第 { $number } 个
assistance-relation = 这个人是申请人的什么人？
    .label = 关系
    .spouse = 丈夫、妻子
    .spouse-words = 老伴|爱人|媳妇|老婆|老公|丈夫|妻子|男人|女人|对象
    .child = 儿子、女儿
    .parent = 父亲、母亲
    .sibling = 兄弟姐妹
    .grandchild = 孙子女、外孙子女
    .grandparent = 祖父母、外祖父母
    .relative = 别的亲人
assistance-member_name = 这个人的姓名是？
    .label = 姓名
    .unsure = 不清楚
assistance-member_id = 这个人的身份证号码是？以后要他自己签一页授权书，知道号码，签的时候好核对。
    .label = 身份证号码
    .unsure = 不清楚，或者没有
assistance-member_age = 这个人多少岁了？
    .label = 年龄
    .unsure = 不清楚
assistance-member_ill = 这个人有没有重病？
    .label = 有重病
    .no = 没有
    .yes = 有
    .unsure = 不清楚
assistance-member_disabled = 这个人有没有残疾人证？有的话，是哪一类？
    .label = 残疾人证
    .no = 没有
    .vision = 视力残疾
    .hearing = 听力残疾
    .speech = 言语残疾
    .limb = 肢体残疾
    .intellectual = 智力残疾
    .mental = 精神残疾
    .multiple = 多重残疾
    .unsure = 不清楚
assistance-member_level = 残疾人证上是几级？
    .label = 残疾等级
    .one = 一级
    .two = 二级
    .three = 三级
    .four = 四级
    .unsure = 不清楚
assistance-member_school = 这个人在上学吗？
    .label = 在上学
    .no = 没有
    .school = 小学、初中、高中或者中职
    .higher = 大学、大专
    .unsure = 不清楚
assistance-member_father = 这个孩子的父亲现在怎么样？
    .label = 父亲
    .cares = 在，能照顾
    .dead = 去世了
    .not_found = 找不到人，或者法院宣告失踪
    .disabled = 残疾很重
    .ill = 重病
    .detained = 在服刑或者被关押，半年以上
    .missing = 半年以上没有联系，也不管
    .absent = 在，可是一年以上不管
    .unsure = 不清楚
assistance-member_mother = 这个孩子的母亲现在怎么样？
    .label = 母亲
    .cares = 在，能照顾
    .dead = 去世了
    .not_found = 找不到人，或者法院宣告失踪
    .disabled = 残疾很重
    .ill = 重病
    .detained = 在服刑或者被关押，半年以上
    .missing = 半年以上没有联系，也不管
    .absent = 在，可是一年以上不管
    .unsure = 不清楚
assistance-member_work = 这个人现在有工作吗？
    .label = 工作
    .works = 有，一直在干
    .odd_jobs = 打零工，或者有时候有活
    .no_work = 能干活，可是没有工作
    .cannot = 干不了活
    .unsure = 不清楚
assistance-received = 家里现在已经在享受下面哪些？可以选几样。
    .label = 已经在享受的
    .dibao = 低保
    .tekun = 特困供养（五保）
    .edge = 低保边缘家庭
    .disability_living = 困难残疾人生活补贴
    .disability_nursing = 重度残疾人护理补贴
    .elder = 老年人补贴
    .child = 孤儿、事实无人抚养儿童的补贴
    .unsure = 不清楚
    .nothing = 都没有
assistance-events = 最近家里有没有突然出事？可以选几样。
    .label = 出的事
    .fire = 房子着过火
    .traffic = 车祸
    .illness = 突然得了重病
    .disaster = 遭了灾（旱、涝、冰雹、地震）
    .other = 别的事
    .unsure = 不清楚
    .nothing = 没有
assistance-sources = 一起生活的人，平时有哪些钱进来？可以选几样。低保、救助的钱不算。
    .label = 收入
    .wages = 工资、打工、打零工
    .farming = 种地、养殖、做小生意
    .pension = 城乡居民养老金
    .retirement = 退休工资、社保养老金
    .family = 儿女或者亲人给的
    .rent = 租金、土地流转、分红
    .more = 别的
    .unsure = 不清楚
    .nothing = 没有收入
assistance-wages_amount = 工资、打工，全家平均每个月一共多少元？
    .label = 工资、打工（每月）
    .unsure = 不清楚
assistance-farming_amount = 种地、养殖、做小生意，去掉本钱，全家平均每个月一共多少元？
    .label = 种地、养殖、小生意（每月）
    .unsure = 不清楚
assistance-pension_amount = 城乡居民养老金，全家每个月一共多少元？
    .label = 城乡居民养老金（每月）
    .unsure = 不清楚
assistance-retirement_amount = 退休工资，全家每个月一共多少元？
    .label = 退休工资（每月）
    .unsure = 不清楚
assistance-family_amount = 儿女或者亲人给的，平均每个月一共多少元？
    .label = 儿女或者亲人给的（每月）
    .unsure = 不清楚
assistance-rent_amount = 租金、土地流转、分红，平均每个月一共多少元？
    .label = 租金、流转、分红（每月）
    .unsure = 不清楚
assistance-more_amount = 别的收入，平均每个月一共多少元？
    .label = 别的收入（每月）
    .unsure = 不清楚
assistance-property = 除了自己住的房子，家里还有没有这些？可以选几样。
    .label = 家里的东西
    .car = 汽车
    .house = 另外的房子、铺面
    .business = 公司、店、大型农机
    .savings = 存款、股票、保险，比较多
    .unsure = 不清楚
    .nothing = 都没有
assistance-bills = 最近一年，家里有没有不得不花的大钱？可以选几样。
    .label = 不得不花的钱
    .medical = 看病，医保报销以后自己出的
    .school = 上学的学费、住宿费
    .rehab = 残疾康复、辅助器具
    .other = 别的
    .unsure = 不清楚
    .nothing = 没有
assistance-medical_bill = 看病，报销以后自己出的，最近一年一共多少元？
    .label = 看病自己出的（一年）
    .unsure = 不清楚
assistance-school_bill = 学费、住宿费，最近一年一共多少元？
    .label = 上学（一年）
    .unsure = 不清楚
assistance-rehab_bill = 残疾康复、辅助器具，最近一年一共多少元？
    .label = 残疾康复（一年）
    .unsure = 不清楚
assistance-other_bill = 别的不得不花的钱，最近一年一共多少元？
    .label = 别的（一年）
    .unsure = 不清楚
assistance-obliged = 不住在一起的人里，有没有按法律应当养他的人？比如儿女、父母、丈夫或妻子。他们有没有能力？
    .label = 应当赡养、抚养的人
    .none = 没有这样的人
    .incapable = 有，可是都没有能力
    .able = 有，有能力
    .unsure = 不清楚
assistance-kin_of_staff = 家里有没有人是办救助的人员或者村（居）干部的近亲？有也不影响申请，只是要单独登记。
    .label = 与经办人员、村居干部是近亲
    .no = 没有
    .yes = 有
    .unsure = 不清楚
assistance-phone = 请留一个能联系到的电话，不留也可以。
    .label = 电话
    .none = 不留电话
# $lines: 填过的各项，每项一行
assistance-summary =
    请核对：
    { $lines }

    都对吗？都对，就看看可能有哪些救助。
    .label = 核对
    .yes = 都对
assistance-apply =
    上面只是按您说的初步看，能不能批、批多少、什么时候发，要由乡镇和县里调查以后决定。不管怎么说，您都可以正式申请，不收费。
    现在交给乡镇，正式申请吗？
    .label = 正式申请
    .yes = 正式申请
    .later = 先不申请
assistance-signature = 请签上您的姓名：打出您的姓名就行；在网页上，还可以用手指写在框里。也可以以后再签，或者签在纸上。
    .label = 签名
    .later = 以后再签，或者签在纸上
# 最低生活保障审核确认办法第4、5条；临时救助不受户籍限制
assistance-hukou_elsewhere =
    户口在外县、外省的，低保、特困一般向户口所在的乡镇申请；持有居住证的，有的地方可以在住的地方申请，工作人员会告诉您。
    临时救助，可以在遇到困难的地方申请。
# $to: 哪个乡镇，或者工作人员
assistance-filed =
    收到了，编号 { $number }，交给{ $to }了。
    乡镇受理以后，会一次告诉您还缺什么；家庭经济状况的调查，受理后 3 个工作日内开始。
    对结果有不同意见，可以要求复查，也可以申请复议、到法院起诉。

    授权书 { $letter }，{ $state ->
        [complete] 都签好了。
       *[other] 请全家在 { $until } 以前签齐，每人签自己的一页：
    }
    { $lines }
    { $state ->
        [complete] {""}
       *[other] { letters-how_to_sign }
    }
    想看签到哪一步、想撤回，在这个页面随时打“我的授权书”；页面关掉了，请带身份证到乡镇的窗口办。
assistance-later = 好的，先不申请。填的都不会交出去。什么时候想申请，打“社会救助”，或者到乡镇的窗口。
assistance-urgent =
    收到了，编号 { $number }，马上交给乡镇和县里的工作人员。手续可以以后补。
    { handoff-details }
    有人有危险，请先打 110 或 120。
# $answer、$help: 多少小时；$source: 依据
assistance-clocks = 按本地的规定，从现在起 { $answer } 小时内答复，{ $help } 小时内救助。（依据：{ $source }）
assistance-reported =
    谢谢您。收到了，编号 { $number }，交给工作人员了，他们会去看看。
    { handoff-details }
assistance-at_the_office = 好的。带上身份证，到住的或者户口所在的乡镇窗口就能申请，不收费。

## 各类救助

category-dibao = 最低生活保障（低保）
category-tekun = 特困人员救助供养
category-single = 低保边缘家庭里的重残、重病人员单独申请低保（单人保）
category-edge = 最低生活保障边缘家庭
category-rigid = 刚性支出困难家庭
category-temporary = 临时救助
category-monitored = 防止返贫监测（由农业农村部门认定，可以帮您转过去）
category-orphan = 孤儿基本生活保障
category-unsupported = 事实无人抚养儿童基本生活补贴
category-disability_living = 困难残疾人生活补贴
category-disability_nursing = 重度残疾人护理补贴
category-elder = 经济困难老年人补贴

## 初步判断：只有这三种说法

# $category: 哪一类；$lines: 为什么，每样一行；$sources: 依据；$change: 再知道什么就更清楚
screened-likely =
    { $category }：初步看可能符合。
    { $lines }
    依据：{ $sources }
screened-person =
    { $category }：需要人工核实。
    { $lines }
    依据：{ $sources }
screened-more =
    { $category }：目前信息不足。
    { $lines }
    再知道{ $change }，就更清楚。
    依据：{ $sources }
screened-none = 没有看到明显对得上的救助。
screened-none_besides = 除了已经在享受的，没有看到别的明显对得上的救助。

# $value: 数值；$unit: 单位；$since: 从哪天起；$source: 依据
figure-current = { $value } { $unit }（{ $since }起）
figure-stale = { $value } { $unit }（{ $since }的旧标准，以现行公布标准为准）

## 为什么

# $income: 每人每月收入（元）；$standard: 标准；$times: 几倍；$line: 每人每月的线（元）
why-income_below =
    { $times ->
        [1] 每人每月收入最多约 { $income } 元，低于每月 { $line } 元的线，标准是 { $standard }
       *[other] 每人每月收入最多约 { $income } 元，低于每月 { $line } 元的线，就是标准的 { $times } 倍，标准是 { $standard }
    }
why-income_not_below = 每人每月收入约 { $income } 元，不低于每月 { $line } 元的线，标准是 { $standard }
why-above_old_standard = 每人每月收入约 { $income } 元，不低于旧标准算的每月 { $line } 元，现行标准可能更高，标准是 { $standard }
why-may_be_deducted = 每人每月收入约 { $income } 元，看病、康复等花销可能可以扣减，再和每月 { $line } 元比，标准是 { $standard }
why-income_unknown = 收入还不清楚，要和每月 { $line } 元比，标准是 { $standard }
why-income_on_both_sides = 收入里有的可能不计入，要核实以后再和每月 { $line } 元比，标准是 { $standard }
why-hukou_kind = 农村和城镇的标准不一样
why-no_standard = 本地现行标准还没有录入，由工作人员查
why-property = 家里有车、房、店或者较多存款，要看本地的规定
why-property_unknown = 家里的东西还不清楚
why-no_property = 家里没有多余的车、房、店和较多存款
why-no_disposable_income = 本地上年度人均可支配收入还没有录入，由工作人员查
why-no_spending = 没有说到不得不花的大钱
why-spending_unknown = 不得不花的钱还不清楚
why-spending_without_income = 没有收入，又有不得不花的钱
why-no_share = 支出占收入多少算困难，本地的比例还没有录入，由工作人员查
# $share: 本地的比例
why-spending_heavy = 不得不花的钱占收入的比例，超过了 { $share }
why-spending_not_heavy = 不得不花的钱占收入的比例，没有超过 { $share }
why-spending_near = 不得不花的钱占收入的比例，要核实
why-nobody_obliged = 没有应当赡养、抚养的人
why-obliged_incapable = 应当赡养、抚养的人有没有能力，要核实
why-obliged_able = 有应当赡养、抚养，而且有能力的人
why-obliged_unknown = 应当赡养、抚养的人的情况还不清楚
# $age: 年龄
why-age = 家里有 { $age } 岁的人，年龄符合
why-not_that_age = 年龄不在这个范围
why-age_unknown = 有人的年龄还不清楚
why-disabled = 有人的残疾类别和等级符合
why-not_disabled = 没有符合的残疾类别和等级
why-disability_unknown = 残疾人证的情况还不清楚
why-level_unknown = 残疾等级还不清楚
why-multiple_disability = 多重残疾，要看是哪几类
why-kept_from_childhood = 以前是特困供养的孩子，可能可以接着享受
why-school_unknown = 上学的情况还不清楚
why-not_at_school = 没有在上学
why-parent_unknown = 父母的情况还不清楚
why-parent_cannot = 父母不在，或者照顾不了
why-parent_can = 父母有人能照顾
why-hardship = 本地对重点困境儿童也有保障，是不是，要核实
why-no_hardship = 没有看到困境儿童的情形
why-is_dibao = 更像低保
why-is_tekun = 更像特困
why-is_edge = 更像低保边缘家庭
why-not_in_force = 那时还没有这一类
why-urgent = 今天晚上就有难处
why-event = 家里突然出了事
why-spending_grew = 有不得不花的大钱
why-event_unknown = 有没有突然出事，还不清楚
why-no_event = 没有突然出的事
why-urban = 城镇户口不归这一项
why-refer = 要由农业农村部门看
why-no_risk = 没有看到返贫的风险
why-edge_perhaps = 本地是不是扩大到低保边缘家庭，要问工作人员
why-illness_unknown = 有没有重病，还不清楚
why-severely_ill = 重病是不是本地认定的病种，要核实
why-not_ill = 没有重病
why-certificate = 有人有残疾人证
why-receives_dibao = 家里已经在享受低保
why-receives_no_dibao = 没有说到在享受低保
why-assessment = 要做老年人能力评估

## 再知道什么就更清楚

fact-hukou_kind = 户口是农村的还是城镇的
fact-income = 家里的收入
fact-pension = 城乡居民养老金是多少
fact-property = 家里的车、房、店和存款
fact-spending = 不得不花的钱是多少
fact-obliged = 应当赡养、抚养的人的情况
fact-age = 年龄
fact-disability = 残疾人证的情况
fact-disability_level = 残疾等级
fact-illness = 有没有重病
fact-school = 是不是在上学
fact-parents = 孩子父母的情况
fact-events = 有没有突然出事

## 依据

source-dibao_4 = 最低生活保障审核确认办法第4条
source-dibao_8 = 最低生活保障审核确认办法第8条
source-dibao_13 = 最低生活保障审核确认办法第13条
source-dibao_14 = 最低生活保障审核确认办法第14条
source-tekun_4_3 = 特困人员认定办法第4条、第8条
source-tekun_5 = 特困人员认定办法第5条
source-tekun_25 = 特困人员认定办法第25条
source-rigid_4 = 刚性支出困难家庭认定办法第4条
source-rigid_4_2 = 刚性支出困难家庭认定办法第4条第2项
source-rigid_4_4 = 刚性支出困难家庭认定办法第4条第4项、第5条
source-temporary_47 = 社会救助暂行办法第47条
source-monitoring = 国办发〔2023〕39号
source-orphan = 国办发〔2010〕54号
source-unsupported = 民发〔2019〕62号第一条
source-hardship = 国发〔2016〕36号
source-subsidies_2 = 国发〔2015〕52号第二条
source-elder_33 = 老年人权益保障法第33条
