"""Messages of WeChat are read as somebody else's library reads them, or refused; answers arrive as they were said."""

from __future__ import annotations

import re
import traceback
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wechatpy import create_reply, parse_message
from wechatpy.replies import deserialize_reply

from integrations.wechat.elements import MAX_DEPTH, MAX_ELEMENTS, cdata
from integrations.wechat.envelope import MAX_XML
from integrations.wechat.faults import NotWechat, Why
from integrations.wechat.messages import Location, Message, Sent, read_message, text_answer

SENDER, ACCOUNT, AT = "oA-b_C0123456789", "gh_0123456789ab", 1_790_000_000
HEAD = (
    f"<ToUserName><![CDATA[{ACCOUNT}]]></ToUserName><FromUserName><![CDATA[{SENDER}]]></FromUserName>"
    f"<CreateTime>{AT}</CreateTime>"
)
PRIVATE = "never-in-a-log"

# what XML 1.0 lets stand, written down once more
allowed = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n", exclude_characters="\ufffe\uffff")
texts = st.text(alphabet=allowed)
strings = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300)


def xml_of(kind: str, rest: str = "", number: str | None = "6054768590064713728") -> str:
    """A message as WeChat writes it."""
    known_by = "" if number is None else f"<MsgId>{number}</MsgId>"
    return f"<xml>{HEAD}<MsgType><![CDATA[{kind}]]></MsgType>{rest}{known_by}</xml>"


def event_of(event: str, rest: str = "") -> str:
    """An event as WeChat writes it."""
    return xml_of("event", f"<Event><![CDATA[{event}]]></Event>{rest}", number=None)


def both(xml: str) -> tuple[Message, Any]:
    """A message, read here and by the other library; what all have in common is compared."""
    ours, theirs = read_message(xml, ACCOUNT), parse_message(xml)
    assert (ours.sender, ours.account, ours.created_at) == (theirs.source, theirs.target, theirs.time)
    assert ours.id is None or int(ours.id) == theirs.id
    return ours, theirs


def why(xml: str, account: str | None = None) -> Why:
    """Why a message is refused."""
    with pytest.raises(NotWechat) as refused:
        read_message(xml, account)
    return refused.value.why


# --- every kind ------------------------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(text=texts)
@example(text="")
@example(text="字" * 666 + "ab")
@example(text="]]>]]]]>> & <b> 👨‍👩‍👧")
def test_words_arrive_as_they_were_said(text: str) -> None:
    ours, theirs = both(xml_of("text", f"<Content>{cdata(text)}</Content>"))
    assert (ours.kind, ours.text, ours.id) == ("text", text, "6054768590064713728")
    assert text.strip() == (theirs.content or "")  # it takes spaces at both ends away


def test_a_picture_can_be_fetched() -> None:
    ours, theirs = both(xml_of("image", "<PicUrl>http://p</PicUrl><MediaId><![CDATA[m_1-a]]></MediaId>"))
    assert (ours.kind, ours.media) == ("image", theirs.media_id) == ("image", "m_1-a")


def test_a_voice_says_what_was_heard() -> None:
    rest = "<MediaId>m1</MediaId><Format><![CDATA[amr]]></Format><Recognition><![CDATA[我要结婚]]></Recognition>"
    ours, theirs = both(xml_of("voice", rest))
    assert (ours.kind, ours.media, ours.recognised) == ("voice", "m1", "我要结婚")
    assert (theirs.media_id, theirs.recognition) == ("m1", "我要结婚")


@pytest.mark.parametrize("rest", ["", "<Recognition></Recognition>", "<Recognition><![CDATA[]]></Recognition>"])
def test_a_voice_that_was_not_understood_says_nothing(rest: str) -> None:
    assert read_message(xml_of("voice", "<MediaId>m1</MediaId>" + rest)).recognised is None


@pytest.mark.parametrize("kind", ["video", "shortvideo"])
def test_a_film_can_be_fetched(kind: str) -> None:
    ours, theirs = both(xml_of(kind, "<MediaId>m1</MediaId><ThumbMediaId>m2</ThumbMediaId>"))
    assert (ours.kind, ours.media) == (kind, theirs.media_id) == (kind, "m1")


