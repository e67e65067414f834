import pytest
from pytest_django.fixtures import Settings
from tests.people import Browser, People

from fairview.coding.tests.steps import Lesson, set_lesson


@pytest.fixture
def planned(
    transactional_db: None, as_rhea: Browser, as_ines: Browser, people: People, settings: Settings
) -> Lesson:
    return set_lesson(as_rhea, as_ines, people, settings.EVIDENCE_DATABASE)
