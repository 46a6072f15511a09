# 资格认证：flows/benefits/certify_flow.py、bot/benefits/certifying.py、bot/benefits/certify_due.py

recertify-record = 给哪一项做认证？
    .label = 哪一项
    .later = 先不做了
# $scheme: 哪一类；$due: 哪天以前
recertify-one = { $scheme }（{ $due } 以前）
recertify-gone = 这一项现在做不了认证，请重新选。
recertify-proof_over = 为了不让别人替您做，核对身份只管一小段时间，现在过了。再打“做资格认证”，核对一下就可以接着做。
recertify-handed_in = 这一次的认证已经交给乡镇确认了，不用再做。
# $due: 哪天
recertify-not_yet = 现在没有要做的资格认证。下一次在 { $due } 以前做，快到的时候再来就行。
recertify-nothing = 现在没有要做的资格认证，登记里也没有写下一次是哪天。拿不准，可以找工作人员问问。
recertify-down = 登记救助待遇的系统现在没有回应，看不到要不要认证。过一会儿再来就行，晚一点做也没关系，不会因为这个停发。

# $scheme: 哪一类；$due: 哪天以前
recertify-notice_certify =
    { $scheme }，{ $due } 以前要做一次资格认证：问您几个问题，一两分钟，不用拍照，不用刷脸。
    会问住处、家里的人、收入和账户有没有变化。您说的只用来做这次认证，加密保存，交给乡镇确认。{ notice-kept }
    同意在这里做吗？不同意，也可以到乡镇或者村（社区）做。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，我到乡镇或者村里做
recertify-how = 想怎么做？
    .label = 怎么做
    .questions = 现在回答几个问题
    .questions-words = 现在答|回答问题|现在做
    .visit = 请人上门来看
    .visit-words = 上门|请人来|来家里
recertify-who = 现在是本人自己在回答吗？别人帮着按手机也算本人。
    .label = 谁在回答
    .self = 是本人回答
    .self-words = 是|是的|本人|我自己
    .helper = 不是，别人替他回答
    .helper-words = 不是|别人|替他
    .unsure = 说不清
recertify-living = 本人还住在原来登记的地方吗？
    .label = 住处
    .same = 还住在那里
    .moved = 搬走了
    .unsure = 说不清
recertify-moved_to = 搬到哪个乡镇了？
    .label = 搬到
    .elsewhere = 不在这些地方，或者不清楚
recertify-household = 从上次到现在，家里的人有变化吗？可以选几样。
    .label = 家里的人
    .died = 有人去世了
    .married = 有人成家了
    .left = 有人搬出去了
    .joined = 多了人，比如生了孩子
    .unsure = 说不清
    .same = 没有变化
recertify-income = 家里的收入和以前比，差不多吗？
    .label = 收入
    .same = 差不多
    .less = 少了不少
    .more = 多了不少
    .unsure = 说不清
# $tail: 账号最后四位
recertify-account = 钱发到尾号 { $tail } 的账户，还用这个账户吗？
    .label = 账户
    .same = 还用这个
    .changed = 要换，或者用不了了
    .unsure = 说不清
recertify-words = 变化的情况，想说几句吗？不用写身份证号码、银行账号。
    .label = 变化的情况
    .none = 不写了
recertify-needs_visit = 好的。不是本人自己回答的，要有人来看看本人，这样最稳妥。不用担心，不会因为这个停发。
recertify-visit_when = 什么时候来比较方便？可以选几样。
    .label = 方便的时候
    .morning = 平时上午
    .afternoon = 平时下午
    .weekend = 周末
    .any = 都可以
recertify-phone = 来以前打哪个电话？
    .label = 电话
    .on_file = 打登记的手机
recertify-know = 上门的人要先知道什么吗？比如家里有狗，老人耳朵听不清。
    .label = 上门要知道的
    .none = 没有
# $lines: 填过的各项，每项一行
recertify-summary =
    请核对：
    { $lines }

    都对吗？都对，就交给乡镇。
    .label = 核对
    .yes = 都对

# $number: 编号
recertify-done = 好了，已交给乡镇确认，编号 { $number }。乡镇确认了才算做完，有要问的会联系您。
recertify-with_changes = 您说的变化一起交了，工作人员会先核实，再告诉您。
# $number: 编号
recertify-visit = 记下了，编号 { $number }，已交给乡镇。来以前会先打电话。
recertify-nothing_stops = 待遇不会因为这次认证自动停发。要是有变动，会先告诉您理由，和不同意的话怎么办。
recertify-later = 好的。想做的时候，打“做资格认证”就行。
recertify-at_the_office = 好的。带上身份证，到办理的乡镇或者村（社区）做就行；不方便出门，打电话请他们上门。

recertify-change =
    .moved = 搬走了
    .died = 有人去世
    .married = 有人成家
    .left = 有人搬出去
    .joined = 多了人
    .income_more = 收入多了
    .income_less = 收入少了
    .account = 账户要换

## 给工作人员的说明

# $name: 姓名；$phone: 电话；$record: 登记里的编号；$scheme: 哪一类；$due: 哪天以前
recertify-brief_of = { $name }（{ $phone }），{ $scheme }，登记编号 { $record }，{ $due } 以前要认证。用验证码核对过。
recertify-brief_by =
    .self = 验证码发到本人登记的手机，说是本人回答的。
    .helper = 验证码发到本人登记的手机，说是别人替他回答的。
    .unsure = 验证码发到本人登记的手机，说不清是不是本人回答的。
    .mandate = 授权代办的人办的，本人没有回答。
    .guardian = 监护人替他回答的。
recertify-brief_late = 过了日子才做，本人来做了就按做了办。
recertify-brief_visit =
    .asked = 请上门看本人：他自己选了请人上门。
    .mandate = 请上门看本人：是代办的人办的。
    .helper = 请上门看本人：是别人替他回答的。
    .unsure = 请上门看本人：说不清是不是本人。
# $what: 哪些变化
recertify-brief_changes = 说有变化：{ $what }。请先核实；变化不等于不再符合，没有核实不停发。
# $what: 哪几样
recertify-brief_unclear = 说不清的：{ $what }。说不清不算没有通过，打电话问问就行。
recertify-brief_to_do =
    .confirm = 请确认以后在登记里改下次认证的日子，再办结。登记没有自动改。
    .visit = 请先打电话再上门，看过以后在登记里改下次认证的日子，再办结。登记没有自动改。
# $n: 几个人
recertify-brief_list = 过了日子还没有做资格认证的：{ $n } 人。
recertify-brief_list_lines = 每一行是：姓名、登记手机、登记编号、应当认证的日子、连续第几次。
recertify-brief_list_to_do = 请先打电话，打不通的上门看看。没有做认证，不能自动停发；要停，先见到人、问清楚，书面告诉理由和怎么申诉。登记没有自动改。
