"""The settings of the bots are looked at before anything is opened: none is silently another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.settings import load_settings
from bot.wechat.settings import account_of
from flows.errors import SettingsFault
from tests.telegram import PAGE

KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
ACCOUNT = {
    "YIZHENG_WECHAT_APP_ID": "wx00112233445566aa",
    "YIZHENG_WECHAT_SECRET": "made-up-secret-of-the-account",
    "YIZHENG_WECHAT_TOKEN": "madeUpToken",
    "YIZHENG_PUBLIC_URL": PAGE,
}
ROBOT = "made-up-key-of-a-robot"


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """With an account in it, in plain mode."""
    for name, value in ACCOUNT.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.mark.parametrize(("key", "keys"), [(None, 0), ("", 0), (KEY, 1), (f" {KEY} , {KEY[::-1]},", 2)])
def test_without_a_key_it_is_plain_mode_and_with_one_it_is_not(
    environment: pytest.MonkeyPatch, key: str | None, keys: int
) -> None:
    if key is not None:
        environment.setenv("YIZHENG_WECHAT_KEY", key)
    assert len(account_of(load_settings()).secrets.ciphers) == keys


@pytest.mark.parametrize("key", [" ", ",", "\n", " , "])
def test_a_key_that_is_none_is_not_plain_mode(environment: pytest.MonkeyPatch, key: str) -> None:
    environment.setenv("YIZHENG_WECHAT_KEY", key)
    with pytest.raises(SettingsFault, match="YIZHENG_WECHAT_KEY"):
        account_of(load_settings())


@pytest.mark.parametrize("name", ["WECHAT_KEY", "WECHAT_SECRET", "WECHAT_TOKEN", "TELEGRAM_SECRET"])
@pytest.mark.parametrize("said", ["", "\n", " \n\t"])
def test_a_file_without_a_secret_is_not_taken_for_none(
    environment: pytest.MonkeyPatch, tmp_path: Path, name: str, said: str
) -> None:
    file = tmp_path / "secret"
    file.write_text(said, encoding="utf-8")
    environment.delenv(f"YIZHENG_{name}", raising=False)
    environment.setenv(f"YIZHENG_{name}_FILE", str(file))
    with pytest.raises(SettingsFault, match=f"YIZHENG_{name}_FILE"):
        load_settings()


def test_a_secret_in_a_file_is_taken_without_its_last_line_break(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The control of the test before."""
    file = tmp_path / "secret"
    file.write_text(f"{KEY}\n", encoding="utf-8")
    environment.setenv("YIZHENG_WECHAT_KEY_FILE", str(file))
    assert len(account_of(load_settings()).secrets.ciphers) == 1


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"WECHAT_KEY": ","}, "WECHAT_KEY"),
        ({"WECHAT_KEY": "short"}, "WECHAT_KEY"),
        ({"WECHAT_SECRET": " "}, "WECHAT_SECRET"),
        ({"WECHAT_SECRET": ""}, "WECHAT_SECRET"),
        ({"WECHAT_TOKEN": "?"}, "WECHAT_TOKEN"),
        ({"WECHAT_APP_ID": ""}, "WECHAT_APP_ID"),
        ({"WECHAT_FIELDS": "thing1=everything"}, "WECHAT_FIELDS"),
        ({"PUBLIC_URL": ""}, "PUBLIC_URL"),
        ({"WECOM_ROBOTS": f"nowhere={ROBOT}"}, "WECOM_ROBOTS"),
        ({"TELEGRAM_TOKEN": "made-up"}, "TELEGRAM_TOKEN"),
        ({"TELEGRAM_STAFF_TOKEN": "1: "}, "TELEGRAM_STAFF_TOKEN"),
        ({"TELEGRAM_TOKEN": "1:made-up", "TELEGRAM_STAFF_TOKEN": "1:made-up"}, "TELEGRAM_STAFF_TOKEN"),
        ({"TELEGRAM_SECRET": "made-up"}, "TELEGRAM_TOKEN"),
    ],
)
def test_the_check_names_a_setting_that_cannot_be_and_says_no_secret(
    environment: pytest.MonkeyPatch, changed: dict[str, str], named: str
) -> None:
    for name, value in changed.items():
        environment.setenv(f"YIZHENG_{name}", value)
    checked = CliRunner().invoke(cli, ["check"])
    assert checked.exit_code == 2
    assert f"YIZHENG_{named}" in checked.output
    assert not any(value in checked.output for value in (ACCOUNT["YIZHENG_WECHAT_SECRET"], ROBOT, "1:made-up"))


def test_the_check_is_silent_where_they_are_well(environment: pytest.MonkeyPatch) -> None:
    """The control of the test before."""
    for name, value in {
        "WECHAT_KEY": KEY,
        "WECHAT_FIELDS": "thing1=what,time2=when",
        "WECOM_ROBOTS": f"county={ROBOT}",
        "TELEGRAM_TOKEN": "1:made-up",
        "TELEGRAM_STAFF_TOKEN": "2:made-up",
        "TELEGRAM_SECRET": "made-up",
    }.items():
        environment.setenv(f"YIZHENG_{name}", value)
    checked = CliRunner().invoke(cli, ["check"])
    assert (checked.exit_code, checked.output) == (0, "")
