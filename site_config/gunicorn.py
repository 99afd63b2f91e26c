"""How gunicorn serves the site: `gunicorn -c site_config/gunicorn.py site_config.wsgi`."""

import os

from site_config import env

bind = f"127.0.0.1:{env.port()}"  # a proxy on the same machine stands in front
worker_class = "gthread"
workers = min(os.cpu_count() or 1, 4)
threads = 4
timeout = 60  # an editor's first large picture takes a while
# Workers are renewed now and then, never all at once, so that none grows for ever.
max_requests = 2000
max_requests_jitter = 400
control_socket_disable = True  # it would lie in the home folder, which a service account may lack
