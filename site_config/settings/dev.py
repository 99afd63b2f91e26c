"""A developer's or a trial's own machine. Public pages are the same as in production."""

from site_config import env

from .base import *  # noqa: F403  (settings are extended by inheritance of names)

DEBUG = env.is_on("DEBUG")  # off, so that a trial sees the site's own error pages
SECRET_KEY = env.secret_key() or "only-for-a-machine-of-one's-own-" + "x" * 30
ALLOWED_HOSTS = [*env.allowed_hosts(), "testserver"]

# No other server stands in front: this one gives out what was uploaded, and what is not collected.
SERVE_MEDIA = True
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

# Plain HTTP on this machine, and static files straight from their folders.
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405  (comes with the names of base)
