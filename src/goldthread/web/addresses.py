"""Addresses that a page says many times over, such as those of its entries: what is the same in all of them is looked up once."""

from functools import cache
from urllib.parse import quote

from django.urls import get_script_prefix, get_urlconf, reverse

SAFE = "!$&'()*+,;=~:@"  # of RFC 3986, as Django leaves them; a slash would begin another part of the address
STANDS_FOR = ("9081726354", "8172635409")  # digits, which both a number and a word of an address may be


def address_of(name: str, *named: int | str) -> str:
    """As Django's `reverse`: the address of a page by its name, with up to two numbers or words in it. Raises NoReverseMatch."""
    first, *others = _parts(get_script_prefix(), get_urlconf(), name, len(named))
    return first + "".join(quote(str(one), safe=SAFE) + part for one, part in zip(named, others, strict=True))


@cache
def _parts(prefix: str, urlconf: str | None, name: str, number: int) -> list[str]:
    """What stands before, between and after the numbers and words. Django besides goes by the first two of what is asked for."""
    address = reverse(name, args=STANDS_FOR[:number])
    parts = []
    for one in STANDS_FOR[:number]:
        before, _, address = address.partition(one)
        parts.append(before)
    return [*parts, address]
