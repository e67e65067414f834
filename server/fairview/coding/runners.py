"""Which runners are there, as the desk knows them."""

from datetime import timedelta

from django.db.models import QuerySet

from fairview.coding.contracts import RUNNER_SEEN_WITHIN_S
from fairview.coding.errors import LanguageNotOffered, NoRunner
from fairview.coding.events import RunnerSeen
from fairview.coding.models import Runner
from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from runner.protocol import Capabilities, Language

SEEN_WITHIN = timedelta(seconds=RUNNER_SEEN_WITHIN_S)
NOTED_EVERY = timedelta(seconds=2)
FORGOTTEN_AFTER = timedelta(minutes=10)
"""Every process has a name of its own, so that those of dead ones would pile up."""


def note_runner(capabilities: Capabilities) -> None:
    """Remember what a runner says of itself; often, so it is written only now and then."""
    known = {
        "languages": " ".join(capabilities.languages),
        "missing": " ".join(capabilities.missing),
        "slots": capabilities.slots,
    }
    now = utc_now()
    same = Runner.objects.filter(name=capabilities.runner, **known)
    if not same.filter(seen_at__gt=now - NOTED_EVERY).exists():
        _, is_new = Runner.objects.update_or_create(
            name=capabilities.runner, defaults={**known, "seen_at": now}
        )
        if is_new:
            Runner.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()
    publish(RunnerSeen(capabilities.missing))


def runner_lives(name: str) -> None:
    """A word on a run that goes on is a sign of life too."""
    now = utc_now()
    stale = Runner.objects.filter(name=name, missing="", seen_at__lte=now - NOTED_EVERY)
    stale.update(seen_at=now)
    publish(RunnerSeen([]))


def able_runners() -> QuerySet[Runner]:
    return Runner.objects.filter(missing="", seen_at__gt=utc_now() - SEEN_WITHIN)


def languages_offered() -> set[str]:
    """What the runners that are there can run, together."""
    known = able_runners().values_list("languages", flat=True)
    return {language for languages in known for language in languages.split()}


def require_runner(language: Language) -> None:
    """Raises `NoRunner` or `LanguageNotOffered`."""
    offered = languages_offered()
    if not offered:
        raise NoRunner
    if language not in offered:
        raise LanguageNotOffered
