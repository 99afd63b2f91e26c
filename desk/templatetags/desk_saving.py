"""What a form says of the thing it was made from."""

from django import template

from desk.saving.without_history import how_it_stands

register = template.Library()
register.filter("how_it_stands", how_it_stands)
