import datetime

import pytest
from django.core.cache import caches
from django.test import RequestFactory

from base.throttle import Limit, client_address, pseudonym
from tests.factories import at

THREE = Limit("three", most=3, seconds=60)


def asked(address: str = "192.0.2.1", **headers):
    return RequestFactory().get("/", REMOTE_ADDR=address, **headers)


def passed(times: int, address: str = "192.0.2.1") -> list[bool]:
    return [THREE.is_passed(asked(address)) for _ in range(times)]


def test_the_fourth_knock_of_three_is_one_too_many(counting):
    assert passed(5) == [False, False, False, True, True]


def test_visitors_are_counted_each_for_themselves(counting):
    passed(4)

    assert passed(1, "192.0.2.2") == [False]


def test_doors_are_counted_each_for_themselves(counting):
    passed(4)

    assert not Limit("another", most=3, seconds=60).is_passed(asked())


def test_what_is_given_back_does_not_count(counting):
    for _ in range(5):
        THREE.is_passed(asked())
        THREE.give_back(asked())

    assert passed(3) == [False, False, False]


def test_no_address_is_kept(counting):
    THREE.is_passed(asked("192.0.2.77"))

    kept = repr(caches["throttle"]._cache) + repr(caches["throttle"]._expire_info)
    assert "three" in kept
    assert "192.0.2.77" not in kept


def test_a_visitor_has_another_name_tomorrow(freeze):
    freeze(at(2026, 5, 4, 12))
    names = [pseudonym("192.0.2.1")]

    freeze(at(2026, 5, 4, 12) + datetime.timedelta(days=1))
    names.append(pseudonym("192.0.2.1"))

    assert names[0] != names[1]


def test_the_name_of_a_visitor_depends_on_the_secret_of_the_site(settings):
    names = [pseudonym("192.0.2.1")]

    settings.SECRET_KEY = "another secret" * 5
    names.append(pseudonym("192.0.2.1"))

    assert names[0] != names[1]


def test_addresses_of_one_household_count_together():
    assert pseudonym("2001:db8:1:2:3::4") == pseudonym("2001:db8:1:2:ffff::1")
    assert pseudonym("2001:db8:1:2::4") != pseudonym("2001:db8:1:3::4")
    assert pseudonym("::ffff:192.0.2.1") != pseudonym("::ffff:192.0.2.2")


@pytest.mark.parametrize(
    ("is_behind_proxy", "forwarded", "address"),
    [
        (True, "198.51.100.9, 203.0.113.5", "203.0.113.5"),
        (True, "203.0.113.5", "203.0.113.5"),
        (True, "", "192.0.2.1"),
        (False, "203.0.113.5", "192.0.2.1"),
    ],
)
def test_the_proxy_says_who_asks_and_what_visitors_claim_before_it_counts_for_nothing(
    settings, is_behind_proxy, forwarded, address
):
    settings.CLIENT_ADDRESS_COMES_FROM_PROXY = is_behind_proxy

    assert client_address(asked(HTTP_X_FORWARDED_FOR=forwarded)) == address


@pytest.mark.parametrize("odd", ["", "unknown", "unix:", "203.0.113.5:8080", "\x00", "a" * 9999])
def test_an_odd_address_is_counted_like_any_other(counting, odd):
    assert passed(4, odd) == [False, False, False, True]


@pytest.mark.parametrize(
    "backend",
    [
        {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
        {
            "BACKEND": "site_config.cache.ForgivingRedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        },
    ],
)
def test_without_a_cache_nobody_is_turned_away(settings, backend):
    settings.CACHES = {**settings.CACHES, "throttle": backend}

    assert passed(5) == [False] * 5
    THREE.give_back(asked())
