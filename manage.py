#!/usr/bin/env python3
"""Run a management command with the development settings unless the environment names others."""

import os
import sys


def main() -> None:
    import site_config.env  # noqa: F401  (reads .env, which may name the settings)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
