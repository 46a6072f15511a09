"""What was done and where, from the words of a message that are not about time."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence

from flows.inputs.numerals import one_for_one

LONGEST = 100
"""Characters kept of what was done, and of the place."""

_PLACE_ENDS = (
    r"社区中心|敬老院|养老院|福利院|幸福院|光荣院|养老中心|福利中心|日间照料中心|照料中心|照护中心|康复中心|老年大学"
    r"|老年公寓|老年中心"
    r"|儿童之家|党群服务中心|服务中心|活动中心|文化中心|行政中心|体育中心|政务中心|商业中心|购物中心|便民中心|社工站"
    r"|服务站|志愿者?站|救助站|工作站|驿站|中心小学|中心校"
    r"|社区|小区|街道办事处|街道办|街道(?!清)|办事处|居委会|村委会|村部|大队部?|图书馆|文化馆|博物馆|纪念馆|体育馆"
    r"|展览馆|科技馆|档案馆|书屋|书店|阅览室|活动室|教室|礼堂|剧院|剧场"
    r"|幼儿园|小学(?!生)|中学(?!生)|大学(?!生)|高中(?!生)|初中(?!生)|一中|二中|三中|四中|学校|学院|卫生院|卫生室"
    r"|卫生所|诊所|医院|血站|献血点|献血车|接种点|疾控中心"
    r"|湿地公园|公园|广场(?!舞)|火车站|汽车站|高铁站|客运站|地铁站|公交站|车站|加油站|消防站|消防队|派出所|法院"
    r"|公证处|看守所|民政局|登记处|残联|红十字会|妇联|团委|殡仪馆|陵园|公墓"
    r"|步行街|市场|超市|商场|酒店|宾馆|食堂|餐厅|饭店|十字路口|十字|路口|街口|桥头|村口|门口|景区|石林|水库|湿地"
    r"|林场|农场|苗圃|滩地|黄河边|河边|河滩|河道|渠边|体育场|运动场|操场|工地|厂区?"
    r"|政务大厅|办事大厅|大厅|卡口|检查站|检查点|监测点|安置点|救助点|服务点|集市|夜市|院子|家属院|大院|小院|楼下"
    r"|楼道|电影院|寺|庙(?!会)|基地|农家院|会议室|办公室|活动站|教堂|清真寺"
    r"|县城|城区|老城|镇(?!定)|[^下农城]乡(?!亲|村)|村(?!民|里人|干)|庄(?!稼)|屯|沟|湾|梁上|山上|家里|家中|家(?!具"
    r"|务|电|访|长|属|政|庭)|园区|花园|家园|园(?!丁|艺)"
    r"|院(?!长)|馆(?!长)|站(?!岗|队|立|台|在|着|长)|局(?!长)|街(?!道|坊|舞)|巷|路(?!灯|边|上|过|面|人|口)|楼(?!道"
    r"|上)|公司|单位"
    r"|library|school|hospital|park|station|square|nursing home|community cent(?:er|re)|community|centre|center"
    r"|museum|hall|shelter|clinic"
)
_VERBS = (
    r"打扫|扫(?!帚)|清扫|清理|清洁|清雪|整理|看望|慰问|帮|给|为|替|陪|送|教|照顾|照看|照料|做饭|做了|洗|理发|剪|修理"
    r"|维修|宣传|巡逻|巡查|巡河|值班|值守|执勤|引导|劝导|维持|协助|参加"
    r"|参与|组织|服务|辅导|讲|演出"
    r"|表演|助|捡|拾|种|植|搬|发放|分发|发|登记|擦|量|测|义诊|义务|慰|包饺子|包粽子|做|干|搞|打|扶|摆|装|走访|排查"
    r"|调解|普法|采集|消毒|喂|推|聊天|读报|读书|缝|献血|导诊|护学|站岗|培训"
    r"|学习|听课|排练|布置|收|拉|挂|贴|买"
)
_VERB = re.compile(_VERBS)
_AT_PLACE = re.compile(
    rf"(?:在|去|到|来|于|从|搁|前往|赴|走进|深入|回)了?(?:咱们?|我们?"
    rf"|俺们?)?的?(?P<place>[^,。;、 ]{{0,12}}?(?:{_PLACE_ENDS}))"
)
_PLACE_FIRST = re.compile(rf"(?:咱们?|我们?|俺们?)?(?P<place>[^,。;、 ]{{0,10}}?(?:{_PLACE_ENDS}))")
_LONGER_PLACE = re.compile(rf"(?:{_PLACE_ENDS})|(?!{_VERBS})[^,。;、 ]{{0,4}}?(?:{_PLACE_ENDS})")
_NO_PLACE_BEFORE = re.compile(
    r"^(?:的(?!时候)|里的|老人|居民|人|工作人?员?|干部|活动|志愿|服务|卫生|环境|治理|建设|治安|安全|环保|宣讲|事务"
    r"|事情|文化|群众|困难|孩子|儿童|关爱|图书)"
)
_AT_UNKNOWN = re.compile(rf"在(?P<place>[^,。;、 在]{{2,10}}?)(?={_VERBS})")
_AT_ENGLISH = re.compile(
    r"\b(?:at|in) (?:the |a )?(?P<place>(?!the )[a-z][a-z' ]{1,40}?)(?= for\b| from\b| with\b| helping\b|,|\.|$)"
)
_NAMED_ENGLISH = (
    r"(?:nursing home|community cent(?:er|re)|community|library|school|hospital|park|station|square|museum|shelter"
    r"|clinic)"
)
_AT_ENGLISH_NAMED = re.compile(
    rf"(?:\b(?:at|in) (?:the |a )?|^ ?(?!(?:at|in|i|we|to|helped) ))(?P<place>(?:[a-z']+ ){{0,3}}?{_NAMED_ENGLISH})"
    r" (?=[a-z]+ing\b)"
)
"""Xingfu community tutoring kids; at nursing home cleaning."""
_INSIDE = re.compile(r"^(?:里面?|内|这边|那边|那里|那儿|这儿)(?!的)")
_PLACE_LABEL = re.compile(r"(?:服务)?(?:地点|地址|位置|场所)[:是为 ]+(?P<place>[^,。;|/ ]{1,30})")
_WHAT_LABEL = re.compile(
    r"(?:(?:服务|活动)?(?:内容|项目|名称|事项|岗位)[:是为 ]+|(?:活动|任务):)(?P<what>[^,。;| ]{1,60})"
)

_PARTED = re.compile(r"(?:嗯|呃|唔|哎|\.{2,}|…)+|[,。;、!?|()\[\]【】\"“”\n~:]+|(?<=[^a-z0-9]) | (?=[^a-z0-9])")
_LEADING = re.compile(
    r"(?i:那个|就是说?|我(?:给|跟)你们?说嘛?|结束|完了?|刚刚?|我们?|俺们?|咱们?|本人|自己|你好|您好|老师好?|同志|麻烦|请|帮我"
    r"|给我|(?:我要|我想|想|要|来|申请|请求)?(?:补记|补录|补登|登记"
    r"|上报|报|记|填报?|录入?)(?:一下|上|个|(?=昨|今|时长|服务时长))|了|的|是|为|从|就|又|也|都|还|再|然后|一直|早上"
    r"|直到|起|开始|那天|当时|时候|另外|期间|后来|于"
    r"|参加了?(?=志愿服务$)|去(?!年|世)|来(?!信|访|回)|到|在|和(?=$)|一共|总共|共计|共|合计|总计|累计|大概|大约|用时"
    r"|耗时|历时|时长|服务时间|时间|日期|服务时长|上岗|签到|到岗|至"
    r"|差不多|花了?|忙了?|做了|干了|服务了|i |we |helped |volunteered )+"
)
_TRAILING = re.compile(
    r"(?i:中间(?:吃饭|休息|歇)?|然后(?:休息|吃饭)?|待着?|呆着?|了|来着|的|是|为|一共|总共|共计|共|合计|总计|累计|大概|大约|约|用时|耗时|历时|时长|时间|日期|从|就|又|也"
    r"|都|还|一直|做了?(?=$)|干了?|忙(?:了|活了)?|用了?|花了?|有"
    r"|吧|哈|呢|啊|呀|哦|哒|啦|嘛|谢谢|辛苦了?|到|至|于|在|去|签到|签退|开始|结束|完(?=$)|整整|足足|满满|大约|服务了"
    r"|工作了|待了|进行了| for| from| at| on|进行|总|每次|好)+$"
)
_ONLY_NOISE = re.compile(
    r"(?:志愿服务|志愿|服务|整|总|足|第二天|次日|转天|隔天| |做|当|可以|行|吗|嘛|电话|手机号?码?|身份证|号码"
    r"|活动|义工|志愿者"
    r"|时长|时间|日期|地点|内容|记录|登记|补记|上报|打卡|我|们|的|了|是|和"
    r"|与|及|从|到|至|开始|结束|起|止|完|走|来|回|签到|签退|上|下|中间|休息|没|有|歇|吃|饭|午|小时|一共|总共|共|对"
    r"|嗯|好|哦|啊|呢|吧|大概|请|帮|帮忙记|记|一下|路|算|不|刚|回来|待|呆|那个|现"
    r"|来回|往返|路上|路程|不算|谢谢|您好|你好|老师|volunteer(?:ing|ed)?|service|for|from|to|at|on|i|did|worked|was"
    r"|today|hours?|total"
    r"|and|in|the)*"
)
_ALSO_DONE = ("登记", "记录")
_ASIDE = re.compile(r"休息|歇|路上|来回|往返|路程|坐车|车程|吃饭|午饭|午休|扣除|除去|不算|合计|总共|一共|谢谢|实际")
_MARKS = " ,。.!~-–—:+"
_SAID_AGAIN = re.compile(r"(?P<verb>[^老人娃家子\d]{1,2})[^,。\s]{1,4}(?P<again>(?P=verb))$")
"""捡垃圾捡了四个小时: the verb once more, before its length."""
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_FAMILY = (
    r"[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈"
    r"曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛"
    r"邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]"
)
_NAME = (
    rf"(?:[小老阿]{_FAMILY}(?:同志)?|{_FAMILY}(?:阿姨|大?姐|大?哥|叔叔?|大?婶|大?嫂|大[爷妈娘]|伯伯|奶奶|爷爷"
    rf"|师傅|老师|主任|书记|队长))"
)
_TOGETHER = r"(?:一起|一块儿?|一同|一道|共同)"
_COMPANIONS = re.compile(
    rf"(?:[和跟与同]{_NAME}(?![的家])|{_NAME}[和跟与同](?:我们?|{_NAME})|{_NAME}(?={_TOGETHER})){_TOGETHER}?"
)
"""Who came along by a familiar name (和小李一起): no business of the record. Who was served stays (帮王奶奶买菜)."""
_DIGITS = re.compile(r"[0-9]{5,}[xX]?")

_TRAINED = re.compile(
    r"(?:参加|接受|听|上|去|来|岗前|上岗|志愿者|急救|业务|技能|安全|线上|网上|集中|入职|专题|完成|做"
    r"|搞)(?:了)?[^,。;]{0,10}?(?:培训|学习|讲座|课程|听课)"
    r"|^[^,。;给为教]{0,8}(?:培训|听课|听讲座|上课|学习)|(?:培训|学习|听课|上课)$|^(?:岗前)?培训|\btraining\b"
    r"|\bworkshop\b"
)
_TRAINING_GIVEN = re.compile(
    r"(?:给|为|教|帮|陪|带|辅导|指导|教会|帮助|协助|组织|监督|督促|照看|看护)[^,。;]{0,12}?(?:培训|学习|上课|课"
    r"|讲座)|学习室|学习雷锋|学雷锋|学习用品|培训学校|培训(?:班"
    r"|会)?(?:现场)?(?:服务|引导|签到|会务|秩序)|辅导"
)


def what_and_where(own: str, read: str, spans: Sequence[tuple[int, int]]) -> tuple[str | None, str | None]:
    """What was done and the place, in the person's own characters; ``spans`` are the words about time."""
    where = what = None
    labelled = _PLACE_LABEL.search(read)
    if labelled is not None:
        where = own[labelled.start("place") : labelled.end("place")]
    named = _WHAT_LABEL.search(read)
    if named is not None:
        what = own[named.start("what") : named.end("what")]
    kept: list[str] = []
    for start, end in _segments(read, [*spans, *(each.span() for each in (labelled, named) if each is not None)]):
        if _ASIDE.search(read, start, end) and not _VERB.search(_ASIDE.sub("", read[start:end])):
            continue
        rest, place = _without_place(own[start:end], read[start:end]) if where is None else (own[start:end], None)
        where = where or place
        rest = _DIGITS.sub("", _alone(rest))
        cleaned, shown = _cleaned(rest, one_for_one(rest).translate(_LOWER))
        if cleaned and not (_ONLY_NOISE.fullmatch(cleaned) and not (place and cleaned in _ALSO_DONE)):
            is_duty = kept[-1:] == ["值"] and cleaned == "班"  # 值了一天班
            if is_duty or (kept and read.startswith("的", start) and read[start - 1 : start] not in ",。; "):
                kept[-1] += shown  # 上了两小时的手工课
            else:
                kept.append(shown)
    what = _alone(what) if what else "，".join(kept)
    return _bounded(what), _bounded(where)


