"""What makes a message about a service no report of it: it was not done, is planned, is a question, is another's."""

from __future__ import annotations

import re

_POLITE = re.compile(
    r"[ ,。]?(?:这样|这么)?(?:记)?(?:可以|行|好|对|没问题|收到)(?:吗|么|不|嘛|吧)?[?。!~]*$|[ ,](?:谢谢|辛苦)[^,]{0,8}$"
    r"|(?:帮我?|请|麻烦)[^,。]{0,6}(?:可以|行|好)吗[?]?$"
)
_NOT_DONE = re.compile(
    r"[没未](?:有|能)?(?:去|来(?!得及休)|参加|做(?!完)|干(?!完)|成|空|时间|上班|到(?!底)|服务|时间|安排|搞|报名"
    r"|参与)|不(?:去|来(?!了?回)|参加|做了|干了|能去|能来|想"
    r"|会去|能参加|打算)"
    r"|(?:去|来|参加|做)不了|去不成|来不成|请(?:个|一?天|了)?假|取消|有事[去来]|缺席|(?:不是|并非)我|别记|不要记"
    r"|[没不]有?在(?![乎意话])|没有?(?:助|帮|打扫|值|巡|护学|执勤|陪|送)|我在家(?:休息|睡觉|歇着|待着)?(?=$|[,。;])"
    r"|不用记|撤[销回]|作废|删[除掉了]"
    r"|改天|算了"
    r"|\b(?:didn.?t|did not|couldn.?t|can.?t|cannot|won.?t|not going|wasn.?t|was not|absent|cancel(?:l?ed)?)\b"
)
_PLANNED = re.compile(
    r"打算|计划(?!生育)|(?:准备|想|要|将要?|会|得|可能|需要)(?:去|来(?!回)|参加|到(?=[^\d]))|等会儿?|待会儿?"
    r"|一会儿?(?:要|去|来|就)|回头|下次|即将|马上(?:去|要|到"
    r"|就)|我想(?!记|登|补|报|说)|想报名|我要(?:报名|参加|当|做|助)"
    r"|预计|预订|预定|约好|约了|等(?=周|星期|礼拜|明|下|过|到|放假|我)|还没(?:有)?(?:开始|做完|结束|干完|到)|正在去"
    r"|如果|要是|假如|才能|明[天日儿晚早]|后[天儿](?!来)|大后"
    r"|下(?:周|个?星期|个?礼拜|个?月)"
    r"|(?:天|日|号|午|晚上|周[一二三四五六日天])我?们?(?:要|将(?!近)|会(?!议|场|员)|得|准备|想)(?!记|登|补|报|录|填"
    r"|求|写|说)"
    r"|\b(?:will|going to|plan(?:ning)? to|tomorrow|want to|next (?:week|mon|tue|wed|thu|fri|sat|sun)\w*|about to)\b"
    r"|i'll"
)
_QUESTION = re.compile(
    r"[?](?!$)|[?]$|[吗么呢嘛](?:[?。,~ ]|$)(?<!什么)|怎么|怎样|如何|能不能|可不可以|可以不|是不是|有没有|要不要"
    r"|行不行|啥时候|什么时候|哪[天个里儿些]|几点(?![钟半])"
    r"|几个?小时|多少|多久|多长时间|为什么|为啥|咋|什么|请问|谁"
    r"|\b(?:how|when|what|where|why|can i|could i|do i|is it|which)\b"
)
_STILL_NO_QUESTION = re.compile(r"几个?小时|好几|[^,。]*(?:没什么|没啥)")
_PERSON = (
    r"(?:他|她|他们|她们|别人|大家|同事|朋友|同学|队友"
    r"|[小老阿][^区伙时学年人板师家城校乡镇县组朋孩姑儿两队房旧院村龄街食镇]|我(?:妈|爸|老公|老婆|媳妇|爱人|儿子"
    r"|女儿|娃|同事|朋友|同学|孩子|哥"
    r"|姐|弟|妹|家人|邻居|丈夫|妻子|爷爷|奶奶|婆婆|公公|爹|娘|叔|姑|舅|姨"
    r"|闺女|丫头|儿媳|女婿|孙子|孙女|侄子|侄女|对象|室友)(?:妈|爸|友)?)"
)
_SERVED = (
    rf"(?:^|(?<=[,。;: 点半分钟午天日号晚早时刻晨上\d一二三四五六七八九十]))(?:{_PERSON}|妈妈|爸爸|老公|老婆|媳妇"
    r"|爱人|丈夫|妻子|儿子|女儿|孩子|闺女|儿媳|女婿|孙子|孙女|弟弟|妹妹|哥哥|姐姐)(?:一个人|自己)?(?:也|都|就)?"
    r"(?:在|去|到|来|做|干|参加|助|打扫|值|巡|服务|当|(?:帮|替|给|陪|送|教)(?!我))"
)
"""Somebody else as the one who served, first in a clause or after its times: 9点到11点我儿子在社区助餐."""
_OTHERS = re.compile(
    r"(?:给|帮|替|为|代)(?!我(?:们)?(?:记|登|补|报|录|加|算|打|签|写|填|把)|自己|本人|俺|咱"
    r"|忙)[^,。; \d]{1,8}?(?:补?记|登记|补录|补|(?<![读送海简])报|录入?"
    r"|加上?|算|打卡|签到|写上?|填)"
    r"(?:一下|上|个|了|的|是)*(?=[ ,。]|[\d一二三四五六七八九十半]+个?(?:小|半|钟|h)|时长|工时|服务|$|昨|今|前|上|周)"
    rf"|{_SERVED}|^{_PERSON}(?:今|昨|前|上|周|在|去|也|做|干|参加|助|帮|的时长|\d|[一二三四五六七八九]个?小)"
    r"|(?:每个?人|人均|人人|各自?(?=记|做|干|是|都|\d|[一二三四五六七八九十半]))|[\d一二三四五六七八九十]+(?:个|名"
    r"|位)?(?:人|志愿者|同学|队员|党员"
    r"|同志)[^,。]{0,6}(?:一共|总共|合计|共|加起来|各)"
    r"|他们|她们|我(?:和|跟|与)[^,。]{1,6}各|的时长(?:也|是)?[^,。]{0,3}(?:帮|替|代)|\b(?:he|she|they|each of us"
    r"|each person"
    r"|my (?:friend|mother|father|wife|husband|son|daughter))\b"
)
_REPEATED = re.compile(
    r"(?<!第)(?<![\d.])(?:[二三四五六七八九十]|[2-9]|\d\d|几|好几|多)(?:次(?!日)|场|趟|回(?!来|家|收))|分别"
    r"|两个?地方|二个地方|各(?:做|干|是|记)?了?(?=\d"
    r"|[一二三四五六七八九十半])|每(?:个|位|户|家|组|人|名)(?:老人|人|孩子)?[\d一二三四五六七八九十半]|(?:每"
    r"|一)(?:次|场|趟)[\d一二三四五六七八九十半]"
    r"|\b(?:twice|times|both days|each time)\b"
)
_TRAVEL = r"(?:路上|路程|路途|来回路?|往返|车程|坐车|乘车|赶路|赶车|骑车|通勤|在途|交通时间|走路|开车|travel|commut\w+)"
_TRAVEL_IN = re.compile(
    rf"(?<!不)(?<!没)(?<!未)(?:加上?|算上|连上?|连同|带上|包括|包含|含|算)[^,。;不]{{0,4}}?{_TRAVEL}"
    rf"|{_TRAVEL}[^,。;不]{{0,4}}(?:也|都)?(?:算上"
    rf"|算进|算在|也算|也在内|在内|算的|一起)|{_TRAVEL}和|[和带]{_TRAVEL}"
    r"|includ\w+ (?:the )?(?:travel|commut\w+|trip)"
)
_WITHOUT_TRAVEL = re.compile(
    rf"(?:不算|不含|不包括|不包含|没算|未算|不计|除了|没含)[^,。;]{{0,4}}{_TRAVEL}|{_TRAVEL}[^,。;]{{0,4}}(?:不算"
    rf"|没算|不计|除外|另算|不含)"
    rf"|(?:excluding|without|not counting) (?:the )?(?:travel|trip|commut\w+)"
)
_DEPARTED = re.compile(
    r"^(?:从家)?(?:里)?(?:出发|出门|动身|启程|从家|走的?去|坐车|上车)|^[^,。]{0,2}(?:到家|回家|回到家|到屋|进家"
    r"|才?回来)"
)

