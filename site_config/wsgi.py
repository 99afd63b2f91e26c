"""What gunicorn serves: `gunicorn site_config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

import site_config.env  # noqa: F401  (reads .env, which may name the settings)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.production")
application = get_wsgi_application()