def test_a_place_is_read() -> None:
    rest = "<Location_X>37.16</Location_X><Location_Y>104.060000</Location_Y><Scale>20</Scale><Label>城关</Label>"
    ours, theirs = both(xml_of("location", rest))
    assert (ours.kind, ours.location) == ("location", Location(37.16, 104.06, "城关"))
    assert (float(theirs.location_x), float(theirs.location_y), theirs.label) == (37.16, 104.06, "城关")


@pytest.mark.parametrize("kind", ["link", "music", "file", "miniprogrampage", "", "TEXT"])
def test_a_kind_that_is_not_known_is_another(kind: str) -> None:
    message = read_message(xml_of(kind, "<Content>c</Content><MediaId>m</MediaId><Event>e</Event><Url>u</Url>"))
    assert (message.kind, message.sender, message.id) == ("other", SENDER, "6054768590064713728")
    assert (message.text, message.media, message.event) == (None, None, None)


def test_what_belongs_to_another_kind_is_not_read() -> None:
    rest = "<Content>c</Content><MediaId>m</MediaId><Event>CLICK</Event><EventKey>k</EventKey>"
    rest += "<Recognition>r</Recognition>"
    message = read_message(xml_of("text", rest))
    assert (message.text, message.media, message.event, message.event_key) == ("c", None, None, None)
    assert message.recognised is None


# --- every event -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["", "<EventKey></EventKey>", "<EventKey><![CDATA[]]></EventKey>"])
@pytest.mark.parametrize("event", ["subscribe", "unsubscribe"])
def test_who_follows_or_leaves(event: str, key: str) -> None:
    ours, theirs = both(event_of(event, key))
    assert (ours.kind, ours.event, ours.event_key, ours.id) == ("event", theirs.event, None, None)
    assert ours.event == event


def test_who_follows_by_a_code() -> None:
    ours, theirs = both(event_of("subscribe", "<EventKey>qrscene_12</EventKey><Ticket>t1</Ticket>"))
    assert (ours.event, ours.event_key) == ("subscribe", "qrscene_12")
    assert (theirs.event, theirs.scene_id) == ("subscribe_scan", "12")


def test_who_scans_a_code() -> None:
    ours, theirs = both(event_of("SCAN", "<EventKey>12</EventKey><Ticket>t1</Ticket>"))
    assert (ours.event, ours.event_key) == ("SCAN", theirs.scene_id) == ("SCAN", "12")


def test_what_is_pressed_in_the_menu() -> None:
    ours, theirs = both(event_of("CLICK", "<EventKey><![CDATA[marriage]]></EventKey>"))
    assert (ours.event, ours.event_key) == ("CLICK", theirs.key) == ("CLICK", "marriage")
    ours, theirs = both(event_of("VIEW", "<EventKey><![CDATA[https://e.example/?a=1&b=2]]></EventKey>"))
    assert (ours.event, ours.event_key) == ("VIEW", theirs.url) == ("VIEW", "https://e.example/?a=1&b=2")


def test_where_a_phone_is() -> None:
    rest = "<Latitude>-37.137466</Latitude><Longitude>104.352425</Longitude><Precision>119.385040</Precision>"
    ours, theirs = both(event_of("LOCATION", rest))
    assert (ours.event, ours.location) == ("LOCATION", Location(-37.137466, 104.352425))
    assert (theirs.latitude, theirs.longitude) == (-37.137466, 104.352425)


def test_any_other_event_is_read_too() -> None:
    inner = "<ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>1</ScanResult></ScanCodeInfo>"
    ours, theirs = both(event_of("scancode_waitmsg", "<EventKey>k</EventKey>" + inner))
    assert (ours.event, ours.event_key, theirs.key) == ("scancode_waitmsg", "k", "k")
    pictures = "<SendPicsInfo><PicList>" + "<item><PicMd5Sum>1</PicMd5Sum></item>" * 9 + "</PicList></SendPicsInfo>"
    assert read_message(event_of("pic_weixin", pictures)).event == "pic_weixin"


@pytest.mark.parametrize("kind", ["Popup", "Change"])
def test_who_agrees_to_notifications_is_no_news_of_one_that_was_sent(kind: str) -> None:
    listed = "<List><TemplateId>t1</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List>"
    rest = f"<SubscribeMsg{kind}Event>{listed}</SubscribeMsg{kind}Event>"
    assert read_message(event_of(f"subscribe_msg_{kind.lower()}_event", rest)).sent == ()


