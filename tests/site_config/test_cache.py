from site_config.cache import ForgivingRedisCache

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


def test_a_cache_that_is_down_counts_as_one_without_the_value():
    cache = ForgivingRedisCache(NOBODY_LISTENS, {})

    answers = [
        cache.get("a"),
        cache.get("a", "nothing"),
        cache.get_many(["a"]),
        cache.has_key("a"),
        cache.set("a", 1),
        cache.add("a", 1),
        cache.delete("a"),
        cache.delete_many(["a"]),
    ]

    assert answers == [None, "nothing", {}, False, None, False, False, None]


def test_what_could_not_be_kept_is_said():
    cache = ForgivingRedisCache(NOBODY_LISTENS, {})

    unkept = cache.set_many({"a": 1, "b": 2})

    assert unkept == ["a", "b"]


def test_a_page_is_shown_while_the_cache_is_down(client, db, settings):
    settings.CACHES = {
        **settings.CACHES,
        "default": {
            "BACKEND": "site_config.cache.ForgivingRedisCache",
            "LOCATION": NOBODY_LISTENS,
        },
    }

    answer = client.get("/")

    assert answer.status_code == 200
