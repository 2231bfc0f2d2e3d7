"""Sending one thing to one address: only to where it may go, without following, and never for long.

The name is looked up once, every address it leads to is checked, and the connection goes to one that was checked, so that a name which
leads elsewhere a moment later leads nowhere.
"""

import http.client
import socket
import ssl
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

SECONDS = 10
PORTS = {"https": 443, "http": 80}
Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of it: the status that was answered, and why it is no delivery, in a sentence; "" where it is one."""

    status: int | None
    trouble: str = ""

    @property
    def delivered(self) -> bool:
        return not self.trouble


def send(address: str, body: bytes, headers: dict[str, str], allowed: Sequence[Network] = (), seconds: float = SECONDS) -> Sent:
    """POST a body. `allowed` are private networks that may be told all the same."""
    try:
        parts = urlsplit(address)
        port = parts.port or PORTS[parts.scheme]
        place = _checked(parts.hostname or "", port, parts.scheme, allowed)
        return _post(_Connection(parts.hostname or "", port, place, parts.scheme == "https", seconds), parts, body, headers, seconds)
    except NotThere as refused:
        return Sent(None, str(refused))
    except TimeoutError:
        return Sent(None, f"It did not answer within {seconds:g} seconds.")
    except ssl.SSLError as wrong:
        return Sent(None, f"Its certificate could not be trusted: {wrong.reason or 'not valid'}."[:200])
    except (OSError, http.client.HTTPException, ValueError, KeyError) as wrong:
        return Sent(None, f"It could not be reached: {type(wrong).__name__}.")


class NotThere(Exception):
    """The address leads to where nothing is told. The message says why."""


def _checked(host: str, port: int, scheme: str, allowed: Sequence[Network]) -> str:
    """One address of the host, when all of them may be told."""
    try:
        found = {ip_address(place[4][0].partition("%")[0]) for place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (socket.gaierror, UnicodeError) as nobody:
        raise NotThere("Its name leads nowhere.") from nobody
    if not all(may_be_told(place, allowed) for place in found):
        raise NotThere("Its name leads to a private network, which is not told unless the authority’s settings allow it.")
    if scheme == "http" and not all(_plain(place).is_loopback for place in found):
        raise NotThere("It is not https, and not on this machine.")
    return str(min(found, key=lambda place: (place.version, int(place))))


def may_be_told(place: Address, allowed: Sequence[Network] = ()) -> bool:
    """Public addresses, and those of networks that are allowed by name."""
    place = _plain(place)
    if any(place in network for network in allowed if network.version == place.version):
        return True
    return place.is_global and not (place.is_multicast or place.is_reserved)


def _plain(place: Address) -> Address:
    """An IPv4 address that is written as IPv6 is looked at as what it is."""
    if isinstance(place, IPv6Address):
        return place.ipv4_mapped or place.sixtofour or (_embedded(place) if place in _NAT64 else place)
    return place


_NAT64 = ip_network("64:ff9b::/96")


def _embedded(place: IPv6Address) -> IPv4Address:
    return IPv4Address(int(place) & 0xFFFFFFFF)


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was checked, which asks for the host by its name."""

    def __init__(self, host: str, port: int, place: str, secure: bool, seconds: float):
        super().__init__(host, port, timeout=seconds)
        self.place, self.secure = place, secure

    def connect(self) -> None:
        self.sock = socket.create_connection((self.place, self.port), self.timeout)
        if self.secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def _post(connection: _Connection, parts, body: bytes, headers: dict[str, str], seconds: float) -> Sent:
    """Only the status is read. However slowly it comes, the line is cut in the end."""
    late = threading.Event()
    end = threading.Timer(seconds, lambda: (late.set(), _cut(connection)))
    end.daemon = True
    end.start()
    try:
        connection.request("POST", f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", body, headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        status = None
        if not late.is_set():
            raise
    finally:
        end.cancel()
        connection.close()
    if late.is_set() or status is None:
        raise TimeoutError
    return _judged(status)


def _cut(connection: _Connection) -> None:
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            connection.sock.close()


def _judged(status: int) -> Sent:
    if 200 <= status < 300:
        return Sent(status)
    if 300 <= status < 400:
        return Sent(status, "It answered that it is elsewhere. Nothing is told to another address than the one that was set up.")
    return Sent(status, f"It answered with {status}.")
