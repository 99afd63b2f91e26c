"""The tests: fast passwords, mail in memory, files in a folder that is thrown away."""

import datetime
import tempfile
from pathlib import Path

from .dev import *  # noqa: F403  (settings are extended by inheritance of names)

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# No jobs run beside the tests, and nobody misses them; those about their silence set the clock.
STARTED_AT = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="khipu-media-"))
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405  (comes with the names of base)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405  (as above)
    # In a file, as on a site. In memory all threads would share one connection, and the transaction
    # of one request would be that of another.
    folder = Path(tempfile.mkdtemp(prefix="khipu-database-"))
    DATABASES["default"]["TEST"] = {"NAME": str(folder / "test.sqlite3")}  # noqa: F405  (as above)
# Tests knock often; those about knocking too often turn it on.
CACHES["throttle"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}  # noqa: F405  (as above)
