"""The letter's words on how the candidate's device observed."""

from fairview.proctoring.contracts import ChallengeAnswer
from fairview.reports.findings.sections import ReportCalibration, ReportLiveness, ReportWatch, ReportWatching
from fairview.reports.letter.figures import decimal, percent
from fairview.reports.letter.sentences import Sentences, clock


def watch_of(watch: ReportWatch | None, say: Sentences) -> list[tuple[str, list[str]]]:
    """What each line is about, and what there is to say of it. Nothing where nothing is known."""
    if watch is None:
        return []
    told = [
        *((f"watch_{part.part}", [_stretch(one, say) for one in part.stretches]) for part in watch.parts),
        ("calibration", [_calibration(watch.calibration, say)] if watch.calibration else []),
        ("camera", [say.say("reports:camera_virtual", label=label) for label in watch.virtual_cameras]),
        ("liveness", [line for one in watch.liveness for line in _liveness(one, say)]),
        ("blinks", _eyelids(watch, say)),
        ("noise", _noise(watch, say)),
    ]
    return [(say.say(f"reports:{name}"), lines) for name, lines in told if lines]


def _stretch(one: ReportWatching, say: Sentences) -> str:
    until = clock(one.ended_ms)
    when = say.say("reports:watch_from_until", until=until, **{"from": clock(one.started_ms)})
    if one.state == "watching":
        return f"{when}: {say.say('reports:watch_watching', rate=_tenths(one.rate_mhz, say))}"
    return f"{when}: {say.say(f'reports:watch_{one.state}', reason=say.say(f'reports:why_{one.reason}'))}"


def _calibration(made: ReportCalibration, say: Sentences) -> str:
    return say.say(
        f"reports:calibration_{made.method}",
        checked=made.checked,
        error_px=made.error_px,
        error=_tenths(made.error_mdeg, say),
        radius_px=made.radius_px,
        radius=_tenths(made.radius_mdeg, say),
    )


def _liveness(checked: ReportLiveness, say: Sentences) -> list[str]:
    if checked.outcome == "not_made":
        return [say.say("reports:liveness_not_made")]
    return [_answer(one, say) for one in checked.answers]


def _answer(answer: ChallengeAnswer, say: Sentences) -> str:
    key = "liveness_seen" if answer.answered else "liveness_not_seen"
    asked = say.say(f"reports:liveness_{answer.asked}")
    return say.say(f"reports:{key}", asked=asked, seconds=_tenths(answer.took_ms, say))


def _eyelids(watch: ReportWatch, say: Sentences) -> list[str]:
    if watch.eyelids is None:
        return []
    shut = percent(watch.eyelids.shut_pm, say.locale)
    return [say.say("reports:blinks_told", blinks=watch.eyelids.blinks_per_minute, share=shut)]


def _noise(watch: ReportWatch, say: Sentences) -> list[str]:
    if watch.noise is None:
        return []
    return [say.say("reports:noise_told", least=watch.noise.least_db, most=watch.noise.most_db)]


def _tenths(thousandths: int, say: Sentences) -> str:
    return decimal((thousandths + 50) // 100, say.locale)
