"""A person's name 姓名 as it stands on a document: Chinese, with a middle dot, or in Latin letters."""

from __future__ import annotations

import re
import unicodedata

from flows.errors import NotUnderstood
from flows.inputs.text import fold, is_han, normalise, simplify

LONGEST_CHINESE = 30
LONGEST_LATIN = 60
LONGEST_UNDIVIDED = 10
"""Characters in a part without a dot. The longest such names on cards (藏族, 蒙古族, 彝族) have eight or nine."""

_DOTS = re.compile(r"\s*[·•・‧∙⋅●᛫]\s*")
_FULL_STOP_AS_DOT = re.compile(r"(?<=[^\W\da-zA-Z_])\s*\.\s*(?=[^\W\da-zA-Z_])")
_INTRODUCTION = re.compile(
    r"(?:我|本人|俺)?(?:的)?(?:姓名|名字|大名)(?:是|叫|为)?:?|(?:我|本人|俺)(?:名)?(?:叫|是)|(?:叫|本人):?"
    r"|(?:my name is|my name's|i am|i'm|name:)\s",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[老小].|.{1,2}(?:先生|女士|小姐|同志|老师|师傅|大爷|大妈|大叔|大娘|阿姨|叔叔|奶奶|爷爷|主任|书记)"
)
_NO_NAME = re.compile(
    r"[您们吗呢嘛啥谁这哪]|^我|你(?:好|是|叫|问|要|想|管|自己|才|猜|说|不|在|可|能|会|真|别)|了$|吧$"
    r"|什么|怎么|为何|干嘛|多少|谢谢|再见|知道|告诉|结婚|离婚|登记|预约|申请|低保|身份证|名字|姓名|号码"
    r"|可以|没有|请问|需要|办理|咨询|不想|不要|不用|不是|不行|不对|不会|不能|不肯|忘记|帮我"
    r"|^.{2,4}[和跟与及].{2,4}$"
)
_OTHER_ANSWER = re.compile(
    r"[是好对]的|嗯嗯|哈哈|呵呵|随便|匿名|保密|本人|自己|同上|测试|取消|返回|帮助|菜单|人工|先生|女士"
)
_NOT_NOW = re.compile(
    r"(?:请|先|再)?(?:稍等|等等|等一等|稍候|等(?=.))(?:我|你)?(?:一?下|一?[会會]|一?[会會][儿兒]|片刻)?|(?:请稍|稍)[后後]"
    r"|(?:让我)?想一?想|(?:以[后後]|回头|到时[候]?)?再[说說]|跳[过過]|下一步|上一步|继续|收到"
    r"|不[晓曉]得|不清楚|不[记記]得|[记記]不清楚?|[记記]不得|想不起[来來]|[没沒]想好|[说說]不上[来來]|不好[说說]|不方便|不[说說填写寫]"
    r"|[看听聽][不没沒][见見清懂]|[没沒][看听聽][见見清懂]|不懂|不明白"
)
"""What people say when they are not ready to answer. No surname begins like these: 马上, 明白 and 明天 may be names."""
_LATIN_SENTENCE = re.compile(
    r"(?:hello|hi|yes|no|ok|okay|help|thanks|thank you|test)|(?:what|why|how|who|where|when|i|we)(?: [a-z']+)*"
    r"|(?:please )?(?:wait|hold on|hang on)(?: (?:a|one) (?:minute|moment|second))?"
    r"|(?:just )?(?:a|one) (?:minute|moment|second)|not sure|dunno|don't know|later|not now",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[^\W\d_]+(?:(?:[-'’]|\.? |\. ?)[^\W\d_]+)*\.?")


def read_name(text: str) -> str:
    """The name in ``text``: Chinese without spaces and with ``·`` between its parts, Latin with single spaces.

    2 to 30 Chinese characters (rare ones of every extension too) or up to 60 Latin letters. 我叫, 姓名: and the like
    are taken off. Raises NotUnderstood: name-empty, name-digits, name-too_short, name-too_long, name-full (张先生),
    name-dot (a space where a dot belongs), name-sentence, name-characters.
    """
    name = normalise(text).rstrip("。!,; ")
    introduction = _INTRODUCTION.match(simplify(name))
    if introduction is not None:
        name = name[introduction.end() :].strip()
    if not name:
        raise NotUnderstood("name-empty")
    if any(char.isdigit() for char in name):
        raise NotUnderstood("name-digits")
    if any(is_han(char) for char in name):
        return _chinese(name)
    return _latin(name)


def _chinese(name: str) -> str:
    parts = _DOTS.sub("·", _FULL_STOP_AS_DOT.sub("·", name)).split("·")
    letters = [part.replace(" ", "") for part in parts]
    whole = "".join(letters)
    if not all(is_han(char) for char in whole):
        raise NotUnderstood("name-sentence" if re.search(r"[,。?!;:、]", whole) else "name-characters")
    if not all(letters):
        raise NotUnderstood("name-characters")
    if len(whole) < 2:
        raise NotUnderstood("name-too_short")
    if len(parts) == 1:
        _refuse_other_answers(simplify(whole))
    if len(whole) + len(parts) - 1 > LONGEST_CHINESE:
        raise NotUnderstood("name-too_long", limit=LONGEST_CHINESE)
    if max(map(len, letters)) > LONGEST_UNDIVIDED:
        raise NotUnderstood("name-sentence")
    if " " in name and len(parts) == 1 and len(whole) > 4:
        raise NotUnderstood("name-dot")
    return "·".join(letters)


def _refuse_other_answers(words: str) -> None:
    """Refuses what is plainly no name, and a name no document has."""
    if _NO_NAME.search(words) or _OTHER_ANSWER.fullmatch(words) or _NOT_NOW.fullmatch(words):
        raise NotUnderstood("name-sentence")
    if _ADDRESS.fullmatch(words):
        raise NotUnderstood("name-full")


def _latin(name: str) -> str:
    if not _LATIN.fullmatch(name) or not all(_is_latin(char) for char in name if char.isalpha()):
        raise NotUnderstood("name-characters")
    if sum(char.isalpha() for char in name) < 2:
        raise NotUnderstood("name-too_short")
    if len(name) > LONGEST_LATIN:
        raise NotUnderstood("name-too_long", limit=LONGEST_LATIN)
    if _LATIN_SENTENCE.fullmatch(name):
        raise NotUnderstood("name-sentence")
    return name


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


def is_name(text: str, name: str) -> bool:
    """Whether ``text`` is this name in full and nothing besides. Case, spaces and the kind of dot do not count."""
    return _comparable(text) == _comparable(name)


def _comparable(text: str) -> str:
    return fold(_DOTS.sub("·", _FULL_STOP_AS_DOT.sub("·", normalise(text))))


def mask_name(name: str) -> str:
    """A name as lists show it: its first character (张*)."""
    return f"{name[:1]}*"
