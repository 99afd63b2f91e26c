"""How the questions of a form are asked: what a browser may fill in, and how a day is given."""

from django import forms
from wagtail.contrib.forms.forms import FormBuilder

# What a question about the visitor is called, and what browsers call it.
KNOWN_TO_BROWSERS = {
    "name": "name",
    "full_name": "name",
    "first_name": "given-name",
    "given_name": "given-name",
    "last_name": "family-name",
    "family_name": "family-name",
    "surname": "family-name",
    "email": "email",
    "e_mail": "email",
    "email_address": "email",
    "phone": "tel",
    "telephone": "tel",
    "phone_number": "tel",
    "telephone_number": "tel",
    "mobile": "tel",
    "address": "street-address",
    "town": "address-level2",
    "city": "address-level2",
    "postcode": "postal-code",
    "post_code": "postal-code",
    "zip_code": "postal-code",
    "country": "country-name",
    "organisation": "organization",
    "organization": "organization",
}


class Questions(FormBuilder):
    """The form of a page, out of its questions."""

    @property
    def formfields(self):
        fields = super().formfields
        for name, field in fields.items():
            purpose = KNOWN_TO_BROWSERS.get(name.removeprefix("your_"))
            if purpose and isinstance(field, forms.CharField):
                field.widget.attrs["autocomplete"] = purpose
        return fields

    def create_date_field(self, field, options):
        return forms.DateField(widget=_picker("date", "%Y-%m-%d"), **options)

    def create_hidden_field(self, field, options):
        # Nobody could answer it, whatever the editor ticked.
        return super().create_hidden_field(field, {**options, "required": False})

    def create_datetime_field(self, field, options):
        return forms.DateTimeField(widget=_picker("datetime-local", "%Y-%m-%dT%H:%M"), **options)


def _picker(kind: str, form: str) -> forms.DateTimeInput:
    """The browser's own calendar; it reads and writes in this one form."""
    return forms.DateTimeInput(format=form, attrs={"type": kind})
