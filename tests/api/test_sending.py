"""What is told goes nowhere but to public addresses: whatever a name leads to is looked at, and the connection goes to what was looked at."""

import socket
from ipaddress import ip_address, ip_network

import pytest

from goldthread.web.api.sending import may_be_told, send
from tests.api.receiving import Receiver

PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1",
    "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "192.0.2.1", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("place", PRIVATE)
def test_private_addresses_are_not_told_however_they_are_written(place):
    assert not may_be_told(ip_address(place))


@pytest.mark.parametrize("place", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_may_be_told(place):
    assert may_be_told(ip_address(place))


def test_a_private_network_is_told_where_the_settings_allow_it_and_no_other():
    assert may_be_told(ip_address("10.2.3.4"), [ip_network("10.2.0.0/16")]) and not may_be_told(ip_address("10.3.3.4"), [ip_network("10.2.0.0/16")])


def leads_to(monkeypatch, *places):
    asked = []

    def found(host, port, **_):
        asked.append(host)
        return [(socket.AF_INET6 if ":" in p else socket.AF_INET, socket.SOCK_STREAM, 6, "", (p, port)) for p in places]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return asked


def test_a_name_that_leads_inside_is_not_told(monkeypatch):
    with Receiver() as receiver:
        leads_to(monkeypatch, "127.0.0.1")
        sent = send(receiver.address, b"{}", {})
    assert "private network" in sent.trouble and not receiver.told


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    leads_to(monkeypatch, "8.8.8.8", "10.0.0.1")
    assert "private network" in send("https://partner.example/", b"{}", {}).trouble


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch):
    """A name that leads elsewhere when it is asked again is not asked again."""
    went = []
    asked = leads_to(monkeypatch, "93.184.216.34")

    def connect(place, timeout):
        went.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    assert "could not be reached" in send("https://partner.example/", b"{}", {}).trouble
    assert asked == ["partner.example"] and went == [("93.184.216.34", 443)]


def test_plain_http_goes_to_this_machine_only(monkeypatch):
    leads_to(monkeypatch, "93.184.216.34")
    assert "not https" in send("http://localhost/", b"{}", {}).trouble


def test_a_certificate_that_nobody_vouches_for_is_refused():
    """The receiver here speaks no TLS at all."""
    with Receiver() as receiver:
        sent = send(receiver.address.replace("http:", "https:"), b"{}", {}, [ip_network("127.0.0.0/8")], 2)
    assert not sent.delivered and not receiver.told


def test_a_name_that_leads_nowhere_is_trouble_in_a_sentence(monkeypatch):
    def nobody(*_, **__):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert send("https://partner.example/", b"{}", {}).trouble == "Its name leads nowhere."