_PAUSE = re.compile(
    r"休息(?![室区日厅])|歇(?!业)|午休(?!室)|吃(?:了|个|过)*(?:早|午|中|晚|晌)?饭(?!店)|(?:中间|中途|期间"
    r"|途中)(?=[^,。]{0,4}$)|扣(?:除|掉|去)?|除去|减去"
    r"|刨去|去掉|lunch|break|rest(?:ed)?\b"
)
_NO_PAUSE = re.compile(
    r"[没未](?:有|能|怎么)?(?:休息|歇|吃饭|停)|不(?:休息|歇)|无休|连轴|without (?:a )?(?:break|rest)|no break"
)
_PAUSE_AT_ALL = re.compile(
    r"(?:中间|中途|期间|途中|中午)[^,。]{0,4}(?:休息|歇|吃|睡)|(?:休息|歇)(?:了|过|一下|一会|会儿|片刻|了会)"
    r"|午休(?:了|时间)|吃了(?:个|顿)?(?:午|中|晌)?饭|扣(?:除"
    r"|掉)|除去(?:吃饭|休息)|break|lunch"
)


_UNSURE = re.compile(
    r"大概|大约|差不多|好像|似乎|少说|应该(?!是)|说好|本来|原定|本该|记不(?:太)?(?:清|得)|不(?:太)?记得|忘了(?![记登报打签补])|估计|印象|不确定|不一定|可能"
    r"|说不准|拿不准|\b(?:maybe|about|around|roughly|not sure|i think|probably)\b"
)


