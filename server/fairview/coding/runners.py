"""Which runners are there, as the desk knows them."""

from datetime import timedelta

from fairview.coding.contracts import RUNNER_SEEN_WITHIN_S
from fairview.coding.events import RunnerSeen
from fairview.coding.models import Runner
from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from runner.protocol import Capabilities, Language

SEEN_WITHIN = timedelta(seconds=RUNNER_SEEN_WITHIN_S)
NOTED_EVERY = timedelta(seconds=2)


def note_runner(capabilities: Capabilities) -> None:
    """Remember what a runner says of itself; often, so it is written only now and then."""
    languages, missing = " ".join(capabilities.languages), " ".join(capabilities.missing)
    same = Runner.objects.filter(name=capabilities.runner, languages=languages, missing=missing)
    if not same.filter(seen_at__gt=utc_now() - NOTED_EVERY).exists():
        known = {"languages": languages, "missing": missing, "seen_at": utc_now()}
        Runner.objects.update_or_create(name=capabilities.runner, defaults=known)
    publish(RunnerSeen(capabilities.missing))


def runner_lives(name: str) -> None:
    """A word on a run that goes on is a sign of life too."""
    now = utc_now()
    stale = Runner.objects.filter(name=name, missing="", seen_at__lte=now - NOTED_EVERY)
    stale.update(seen_at=now)
    publish(RunnerSeen([]))


def can_run(language: Language) -> bool:
    able = Runner.objects.filter(missing="", seen_at__gt=utc_now() - SEEN_WITHIN)
    return any(language in known.split() for known in able.values_list("languages", flat=True))
