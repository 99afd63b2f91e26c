"""What every installation shares, safe to deploy as it stands; dev and test loosen it."""

from urllib.parse import unquote, urlsplit

import dj_database_url
from django.utils.translation import gettext_lazy as _

from site_config import env

DEBUG = False
SECRET_KEY = env.secret_key()
ALLOWED_HOSTS = env.allowed_hosts()
ROOT_URLCONF = "site_config.urls"
WSGI_APPLICATION = "site_config.wsgi.application"
STARTED_AT = env.STARTED_AT
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "desk",  # before wagtail.admin: its templates may override Wagtail's
    "home",
    "search",
    "articles",
    "topics",
    "notices",
    "users",
    "base",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "desk.people.apps.PeopleConfig",  # wagtail.users, with our screens for accounts
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail_modeladmin",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "site_config.policies.Policies",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "site_config.middleware.our_cookies",
    "site_config.middleware.content_version",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "site_config.middleware.language_of_the_site",
    "django.contrib.messages.middleware.MessageMiddleware",
    "desk.people.post.say_unsent",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "site_config.middleware.Throttle",
    "site_config.middleware.Keeping",
    "site_config.middleware.Redirects",
    "desk.saving.signing_in.SlidingSession",
    "desk.saving.signing_in.InPlace",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [env.ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- data
DATABASES = {"default": dj_database_url.parse(env.database_url(), conn_max_age=600)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for the writer (WAL); writers queue instead of failing (IMMEDIATE). The file
    # is read where the system keeps it in memory, and 32 MB of it stay unpacked in each process.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        " PRAGMA mmap_size=268435456; PRAGMA cache_size=-32000;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {
    "default": {
        "BACKEND": "site_config.cache.ForgivingRedisCache",
        "LOCATION": env.redis_url(),
        "KEY_PREFIX": "khipu",
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
    }
    if env.redis_url()
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
}
# In every process for itself: Wagtail writes this cache on each hit, which a database would feel.
CACHES["renditions"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "renditions",
    "OPTIONS": {"MAX_ENTRIES": 2000},
}
# Apart, so that a crowd of strangers does not push out what pages are made of.
CACHES["throttle"] = {
    **CACHES["default"],
    **({"KEY_PREFIX": "khipu-throttle"} if env.redis_url() else {"LOCATION": "throttle"}),
}

MEDIA_ROOT = env.media_root()
MEDIA_URL = "/media/"
SERVE_MEDIA = False  # a web server in front does it, faster and with headers of its own
STATIC_ROOT = env.static_root()
STATIC_URL = "/static/"
STATICFILES_DIRS = [env.ROOT / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "site_config.static_files.StaticFiles"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- people
AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# People write slowly and are interrupted: signed in for 14 days after the last visit, if they tick
# “Remember me”. Without the tick, as on a shared computer, it ends with the browser.
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
LOGIN_URL = "wagtailadmin_login"
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60  # seconds; an invitation lasts longer, see desk/people
LOGIN_REDIRECT_URL = "/"  # a reader's; the admin's own sign-in leads to the admin

# --- words and time: the first Locale is written from LANGUAGE_CODE and cannot change later
LANGUAGE_CODE = "en-gb"
LOCALE_PATHS = [env.ROOT / "locale"]
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en-gb", _("English")), ("es", _("Spanish"))]
# Each is named in its own words.
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en-gb", "English"), ("es", "Español")]
FORMAT_MODULE_PATH = ["site_config.formats"]  # moments in the admin carry their zone
TIME_ZONE = env.time_zone()
USE_TZ = True
USE_I18N = True

# --- mail
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.email_from()
if env.email_url():
    _mail = urlsplit(env.email_url())
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mail.hostname, _mail.port or 587
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (
        unquote(_mail.username or ""),
        unquote(_mail.password or ""),
    )
    EMAIL_USE_SSL = _mail.scheme == "smtps"
    EMAIL_USE_TLS = _mail.scheme == "smtp" and bool(_mail.username)
    EMAIL_TIMEOUT = 10
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# --- Wagtail
WAGTAIL_SITE_NAME = "Khipu"
WAGTAILADMIN_BASE_URL = env.site_url()
WAGTAILIMAGES_IMAGE_MODEL = "base.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "desk.pictures.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "base.SiteDocument"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "doc",
    "docx",
    "mp3",
    "odt",
    "ods",
    "pdf",
    "pptx",
    "txt",
    "xlsx",
    "zip",
]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
# SQLite's or PostgreSQL's own index, by the database. The configuration is PostgreSQL's: its stems.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend", "SEARCH_CONFIG": "english"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Saves at most so often (milliseconds) while somebody types; all of one sitting is one version.
WAGTAIL_AUTOSAVE_INTERVAL = 5000
# How soon somebody learns that another has the page open, or that they are signed out.
WAGTAIL_EDITING_SESSION_PING_INTERVAL = 10_000
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 20
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "desk.people.passwords.ForgottenPasswordForm"  # noqa: S105  (the name of a form)
# Whoever may do everything need not be told of everything.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# The admin talks to nobody else: no portraits from elsewhere, no look for updates.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# The machine's zone file may name zones that browsers do not know ("localtime").
WAGTAIL_USER_TIME_ZONES = [
    "UTC", "Europe/London", "Europe/Dublin", "Europe/Paris", "Europe/Berlin", "Europe/Madrid",
    "America/New_York", "America/Los_Angeles", "America/Mexico_City", "America/Bogota",
    "America/Lima", "America/La_Paz", "America/Santiago", "America/Sao_Paulo",
]  # fmt: skip
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page in the editor sends thousands

# --- security
# What readers get; site_config/policies.py widens it for editors, previews and the admin.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
CSRF_FAILURE_VIEW = "site_config.errors.csrf_failed"
X_FRAME_OPTIONS = "DENY"  # but for previews, as above
# Other sites learn nothing of the page somebody comes from. Not "no-referrer": with it browsers
# send forms without saying from where, and no form could be told from a forged one.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_SSL_REDIRECT = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_REDIRECT_EXEMPT = [r"^-/"]  # the health answers are asked for from inside
CLIENT_ADDRESS_COMES_FROM_PROXY = env.is_behind_https_proxy()
if env.is_behind_https_proxy():
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Anybody may name a host that is not ours; with the way to each refusal the log would fill up.
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}},
}
