"""Which register of benefits is asked, by the settings: the desk's own, one behind HTTP, or an SPDCI registry."""

from __future__ import annotations

import secrets
from pathlib import Path

from pydantic import SecretStr

from bot.clock import Clock, real_clock
from bot.settings import Settings
from flows.errors import SettingsFault
from integrations.privacy import Vault
from integrations.quick import Quick
from integrations.registers.asking import check_url
from integrations.registers.built_in import BuiltIn
from integrations.registers.contract import Register
from integrations.registers.http import HttpMapping, HttpRegister
from integrations.registers.jws import Signer, Verifier
from integrations.registers.known import Known, KnownOutside
from integrations.registers.mapping import read_mapping
from integrations.registers.spdci import SpdciMapping, SpdciRegister
from integrations.store.database import Database

KEY, PUBLIC_KEY = "YIZHENG_REGISTER_KEY", "YIZHENG_REGISTER_PUBLIC_KEY"


def open_register(settings: Settings, database: Database, vault: Vault, quick: Quick, clock: Clock) -> Known:
    """The register. Raises SettingsFault with a sentence that names the setting or the entry of the mapping."""
    outside = register_outside(settings)
    if outside is None:
        return Known(BuiltIn(database, vault), clock)
    seconds = settings.register_cache_seconds
    return KnownOutside(outside, clock, database, vault, quick, seconds=seconds)


def register_outside(settings: Settings) -> Register | None:
    """The register outside, None where the desk's own is asked. Raises SettingsFault. Nothing is asked yet."""
    kind, url, mapping = settings.register_kind, settings.register_url, settings.register_mapping
    token, key, public = (
        _said(each) for each in (settings.register_token, settings.register_key, settings.register_public_key)
    )
    if kind != "spdci":
        for name, value in ((KEY, key), (PUBLIC_KEY, public)):
            if value is not None:
                raise SettingsFault(f"{name} is for YIZHENG_REGISTER_KIND=spdci, which signs; it is {kind}")
    if kind == "built_in":
        for name, said in (("URL", url), ("TOKEN", token), ("MAPPING", mapping)):
            if said is not None:
                raise SettingsFault(f"YIZHENG_REGISTER_{name} is set, and YIZHENG_REGISTER_KIND is built_in")
        return None
    for name, needed in (("URL", url), ("MAPPING", mapping)):
        if needed is None:
            raise SettingsFault(f"YIZHENG_REGISTER_KIND={kind} needs YIZHENG_REGISTER_{name}")
    if token is not None and not (token.isascii() and token.isprintable() and " " not in token):
        raise SettingsFault("YIZHENG_REGISTER_TOKEN is no bearer token: letters, digits and signs without spaces")
    address, file = check_url(str(url)), Path(str(mapping))
    if kind == "http":
        return HttpRegister(address, token, read_mapping(file, HttpMapping))
    signer = None if key is None else Signer(key, KEY)
    verifier = None if public is None else Verifier(public, PUBLIC_KEY)
    search = read_mapping(file, SpdciMapping)
    return SpdciRegister(address, token, search, signer, verifier, real_clock, secrets.token_bytes)


def _said(secret: SecretStr | None) -> str | None:
    return None if secret is None else secret.get_secret_value()