def sent(*numbers: str) -> str:
    """The event of notifications that were sent."""
    listed = "".join(
        f"<List><TemplateId>t1</TemplateId><MsgID>{number}</MsgID><ErrorCode>{error}</ErrorCode></List>"
        for error, number in enumerate(numbers)
    )
    return event_of("subscribe_msg_sent_event", f"<SubscribeMsgSentEvent>{listed}</SubscribeMsgSentEvent>")


def test_what_became_of_notifications() -> None:
    assert read_message(sent("1700827132819554304", "17")).sent == (Sent("1700827132819554304", 0), Sent("17", 1))


@pytest.mark.parametrize(
    "listed",
    [
        "<List><ErrorCode>0</ErrorCode></List>",
        "<List><MsgID>1</MsgID></List>",
        "<List><MsgID>1 2</MsgID><ErrorCode>0</ErrorCode></List>",
        "<List><MsgID>1</MsgID><ErrorCode>none</ErrorCode></List>",
        "<List><MsgID>1</MsgID><MsgID>2</MsgID><ErrorCode>0</ErrorCode></List>",
    ],
)
def test_a_list_of_notifications_that_is_none_is_refused(listed: str) -> None:
    rest = f"<SubscribeMsgSentEvent>{listed}</SubscribeMsgSentEvent>"
    assert why(event_of("subscribe_msg_sent_event", rest)) is Why.MALFORMED


# --- the same message again ------------------------------------------------------------------------------------------


def test_a_message_is_known_by_its_number() -> None:
    assert read_message(xml_of("text", "<Content>a</Content>", "12")).key == "12"


def test_an_event_that_comes_again_has_the_same_key_and_names_nobody() -> None:
    key = read_message(event_of("CLICK", "<EventKey>k</EventKey>")).key
    again = event_of("CLICK", "<EventKey><![CDATA[k]]></EventKey>").replace("<MsgType>", "<New>1</New><MsgType>")
    assert read_message(again).key == key
    assert re.fullmatch(r"[0-9a-f]{32}", key)
    assert SENDER not in key


def test_other_events_have_other_keys() -> None:
    click = event_of("CLICK", "<EventKey>k</EventKey>")
    others = [
        click,
        click.replace(SENDER, SENDER + "1"),
        click.replace(str(AT), str(AT + 1)),
        click.replace("CLICK", "VIEW"),
        click.replace(">k<", ">l<"),
        event_of("CLICK"),
        event_of("CLICKk"),
        sent("17"),
        sent("18"),
        xml_of("text", "<Content>a</Content>", None),
        xml_of("music", "", None),
    ]
    assert len({read_message(xml).key for xml in others}) == len(others)


def test_a_number_does_not_make_two_events_one() -> None:
    first = event_of("CLICK", "<EventKey>k</EventKey><MsgId>1</MsgId>")
    assert read_message(first).key != read_message(first.replace(">k<", ">l<")).key


# --- refused ---------------------------------------------------------------------------------------------------------

TEXT = xml_of("text", "<Content>c</Content>")


def test_a_message_is_to_the_account_it_says() -> None:
    assert read_message(TEXT, ACCOUNT).account == read_message(TEXT).account == ACCOUNT
    assert why(TEXT, "gh_another") is Why.ANOTHER_ACCOUNT


@pytest.mark.parametrize("name", ["ToUserName", "FromUserName", "CreateTime", "MsgType", "Content", "MsgId"])
def test_an_element_stands_there_once(name: str) -> None:
    found = re.search(rf"<{name}>.*</{name}>", TEXT)
    assert found is not None
    assert why(TEXT.replace(found[0], found[0] * 2)) is Why.MALFORMED
    assert why(TEXT.replace(found[0], f"{found[0]}<{name}/>")) is Why.MALFORMED
    assert why(TEXT.replace(found[0], f"<{name}><b>1</b></{name}>")) is Why.MALFORMED


@pytest.mark.parametrize("name", ["ToUserName", "FromUserName", "CreateTime", "MsgType", "Content"])
def test_what_is_needed_has_to_be_there(name: str) -> None:
    assert why(re.sub(rf"<{name}>.*</{name}>", "", TEXT)) is Why.MALFORMED


