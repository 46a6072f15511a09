"""The bearer token of a conversation: its id and our signature. It can be checked without any store."""

from __future__ import annotations

import base64
import binascii

from integrations.privacy import Vault

ID_BYTES = 16
_PURPOSE = "conversation"
_SIGNATURE_BYTES = 32


def make_token(vault: Vault, identity: bytes) -> str:
    """A token for a new conversation; ``identity`` is 16 random bytes."""
    return base64.urlsafe_b64encode(identity + vault.sign(_PURPOSE, identity)).decode().rstrip("=")


def conversation_of(vault: Vault, token: str) -> str | None:
    """The conversation a token opens, or None if it is not one of ours."""
    if len(token) != (ID_BYTES + _SIGNATURE_BYTES) * 4 // 3:
        return None
    try:
        raw = base64.urlsafe_b64decode(token)
    except (ValueError, binascii.Error):
        return None
    identity, signature = raw[:ID_BYTES], raw[ID_BYTES:]
    return identity.hex() if vault.signed(_PURPOSE, identity, signature) else None
