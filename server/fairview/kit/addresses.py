"""E-mail addresses."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from fairview.kit.errors import Invalid


def is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def check_address(address: str, field: str = "email") -> str:
    """The address itself, or `Invalid` for the field of the input that holds it."""
    if not is_address(address):
        raise Invalid(field=field)
    return address