@pytest.mark.parametrize(
    "xml",
    [
        xml_of("image"),
        xml_of("voice"),
        xml_of("video"),
        xml_of("shortvideo"),
        xml_of("location", "<Location_X>1</Location_X>"),
        xml_of("event"),
        event_of("LOCATION", "<Latitude>1</Latitude>"),
        event_of("subscribe_msg_sent_event", "<SubscribeMsgSentEvent><List/></SubscribeMsgSentEvent>"),
    ],
)
def test_a_kind_has_what_belongs_to_it(xml: str) -> None:
    assert why(xml) is Why.MALFORMED


@pytest.mark.parametrize("sender", ["", "o" * 65, "o 1", "o1\n", "é", "o/1", "o:1", "../o", "１"])
def test_an_openid_is_letters_and_digits(sender: str) -> None:
    assert why(TEXT.replace(SENDER, sender)) is Why.MALFORMED
    assert why(TEXT.replace(ACCOUNT, sender)) is Why.MALFORMED


@pytest.mark.parametrize("number", ["", "-1", "1.0", "1e3", " 1", "１", "1" * 21, "a"])
def test_numbers_are_decimal_digits(number: str) -> None:
    assert why(TEXT.replace(str(AT), number)) is Why.MALFORMED
    assert why(xml_of("text", "<Content>c</Content>", number)) is Why.MALFORMED


@pytest.mark.parametrize("degrees", ["", "nan", "inf", "1e1", "90.1", "-90.1", "+1", "1,5", "1.", "１", "1 "])
def test_a_place_is_on_earth(degrees: str) -> None:
    rest = f"<Location_X>{degrees}</Location_X><Location_Y>104.06</Location_Y>"
    assert why(xml_of("location", rest)) is Why.MALFORMED


def test_a_place_is_at_most_half_around_the_earth() -> None:
    rest = "<Location_X>90</Location_X><Location_Y>-180.0</Location_Y>"
    assert read_message(xml_of("location", rest)).location == Location(90.0, -180.0)
    assert why(xml_of("location", rest.replace("-180.0", "-180.1"))) is Why.MALFORMED


LAUGHS = "".join(f'<!ENTITY l{level + 1} "{f"&l{level};" * 10}">' for level in range(9))


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<!DOCTYPE xml>" + TEXT, Why.DOCTYPE),
        ('<!DOCTYPE xml SYSTEM "file:///etc/passwd">' + TEXT, Why.DOCTYPE),
        ('<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + TEXT.replace(">c<", ">&e;<"), Why.DOCTYPE),
        ('<!DOCTYPE xml [<!ENTITY e "c">]>' + TEXT.replace(">c<", ">&e;<"), Why.DOCTYPE),
        (f'<!DOCTYPE xml [<!ENTITY l0 "ha">{LAUGHS}]>' + TEXT.replace(">c<", ">&l9;<"), Why.DOCTYPE),
        (TEXT.replace(">c<", ">&e;<"), Why.MALFORMED),
        ("", Why.MALFORMED),
        ("success", Why.MALFORMED),
        (TEXT + TEXT, Why.MALFORMED),
        (TEXT[:-6], Why.MALFORMED),
        (TEXT.replace("xml>", "html>"), Why.MALFORMED),
        (TEXT.replace("<xml>", '<xml xmlns="urn:x">'), Why.MALFORMED),
        (TEXT.replace(">c<", ">\x00<"), Why.MALFORMED),
        (TEXT.replace(">c<", ">\x1f<"), Why.MALFORMED),
        (TEXT.replace(">c<", ">\ud83d<"), Why.MALFORMED),
        pytest.param(TEXT.replace(">c<", f">{'c' * MAX_XML}<"), Why.TOO_LARGE, id="too long"),
        pytest.param(TEXT.replace(">c<", f">{'字' * (MAX_XML // 3)}<"), Why.TOO_LARGE, id="too many bytes"),
        pytest.param(f"<xml>{'<a>' * 9000}{'</a>' * 9000}</xml>", Why.TOO_LARGE, id="very deep"),
        (TEXT.replace("</xml>", "<a>" * MAX_DEPTH + "</a>" * MAX_DEPTH + "</xml>"), Why.TOO_LARGE),
        (TEXT.replace("</xml>", f"<a>{'<b/>' * MAX_ELEMENTS}</a></xml>"), Why.TOO_LARGE),
    ],
)
def test_xml_that_wechat_does_not_send_is_refused(xml: str, expected: Why) -> None:
    assert why(xml) is expected


