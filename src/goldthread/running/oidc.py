"""Single sign-on with the authority's own provider, as the environment names it:

GOLDTHREAD_OIDC_NAME (what the button says), GOLDTHREAD_OIDC_ISSUER, GOLDTHREAD_OIDC_CLIENT_ID, GOLDTHREAD_OIDC_CLIENT_SECRET or
GOLDTHREAD_OIDC_CLIENT_SECRET_FILE, GOLDTHREAD_OIDC_CLAIM ("email", which the provider must call verified and an account must
have; any other claim, such as "preferred_username", is the name an account signs in with).
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from goldthread.running import Trouble

ISSUER, CLIENT, SECRET, FILE = (f"GOLDTHREAD_OIDC_{name}" for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "CLIENT_SECRET_FILE"))
ID = "authority"
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def providers(environment: Mapping[str, str]) -> dict[str, dict]:
    """SOCIALACCOUNT_PROVIDERS: with one application, or none where no issuer is named. Raises Trouble with what to put right."""
    issuer = environment.get(ISSUER, "").strip().rstrip("/")
    if not issuer:
        return _with()
    _check_address(issuer)
    client = environment.get(CLIENT, "").strip()
    if not client:
        raise Trouble(f"{ISSUER} is set but {CLIENT} is not: set it to the name under which the provider knows Goldthread.")
    app = {
        "provider_id": ID, "name": environment.get("GOLDTHREAD_OIDC_NAME", "").strip() or "single sign-on", "client_id": client,
        "secret": _secret(environment),
        "settings": {"server_url": issuer, "claim": environment.get("GOLDTHREAD_OIDC_CLAIM", "").strip() or "email"},
    }  # fmt: skip
    return _with(app)


def _with(*apps: dict) -> dict[str, dict]:
    return {"openid_connect": {"provider_class": "goldthread.web.single.provider.Provider", "APPS": list(apps)}}


def _check_address(issuer: str) -> None:
    parts = urlsplit(issuer)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise Trouble(f"{ISSUER}={issuer} is not an https address: who signs in would be told in the clear. Use the provider's https address.")


def _secret(environment: Mapping[str, str]) -> str:
    file = environment.get(FILE, "").strip()
    if not file:
        return environment.get(SECRET, "")
    try:
        return Path(file).read_text().strip()
    except OSError as trouble:
        raise Trouble(f"{FILE}={file} cannot be read ({trouble.strerror}): name a file that the server may read.") from trouble
