"""Phones reach the computer at a private address of its own, and at no other."""

import socket
from ipaddress import IPv4Address

import pytest

from path_planner.errors import NotAPrivateAddress
from path_planner.server.phones.addresses import own_addresses, private_address


@pytest.mark.parametrize(
    "text",
    ["192.168.137.1", "10.0.0.1", "172.16.0.9", "172.31.255.254", "169.254.10.20", "127.0.0.1",
     "127.0.0.2", " 10.1.2.3 "],
)  # fmt: skip
def test_a_private_address_may_be_chosen(text: str) -> None:
    assert private_address(text) == IPv4Address(text.strip())


@pytest.mark.parametrize(
    "text",
    ["0.0.0.0", "::", "::1", "[::]", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1",  # noqa: S104
     "11.0.0.1", "100.64.0.1", "224.0.0.1", "255.255.255.255", "10.255.255.255", "192.168.0.0",
     "fe80::1", "::ffff:10.0.0.1", "localhost", "example.org", "010.0.0.1", "10.1", "0x0a000001",
     "167772161", "10.0.0.1:80", "10.0.0.1/8", "", "10.0.0.1\x00", "\u0661\u0660.0.0.1"],
)  # fmt: skip
def test_any_other_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(NotAPrivateAddress) as refused:
        private_address(text)
    sentence = str(refused.value)
    assert sentence.count(". ") <= 1
    assert "private" in sentence


def test_own_addresses_are_the_private_ones_the_likeliest_first() -> None:
    found = ["8.8.8.8", "169.254.1.2", "172.17.0.1", "127.0.0.1", "10.0.0.7", "192.168.8.20", "::1"]
    assert [str(one) for one in own_addresses(lambda: found)] == [
        "192.168.8.20", "10.0.0.7", "172.17.0.1", "169.254.1.2",
    ]  # fmt: skip


def test_a_computer_can_be_in_no_network() -> None:
    assert own_addresses(list) == ()


def test_the_addresses_that_the_system_names_are_of_this_computer() -> None:
    for address in own_addresses():
        with socket.socket() as bound:
            bound.bind((str(address), 0))


def test_a_system_that_answers_nothing_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_asked: object, **_how: object) -> None:
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    monkeypatch.setattr(socket, "socket", fails)
    assert own_addresses() == ()
