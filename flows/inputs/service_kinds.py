"""Of which kind a service was 服务类别, by the words for what was done: for statistics and the certificate."""

from __future__ import annotations

import re

from flows.inputs.said import said

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "emergency",
        r"应急|防汛|抗洪|抗旱|抗震|地震|灭火|消防|扑火|火灾|防火|救援|救灾|抢险|避险|疫情|核酸|防疫|封控|演练|急救"
        r"|心肺复苏|暴雨|滑坡|疏散|搜救|emergency|flood|fire|rescue",
    ),
    ("marriage", r"婚姻|结婚|离婚|婚俗|领证|颁证|婚礼|婚恋|相亲|彩礼|移风易俗|家庭辅导|marriage|wedding"),
    (
        "disability",
        r"残疾|残障|盲人|盲道|聋哑|聋人|手语|轮椅|助残|自闭|孤独症|脑瘫|康复训练|听障|视障|智障|disab|blind|deaf"
        r"|wheelchair",
    ),
    (
        "elder",
        r"老人|老年|老奶奶|老爷爷|奶奶|爷爷|大爷|大妈|大娘|敬老|养老|孤寡|独居|空巢|高龄|助餐|助浴|助急|助医|助行"
        r"|助洁|助老|送餐|送饭|长者|重阳|五保|特困|日间照料|幸福院|光荣院|老兵|elder|senior|nursing home|meals?\b",
    ),
    (
        "child",
        r"儿童|孩子|小孩|娃娃|学生|留守|困境|未成年|少年|辅导(?!员)|作业|功课|托管|幼儿|小学|中学|支教|护学|六一"
        r"|亲子|课后|补课|陪读|福利院|孤儿|child|kids?\b|student"
        r"|tutor|school|homework",
    ),
    (
        "traffic",
        r"交通|文明劝导|路口|站岗|斑马线|红绿灯|礼让|车辆引导|停车|春运|共享单车|执勤|护路|候车|traffic|crossing"
        r"|parking",
    ),
    (
        "health",
        r"义诊|量血压|测血压|血压|血糖|献血|健康|体检|医院|导诊|就医|看病|打针|疫苗|用药|卫生院|心理|临终|中医|按摩"
        r"|理疗|health|blood|hospital|clinic|vaccin",
    ),
    (
        "environment",
        r"环保|环境|垃圾|植树|种树|种草|浇水|捡拾|拾捡|护河|河道|巡河|清淤|绿化|净滩|低碳|节水|除草|清扫|清理|打扫"
        r"|保洁|扫雪|铲雪|清雪|大扫除|卫生|小广告|擦(?:玻璃|栏杆|洗)|拔草|防沙"
        r"|治沙|压沙|clean|tree|litter|environment|garbage|recycl",
    ),
    (
        "culture",
        r"图书|阅读|读书|书屋|博物馆|文化|文艺|演出|表演|展览|讲解|书法|春联|写对联|戏|舞蹈|广场舞|唱歌|合唱|社火"
        r"|科技馆|体育|赛事|马拉松|电影|非遗|剪纸|library|book|museum"
        r"|concert|sport|marathon|performance",
    ),
    (
        "relief",
        r"慰问|帮扶|救助|困难|低保|贫困|捐(?:赠|款|物|衣)|募捐|义卖|衣物|发放|米面油|物资|流浪|乞讨|送温暖|扶贫|助学"
        r"|爱心|donat|relief|charity|food bank|homeless",
    ),
    (
        "community",
        r"社区|小区|街道|居委|村委|党群|网格|巡逻|值班|值守|登记|宣传|调解|普法|反诈|咨询|引导|大厅|政务|入户|走访"
        r"|排查|人口普查|治安|维持秩序|秩序|搬|维修|修(?:水|电|灯|鞋|伞|车|家电"
        r"|理)|理发|剪头|磨刀|缝|便民|志愿者?站|选举|物业|跑腿|代办|代购|买菜|community|patrol|repair|neighbo"
        r"|haircut|volunteer desk",
    ),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _KINDS)


def kind_of(what: str) -> str:
    """elder, child, disability, marriage, community, relief, environment, health, emergency, culture, traffic or other.

    By whom or what it was for: reading with old people is for the old. The first kind whose words are there.
    """
    read = said(what).read
    return next((kind for kind, words in _PATTERNS if words.search(read)), "other")
