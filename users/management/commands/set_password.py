import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Give an account a new random password and print the name and the password on one line."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument(
            "--create",
            action="store_true",
            help="Make the account, with every right, if it is missing.",
        )

    def handle(self, *args, username, create, **options):
        users = get_user_model().objects
        user = users.filter(username=username).first()
        if user is None and not create:
            raise CommandError(f"There is no account named “{username}”.")
        password = secrets.token_urlsafe(12)
        if user is None:
            email = f"{username}@example.org"
            is_free = not users.filter(email__iexact=email).exists()
            users.create_superuser(username, email if is_free else "", password)
        else:
            user.set_password(password)
            user.save(update_fields=["password"])
        self.stdout.write(f"{username} {password}")