_OF_THE_NIGHT = re.compile(
    r"夜(?!来|里?个|儿)|晚(?:会|场|自习|班|宴|餐|饭|归|安|间|课|托)|通宵|守岁|\b(?:night|evening|overnight)\b"
)


def unsure(words: str) -> bool:
    """Whether words around days and times say that they are not certain."""
    return _UNSURE.search(words) is not None


def not_a_report(read: str) -> str | None:
    """Why a message is no report of one's own service that is over: not_done, planned, question or others."""
    said = _POLITE.sub("", read)
    if _NOT_DONE.search(said):
        return "not_done"
    if _PLANNED.search(said):
        return "planned"
    if _QUESTION.search(_STILL_NO_QUESTION.sub("", said)):
        return "question"
    return "others" if _OTHERS.search(said) else None


def of_the_night(read: str) -> bool:
    """Whether what was done belongs to the evening or the night, so that a bare 9点 may be 21:00."""
    return _OF_THE_NIGHT.search(read) is not None


def says_several(words: str) -> bool:
    """Whether words tell of more than one service: 去了三次, 各."""
    return _REPEATED.search(words) is not None


def use_of_length(before: str, after: str) -> str:
    """What a length of time was spent on, by the words of its clause: service, pause, travel or travel_in."""
    if _WITHOUT_TRAVEL.search(before):
        return "travel" if re.search(rf"{_TRAVEL}[^,]*(?:除外|另算|不算|不计)$", before) else "without_travel"
    if _TRAVEL_IN.search(before) or _TRAVEL_IN.search(after):
        return "travel_in"
    if re.search(_TRAVEL, before) or re.match(rf"^ ?(?:的)?{_TRAVEL}|^(?:时间)?(?:在|用在|花在){_TRAVEL}", after):
        return "travel"
    if _NO_PAUSE.search(before):
        return "service"
    if _PAUSE.search(before) or re.match(
        r"^ ?(?:的|用来|用于|是)?(?:中间)?(?:休息|午休|歇|吃饭|吃午饭|lunch|break)", after
    ):
        return "pause" if not re.search(r"[陪给喂照]", before) else "service"
    return "service"


def travel_counted_in(read: str) -> bool:
    """Whether the way there and back is said to be in the time."""
    return _TRAVEL_IN.search(_WITHOUT_TRAVEL.sub("", read)) is not None


def travel_left_out(read: str) -> bool:
    """Whether the way there and back is said not to be in the time."""
    return _WITHOUT_TRAVEL.search(read) is not None or _LEFT_OUT.search(read) is not None


_LEFT_OUT = re.compile(rf"{_TRAVEL}[^,;。]{{0,10}}(?:不算|没算|不计|除外|另算)")


def on_the_way(after: str) -> bool:
    """Whether the words after a time make it that of leaving home or of being back."""
    return _DEPARTED.search(after) is not None


def paused(read: str) -> bool:
    """Whether a pause is told of."""
    return _PAUSE_AT_ALL.search(_NO_PAUSE.sub("", read)) is not None
