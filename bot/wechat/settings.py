"""The account on WeChat, as the settings have it."""

from __future__ import annotations

from bot.settings import Settings
from bot.wechat.residents import Account
from bot.wechat.sending import FIELDS
from flows.errors import SettingsFault
from integrations.wechat.cipher import Cipher
from integrations.wechat.envelope import Secrets


def account_of(settings: Settings) -> Account:
    """The account. Raises SettingsFault with a sentence that names the setting."""
    app_id, secret, token = settings.wechat_app_id, settings.wechat_secret, settings.wechat_token
    if app_id is None or secret is None or token is None:
        raise SettingsFault("YIZHENG_WECHAT_APP_ID, YIZHENG_WECHAT_SECRET and YIZHENG_WECHAT_TOKEN belong together")
    if not secret.get_secret_value().strip():
        raise SettingsFault("YIZHENG_WECHAT_SECRET is set, and there is nothing in it")
    keys = _keys(settings)
    try:
        ciphers = tuple(Cipher(key, app_id) for key in keys)
    except SettingsFault as fault:
        raise SettingsFault(f"YIZHENG_WECHAT_KEY: {fault}") from fault
    try:
        secrets = Secrets(app_id, _listed(token.get_secret_value()), ciphers)
    except SettingsFault as fault:
        raise SettingsFault(f"YIZHENG_WECHAT_TOKEN: {fault}") from fault
    return Account(
        secrets=secrets,
        secret=secret.get_secret_value(),
        url=settings.wechat_api,
        name=settings.wechat_account,
        template=settings.wechat_template,
        fields=_fields(settings.wechat_fields),
    )


def _keys(settings: Settings) -> tuple[str, ...]:
    """The keys of safe mode. Plain mode is meant where none is set, and not where one is set and lost."""
    if settings.wechat_key is None:
        return ()
    keys = _listed(settings.wechat_key.get_secret_value())
    if not keys:
        raise SettingsFault("YIZHENG_WECHAT_KEY is set, and there is no key in it")
    return keys


def _fields(said: str) -> dict[str, str]:
    fields = {}
    for each in _listed(said):
        name, _, what = each.partition("=")
        if not name or what not in FIELDS:
            raise SettingsFault(f"YIZHENG_WECHAT_FIELDS: {each} is not a keyword, =, and one of {', '.join(FIELDS)}")
        fields[name] = what
    return fields


def _listed(said: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in said.split(",") if each.strip())