def _alone(own: str) -> str:
    """The words without those who came along."""
    found = _COMPANIONS.search(one_for_one(own))
    while found is not None:
        own = own[: found.start()] + own[found.end() :]
        found = _COMPANIONS.search(one_for_one(own))
    return own


def is_training(what: str) -> bool:
    """Whether somebody was trained 培训、学习, rather than teaching or serving."""
    return _TRAINED.search(what.lower()) is not None and _TRAINING_GIVEN.search(what) is None


def _segments(read: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches between the words about time and the punctuation."""
    cuts = sorted({*spans, *(each.span() for each in _PARTED.finditer(read))})
    segments, at = [], 0
    for start, end in cuts:
        if start > at:
            segments.append((at, start))
        at = max(at, end)
    segments.append((at, len(read)))
    return [(start, end) for start, end in segments if read[start:end].strip()]


def _without_place(own: str, read: str) -> tuple[str, str | None]:
    """The words of a segment without its place, and the place."""
    lead = _LEADING.match(read)
    offset = 0 if lead is None or re.search(r"[在去到来]$", lead[0]) else lead.end()
    for pattern in (_AT_PLACE, _PLACE_FIRST):
        found = pattern.search(read) if pattern is _AT_PLACE else pattern.match(read, offset)
        if found is None or _VERB.match(found["place"]) or (pattern is _PLACE_FIRST and _VERB.search(found["place"])):
            continue
        if pattern is _AT_PLACE and read[found.start()] != "在" and _is_after_a_verb(read[: found.start()]):
            continue
        end = found.end()
        longer = _LONGER_PLACE.match(read, end)
        if longer is not None:
            end = longer.end()
        if pattern is _PLACE_FIRST and _NO_PLACE_BEFORE.match(read[end:]):
            continue
        inside = _INSIDE.match(read[end:])
        rest = own[: found.start()] + own[end + (0 if inside is None else inside.end()) :]
        return rest, own[found.start("place") : end].removeprefix("的")
    for pattern in (_AT_UNKNOWN, _AT_ENGLISH_NAMED, _AT_ENGLISH):
        found = pattern.search(read)
        if found is not None and not _VERB.match(found["place"]):
            return own[: found.start()] + own[found.end() :], own[found.start("place") : found.end("place")]
    return own, None


def _is_after_a_verb(read: str) -> bool:
    """Whether words already tell of a doing, so that 到 or 来 after them is part of it (送到社区)."""
    return _VERB.search(read) is not None and not read.endswith("了")


def _cleaned(own: str, read: str) -> tuple[str, str]:
    """The words without fillers at either end, as they are read and as they were typed; there may be none left."""
    start, end = 0, len(read)
    while True:
        before = start, end
        start += len(read[start:end]) - len(read[start:end].lstrip(_MARKS))
        end = start + len(read[start:end].rstrip(_MARKS))
        lead = _LEADING.match(read[start:end])
        start += 0 if lead is None else lead.end()
        trail = _TRAILING.search(read[start:end])
        end = end if trail is None else start + trail.start()
        again = _SAID_AGAIN.search(read[start:end])
        end = end if again is None else start + again.start("again")
        if (start, end) == before:
            return read[start:end], own[start:end]


def _bounded(words: str | None) -> str | None:
    return _DIGITS.sub("", words)[:LONGEST].strip(" ,，") or None if words else None
