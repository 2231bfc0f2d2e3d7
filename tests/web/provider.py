"""A provider of OpenID Connect on loopback, and somebody who signs in there and comes back with a code."""

import os
import threading
import warnings
from contextlib import contextmanager
from urllib.parse import urlsplit

import flask
import jwt
import requests
from django.test import Client
from werkzeug.serving import make_server

from goldthread.running import oidc

with warnings.catch_warnings(record=True):  # what its parts have to say about each other
    import oidc_provider_mock

CLAIMS = {"email": "priya@wrenford.example", "email_verified": True, "name": "Priya", "preferred_username": "priya"}
os.environ.setdefault("AUTHLIB_INSECURE_TRANSPORT", "1")


class Provider:
    """`twisted` is what its ID tokens say wrongly before they are signed, `forged` the (key, algorithm) they are signed with instead of its own."""

    def __init__(self, port: int):
        self.url = f"http://localhost:{port}"
        self.twisted, self.forged = {}, ()
        self.asked = []

    def settings(self, **more: str) -> dict:
        return oidc.providers({"GOLDTHREAD_OIDC_NAME": "Wrenford", oidc.ISSUER: self.url, oidc.CLIENT: "goldthread", oidc.SECRET: "a secret", **more})

    def knows(self, sub="p-1", **claims) -> None:
        requests.put(f"{self.url}/users/{sub}", json={**CLAIMS, **claims}, timeout=10).raise_for_status()

    def signs_in(self, there: str, sub="p-1") -> str:
        """Somebody says at the provider who they are. Returns the address they are sent back to."""
        return requests.post(there, data={"sub": sub}, allow_redirects=False, timeout=10).headers["Location"]

    def twist(self, answer: flask.Response) -> flask.Response:
        self.asked.append(dict(flask.request.values))
        if flask.request.path == "/oauth2/token" and (self.twisted or self.forged) and answer.status_code == 200:
            given, key = answer.get_json(), flask.g.oidc_provider_mock_storage.jwk
            claims = jwt.decode(given["id_token"], options={"verify_signature": False})
            claims = {name: value for name, value in {**claims, **self.twisted}.items() if value is not None}
            signed = self.forged or (key.as_pem(is_private=True), "RS256")
            given["id_token"] = jwt.encode(claims, *signed)
            return flask.jsonify(given)
        return answer


@contextmanager
def running():
    """The provider, answering on a port of this machine until the block ends."""
    app = oidc_provider_mock.app(require_nonce=True)
    server = make_server("localhost", 0, app, threaded=True)
    provider = Provider(server.server_port)
    app.after_request(provider.twist)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()


def come_back(client: Client, address: str):
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")
