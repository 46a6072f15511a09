"""Every setting, by environment (``YIZHENG_…``) or from a file (``YIZHENG_…_FILE``); the table in README lists them."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from flows.errors import SettingsFault

PREFIX = "YIZHENG_"
_OF_TESTS = {"axe", "emulator", "require_browser", "require_ocr"}
MAX_SECRET_FILE = 64 * 1024


class Settings(BaseSettings):
    """The settings of one process. Unknown ``YIZHENG_`` names are refused by ``check``, so that a slip is seen."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    data_dir: Path = Field(default=Path("data"), description="where the embedded files are kept")
    database_url: str | None = Field(default=None, description="PostgreSQL URL; default: SQLite in the data directory")
    redis_url: str | None = Field(default=None, description="Redis or Valkey URL; optional on one machine")
    host: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=8080, ge=0, le=65535, description="port to listen on")
    public_url: str | None = Field(
        default=None, description="where residents open the desk, for the code on letters that go to a case system"
    )
    place: str = Field(default="jingtai", description="the place: a packaged one, or a path to a TOML file")
    locale: Literal["zh-Hans", "zh-Hant", "en"] = Field(default="zh-Hans", description="language of new conversations")
    keys: SecretStr | None = Field(
        default=None, description="encryption, index and signing keys; made in the demonstration"
    )
    cipher: Literal["aes", "sm4"] = Field(
        default="aes", description="AES-256-GCM or SM4-GCM for what is sealed from now on"
    )
    now: datetime | None = Field(default=None, description="instant the demonstration's clock starts from")
    webhook_url: str | None = Field(default=None, description="case system that receives signed webhooks")
    webhook_secret: SecretStr | None = Field(default=None, description="its Standard Webhooks secret (whsec_…)")
    webhook_services: str = Field(default="*", description="services sent there, parted by commas; * is all")
    sms_url: str | None = Field(default=None, description="gateway for short messages; without one clerks call")
    sms_token: SecretStr | None = Field(default=None, description="its bearer token")
    register_kind: Literal["built_in", "http", "spdci"] = Field(
        default="built_in",
        description="register of benefits: the desk's own, one behind HTTP, or an SPDCI social registry",
    )
    register_url: str | None = Field(default=None, description="address of a register outside, nothing secret in it")
    register_token: SecretStr | None = Field(default=None, description="its bearer token")
    register_mapping: Path | None = Field(
        default=None, description="TOML file that says where each field stands and what the codes mean"
    )
    register_key: SecretStr | None = Field(
        default=None, description="private key in PEM that signs what SPDCI is asked (Ed25519 or RSA)"
    )
    register_public_key: SecretStr | None = Field(
        default=None, description="public key in PEM of the SPDCI registry; its answers must then be signed"
    )
    register_cache_seconds: int = Field(
        default=60, ge=0, le=3600, description="seconds for which a register outside is not asked again; 0: never"
    )
    telegram_token: SecretStr | None = Field(default=None, description="token of the residents' bot on Telegram")
    telegram_name: str | None = Field(default=None, description="its user name, for links that open it")
    telegram_secret: SecretStr | None = Field(
        default=None, description="secret of its webhook at PUBLIC_URL/telegram/residents; without one it polls"
    )
    telegram_staff_token: SecretStr | None = Field(default=None, description="token of the staff's bot; another bot")
    telegram_staff_name: str | None = Field(default=None, description="its user name, for links that open it")
    telegram_staff_secret: SecretStr | None = Field(
        default=None, description="secret of its webhook at PUBLIC_URL/telegram/staff; without one it polls"
    )
    telegram_api: str = Field(
        default="https://api.telegram.org", description="the Bot API, if it is not Telegram's own server"
    )
    wechat_app_id: str | None = Field(default=None, description="AppID of the residents' Official Account on WeChat")
    wechat_secret: SecretStr | None = Field(default=None, description="its AppSecret")
    wechat_token: SecretStr | None = Field(
        default=None, description="its token, for messages to PUBLIC_URL/wechat; while it is changed: new,old"
    )
    wechat_key: SecretStr | None = Field(
        default=None, description="its EncodingAESKey: safe mode; while it is changed: new,old"
    )
    wechat_account: str | None = Field(default=None, description="its own id (gh_…); messages to others are refused")
    wechat_template: str | None = Field(
        default=None, description="template of subscribed messages that say that there is something new"
    )
    wechat_fields: str = Field(
        default="", description="its keywords and what they hold (what, when, place): thing1=what,time2=when"
    )
    wechat_api: str = Field(default="https://api.weixin.qq.com", description="WeChat's own server, or a stand-in")
    wecom_robots: SecretStr | None = Field(
        default=None, description="keys of the robots of the staff's groups on WeCom: county=KEY,yitiaoshan=KEY"
    )
    wecom_api: str = Field(default="https://qyapi.weixin.qq.com", description="WeCom's own server, or a stand-in")
    worker: bool = Field(default=True, description="whether serve also does the work that is due")
    trusted_proxies: str = Field(
        default="", description="addresses whose X-Forwarded-For is believed, parted by commas"
    )
    holds_per_address: int = Field(
        default=10,
        ge=0,
        description="people of one address who may hold a seat at about the same time; 0: any number",
    )
    retention_days: int = Field(default=180, ge=1, description="days after which an idle conversation is erased")
    case_days: int = Field(default=1095, ge=1, description="days after which a settled case and its appointment go")
    transcript_days: int = Field(default=30, ge=1, description="days after which log entries are erased")

    @field_validator("now")
    @classmethod
    def _with_zone(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("needs a time zone, such as 2026-05-20T09:00:00+08:00")
        return value

    @field_validator("public_url")
    @classmethod
    def _with_slash(cls, value: str | None) -> str | None:
        return f"{value.rstrip('/')}/" if value else None

    @field_validator("database_url")
    @classmethod
    def _with_driver(cls, value: str | None) -> str | None:
        if value and value.startswith(("postgres://", "postgresql://")):
            return "postgresql+psycopg://" + value.partition("://")[2]
        return value or None


def load_settings() -> Settings:
    """The settings of this environment. Raises SettingsFault with a sentence that names the setting."""
    from_files: dict[str, str] = {}
    for name, value in os.environ.items():
        if not name.startswith(PREFIX) or value == "":
            continue
        key = name.removeprefix(PREFIX).lower()
        if key.endswith("_file"):
            key = key.removesuffix("_file")
            if os.environ.get(f"{PREFIX}{key.upper()}"):
                raise SettingsFault(f"{PREFIX}{key.upper()} and {name} are both set; keep one")
            from_files[key] = _secret_file(name, value)
        if key not in Settings.model_fields and key not in _OF_TESTS:
            raise SettingsFault(f"{name} is not a setting; python -m bot settings lists them")
    try:
        return Settings(**from_files)  # type: ignore[arg-type]
    except ValidationError as fault:
        first = fault.errors()[0]
        name = f"{PREFIX}{str(first['loc'][0]).upper()}"
        raise SettingsFault(f"{name}: {first['msg'].removeprefix('Value error, ')}") from fault


def _secret_file(name: str, path: str) -> str:
    try:
        with Path(path).open(encoding="utf-8") as file:
            said = file.read(MAX_SECRET_FILE).strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsFault(f"{name}: the file {path} cannot be read") from fault
    if not said:  # who names a file means a secret: without one, what it guards would stand open
        raise SettingsFault(f"{name}: the file {path} is empty")
    return said