def test_xml_that_wechat_could_send_is_read() -> None:
    deep = "<a>" * (MAX_DEPTH - 1) + "</a>" * (MAX_DEPTH - 1)
    many = f"<many>{'<b/>' * 200}</many>"
    xml = '<?xml version="1.0" encoding="GB2312"?>\n' + TEXT.replace("</xml>", f"{deep}{many}</xml>")
    assert read_message(xml.replace(">c<", ">字&amp;&#x5b57;<")).text == "字&字"
    most = MAX_XML - len(TEXT) + 1
    assert read_message(TEXT.replace(">c<", f">{'c' * most}<")).text == "c" * most


@settings(max_examples=300)
@given(xml=st.one_of(strings, strings.map(lambda inner: f"<xml>{inner}</xml>"), st.text(alphabet="<>xml/&;![")))
@example(xml="<xml/>")
def test_whatever_comes_is_read_or_refused(xml: str) -> None:
    with pytest.raises(NotWechat):
        read_message(xml)


@pytest.mark.parametrize(
    "xml",
    [
        PRIVATE,
        f"<{PRIVATE}/>",
        f"<xml><{PRIVATE}</xml>",
        f"<xml><{PRIVATE}/><{PRIVATE}/></xml>",
        f'<!DOCTYPE xml [<!ENTITY {PRIVATE} "{PRIVATE}">]><xml/>',
        TEXT.replace(SENDER, "/" + PRIVATE),
        TEXT.replace(str(AT), PRIVATE),
        TEXT.replace(">c<", f"><a>{PRIVATE}</a><"),
        TEXT.replace(">c<", f">{PRIVATE}\ud83d<"),
        TEXT.replace(ACCOUNT, PRIVATE),
        event_of(f"{PRIVATE} "),
    ],
)
def test_a_fault_says_nothing_of_what_came(xml: str) -> None:
    with pytest.raises(NotWechat) as refused:
        read_message(xml, ACCOUNT)
    said = "".join(traceback.format_exception(refused.value))
    assert refused.value.why in said
    assert PRIVATE not in said


def test_a_message_is_not_shown() -> None:
    message = read_message(TEXT.replace(">c<", f">{PRIVATE}<"))
    place = read_message(xml_of("location", "<Location_X>1</Location_X><Location_Y>2</Location_Y><Label>l</Label>"))
    shown = f"{message!r} {message} {place.location!r}"
    assert not any(private in shown for private in (SENDER, PRIVATE, "label"))


# --- answers ---------------------------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(text=texts)
@example(text="")
@example(text="字" * 666 + "ab")
@example(text="]]>")
@example(text="]]]]>></Content><Content>👨‍👩‍👧 &amp; <b>")
def test_an_answer_arrives_as_it_was_said(text: str) -> None:
    xml = text_answer(SENDER, ACCOUNT, AT, text)
    assert read_message(xml) == Message("text", sender=ACCOUNT, account=SENDER, created_at=AT, text=text)
    theirs = deserialize_reply(xml)
    assert (theirs.type, theirs.source, theirs.target, theirs.time) == ("text", ACCOUNT, SENDER, AT)
    assert (theirs.content or "") == text.strip()


@settings(max_examples=300)
@given(text=texts.filter(lambda text: "]]>" not in text))  # which they do not escape
@example(text="字" * 666 + "ab")
def test_their_answer_is_read_here(text: str) -> None:
    theirs = create_reply(text or " ", parse_message(TEXT))
    theirs.time = AT
    message = read_message(theirs.render(), SENDER)
    assert (message.kind, message.text, message.sender, message.created_at) == ("text", text or " ", ACCOUNT, AT)


@settings(max_examples=300)
@given(text=st.text(max_size=300))
@example(text="a\x00\x08\x0b\x0c\x1f\ufffe\uffff\ud800b\r\n\tc\r")
@example(text="]\x00]\x00>")
def test_what_xml_forbids_is_dropped(text: str) -> None:
    kept = "".join(char for char in text if char in "\t\n\r" or (ord(char) >= 0x20 and char not in "\ufffe\uffff"))
    kept = "".join(char for char in kept if not 0xD800 <= ord(char) <= 0xDFFF)
    read = read_message(text_answer(SENDER, ACCOUNT, AT, text)).text
    assert read == kept.replace("\r\n", "\n").replace("\r", "\n")  # as XML reads every end of a line
