"""How often one visitor may knock at a door, counted without knowing who it is.

Counters stand in a cache under a keyed hash of the address that is another one tomorrow: no address
is kept or logged. Without the cache nobody is counted, and nobody is turned away.
"""

import ipaddress
import logging
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from base.dates import today

logger = logging.getLogger(__name__)

HOUSEHOLD = 64  # bits; one subscriber is given at least so large a network of IPv6


@dataclass(frozen=True)
class Limit:
    """So many knocks of one visitor in so many seconds."""

    name: str
    most: int
    seconds: int

    def is_passed(self, request: HttpRequest) -> bool:
        """Count this knock; whether it is one too many."""
        try:
            counters, key = caches["throttle"], self._key(request)
            counters.add(key, 0, self.seconds)
            return counters.incr(key) > self.most
        except Exception as error:  # whatever a cache library raises, also for a counter just gone
            logger.debug("Nobody is counted at %s: %r", self.name, error)
            return False

    def give_back(self, request: HttpRequest) -> None:
        """That knock was in order and counts for nothing."""
        try:
            caches["throttle"].decr(self._key(request))
        except Exception as error:  # as above
            logger.debug("Nothing is given back at %s: %r", self.name, error)

    def _key(self, request: HttpRequest) -> str:
        return f"{self.name}:{pseudonym(client_address(request))}"


def client_address(request: HttpRequest) -> str:
    """Where a request came from; behind a proxy that is the last entry, the only one it wrote itself."""
    if settings.CLIENT_ADDRESS_COMES_FROM_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")


def pseudonym(address: str) -> str:
    """A name for whoever asks, which tells nobody who that is; IPv6 by its network."""
    try:
        known = ipaddress.ip_address(address)
        if known.version == 6 and not known.ipv4_mapped:
            address = str(ipaddress.ip_network((known, HOUSEHOLD), strict=False))
    except ValueError:
        pass  # an odd word from a proxy is as good a name
    return salted_hmac(f"throttle {today():%Y-%m-%d}", address, algorithm="sha256").hexdigest()[:32]
