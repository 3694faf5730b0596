"""Which endpoint is asked, what may be sent there, and the key: read from the environment only."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from gmai_data.errors import UsageError

if TYPE_CHECKING:
    from gmai_data.config import Config
    from gmai_data.declare import Source

DEFAULT_URL: Final = "https://api.openai.com/v1"
_KEY_LIKE: Final = re.compile(r"\b(?:sk|key|Bearer)[-_ ][A-Za-z0-9*_\-]{6,}")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where requests go."""

    base_url: str
    loopback: bool  # on this machine: nothing is sent to anybody
    key_env: str  # the variable that holds the key


def endpoint(config: Config) -> Endpoint:
    """The endpoint of a configuration: ``base_url``, else ``OPENAI_BASE_URL``, else OpenAI.

    Raises:
        UsageError: no http(s) URL, or one that carries a key.
    """
    url = config.base_url or os.environ.get("OPENAI_BASE_URL", "") or DEFAULT_URL
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(
            f"--base-url {url}: not the address of an endpoint. Give one such as "
            "http://127.0.0.1:8000/v1 or https://api.openai.com/v1."
        )
    if parts.username or parts.password or parts.query:
        raise UsageError(
            "--base-url must not carry a name, a password or a query. "
            f"Put the key into the environment variable {config.answer.key_env}."
        )
    local = is_loopback(parts.hostname)
    if parts.scheme == "http" and not local and os.environ.get(config.answer.key_env):
        raise UsageError(
            f"--base-url {url}: a key would be sent there unencrypted. Use https, tunnel the "
            f"server to 127.0.0.1, or unset {config.answer.key_env} if it needs no key."
        )
    return Endpoint(url.rstrip("/"), local, config.answer.key_env)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its name alone: ``localhost``, 127.0.0.0/8 or ::1.

    Other names are not looked up: what they stand for may change between two requests.
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def may_be_sent(source: Source) -> bool:
    """Whether a source's images and facts may go to a third party's model.

    Undeclared (``send_to_api=None``) counts as yes only for open data with released ids.
    """
    if source.send_to_api is None:
        return source.access == "open" and source.identity == "public"
    return source.send_to_api


def refuse_sources(where: Endpoint, sources: Iterable[Source]) -> None:
    """Refuse to send what may not be sent.

    Raises:
        UsageError: the sources that may not leave this machine.
    """
    if where.loopback:
        return
    kept = sorted(source.name for source in sources if not may_be_sent(source))
    if kept:
        raise UsageError(
            f"{', '.join(kept)}: their terms do not allow (or do not say) that images and facts "
            f"are sent to a third party such as {urlsplit(where.base_url).hostname}. Serve a model "
            "on this machine (--base-url http://127.0.0.1:8000/v1), tunnel your own server there, "
            "or build these sources with --model offline."
        )


def api_key(where: Endpoint) -> str | None:
    """The key, or ``None`` where one is needed and there is none."""
    key = os.environ.get(where.key_env, "").strip()
    return key or ("none" if where.loopback else None)


def no_key(where: Endpoint, missing: int = 0) -> UsageError:
    """What to say when answers are missing and nobody can be asked."""
    return UsageError(
        (f"{missing:,} answers are not in the cache, and " if missing else "")
        + f"{where.base_url} needs a key: set the environment variable {where.key_env}, or name "
        "another with `answer: {key_env: NAME}` in the configuration file."
    )


def scrubbed(text: str, key: str | None) -> str:
    """A message of the endpoint without anything that looks like a key, on one line."""
    if key and len(key) > 5:
        text = text.replace(key, "…")
    return " ".join(_KEY_LIKE.sub("…", text).split())[:300]
