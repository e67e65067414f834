import pytest
from fairview.config.mail import mail_settings
from pytest_django.fixtures import Settings

from tests.world import World, build_world


@pytest.fixture
def world(db: None, settings: Settings) -> World:
    settings.MAIL = mail_settings("smtp://localhost")
    return build_world()
