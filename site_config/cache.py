"""A shared cache whose loss costs time and nothing else."""

import logging
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


class ForgivingRedisCache(RedisCache):
    """Redis, where a server that is down or out of memory counts as a cache without the value."""

    def get(self, key, default=None, version=None):
        return self._tried(super().get, default, key, default, version)

    def get_many(self, keys, version=None):
        return self._tried(super().get_many, {}, keys, version)

    def has_key(self, key, version=None):
        return self._tried(super().has_key, False, key, version)

    def set(self, key, value, *args, **kwargs):
        return self._tried(super().set, None, key, value, *args, **kwargs)

    def set_many(self, data, *args, **kwargs):
        return self._tried(super().set_many, list(data), data, *args, **kwargs)

    def add(self, key, value, *args, **kwargs):
        return self._tried(super().add, False, key, value, *args, **kwargs)

    def delete(self, key, version=None):
        return self._tried(super().delete, False, key, version)

    def delete_many(self, keys, version=None):
        return self._tried(super().delete_many, None, keys, version)

    def _tried(self, ask: Callable[..., Any], otherwise: Any, *args, **kwargs) -> Any:
        try:
            return ask(*args, **kwargs)
        except (RedisError, OSError) as error:
            logger.warning("The cache did not answer: %s", error)
            return otherwise
