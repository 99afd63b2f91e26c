"""The public site: base, with its secrets demanded."""

from site_config import env

from .base import *  # noqa: F403  (settings are extended by inheritance of names)

env.refuse_debug()
DEBUG = False
SECRET_KEY = env.demanded_secret_key()
ALLOWED_HOSTS = env.demanded_hosts()
