"""What a candidate does: opens a link, continues on one device, agrees, leaves, asks for a new link."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast, get_args

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from fairview.accounts.public import look_of
from fairview.audit.public import Actor, record
from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from fairview.kit.languages import LOCALES, chosen_locale
from fairview.kit.secret import hash_secret, new_secret
from fairview.scheduling.contracts import (
    Agreement,
    CandidateLeft,
    ConsentGiven,
    Device,
    DeviceReplaced,
    Further,
    InterviewForCandidate,
    NeedForCandidate,
    NeedKind,
)
from fairview.scheduling.engine import state_of
from fairview.scheduling.errors import (
    CallNotAgreed,
    ConsentTextUnknown,
    DeviceSessionMissing,
    DeviceSessionReplaced,
    PolicyChanged,
)
from fairview.scheduling.invitations import (
    deliver_invitation,
    find_invitation,
    refuse_closed,
    refuse_too_many,
    usable_invitation,
)
from fairview.scheduling.models import Consent, DeviceSession, Interview
from fairview.scheduling.needs import tell_need

DEVICE_COOKIE = "fairview_device"
FURTHER: tuple[Further, ...] = get_args(Further)
CONSENT_TEXTS = {"en-1", "en-2", *(f"{locale}-3" for locale in LOCALES)}
"""The wordings that a candidate can agree to. The page names the one that it shows, by its language; 2 also
tells of the shared editor, 3 of objects, sound and the point on the screen, which are not watched on older
words."""


@dataclass(frozen=True)
class DeviceVisit:
    """A candidate on the one device that is theirs for this interview."""

    interview: Interview
    device: str

    @property
    def actor(self) -> Actor:
        return candidate_actor(self.interview)


def candidate_actor(interview: Interview) -> Actor:
    candidate = interview.candidate
    return Actor("candidate", candidate.id, interview.organisation_id, "candidate", candidate.name)


def device_session(request: HttpRequest) -> DeviceVisit:
    """The door for candidates. Raises `DeviceSessionMissing`, `DeviceSessionReplaced`, or why the interview
    is closed (`interview_over`, `interview_cancelled`, `invitation_expired`)."""
    device = _known_device(request)
    refuse_closed(device.interview)
    return _visit_of(device)


def past_device_session(request: HttpRequest) -> DeviceVisit:
    """The same door to what stays the candidate's when the interview is over."""
    return _visit_of(_known_device(request))


def _known_device(request: HttpRequest) -> DeviceSession:
    device = _find_device(request.COOKIES.get(DEVICE_COOKIE, ""))
    if device is None or device.ended_reason == "left":
        raise DeviceSessionMissing
    return device


def _visit_of(device: DeviceSession) -> DeviceVisit:
    if device.ended_at is not None:
        raise DeviceSessionReplaced
    return DeviceVisit(device.interview, str(device.id))


def open_invitation(token: str, cookie: str) -> InterviewForCandidate:
    """What the link leads to. Changes nothing: mail scanners open links."""
    interview = usable_invitation(token).interview
    return for_candidate(interview, _which_device(interview, cookie))


@transaction.atomic
def continue_invitation(token: str, cookie: str) -> tuple[Interview, str]:
    """Make this browser the candidate's one device and give it its secret; another one is shut out."""
    invitation = usable_invitation(token)
    interview = Interview.objects.select_for_update().get(id=invitation.interview_id)
    if _which_device(interview, cookie) == "this":
        return interview, cookie
    now = utc_now()
    replaced = _live_devices(interview).update(ended_at=now, ended_reason="replaced")
    secret = new_secret()
    device = DeviceSession.objects.create(interview=interview, secret_hash=hash_secret(secret))
    if invitation.opened_at is None:
        invitation.opened_at = now
        invitation.save(update_fields=["opened_at"])
    record(candidate_actor(interview), "scheduling.device_continued", "interview", interview.id)
    if replaced:
        publish(DeviceReplaced(interview.id, device=str(device.id)))
    return interview, secret


@transaction.atomic
def give_consent(
    visit: DeviceVisit,
    *,
    call: bool,
    observation: bool,
    text_version: str,
    further: Collection[Further] = (),
    policy: str = "",
) -> Agreement:
    """Record what the candidate agrees to, and under which policy. A changed mind is a new record; the old
    one is kept. `policy`: the one that they read; where another holds by now, nothing is agreed to."""
    if not call:
        raise CallNotAgreed(field="call")
    if text_version not in CONSENT_TEXTS:
        raise ConsentTextUnknown(field="text_version")
    interview = Interview.objects.select_for_update().get(id=visit.interview.id)
    noted = [one for one in FURTHER if observation and one in further]
    live = interview.live_consent
    if policy and policy != interview.policy:
        raise PolicyChanged(field="policy")
    given = (observation, noted, text_version, interview.policy)
    if live and (live.observation, live.further, live.text_version, live.policy) == given:
        return agreement(live)
    _withdraw_consent(interview)
    consent = Consent.objects.create(
        interview=interview,
        candidate_id=interview.candidate_id,
        call=call,
        observation=observation,
        further=noted,
        text_version=text_version,
        policy=interview.policy,
    )
    observed = ", ".join(["observed", *noted]) if observation else "not observed"
    record(visit.actor, "scheduling.consent_given", "interview", interview.id, observation=observed)
    publish(ConsentGiven(interview.id, observation))
    return agreement(consent)


@transaction.atomic
def leave(visit: DeviceVisit) -> None:
    """The way out: this device is signed off and the agreement withdrawn. The link opens again any time."""
    interview = visit.interview
    _live_devices(interview).update(ended_at=utc_now(), ended_reason="left")
    _withdraw_consent(interview)
    record(visit.actor, "scheduling.candidate_left", "interview", interview.id)
    publish(CandidateLeft(interview.id))


@transaction.atomic
def resend_link(token: str) -> None:
    """A new link to the address on file, asked for with any link of this interview, even a replaced one."""
    interview = Interview.objects.select_for_update().get(id=find_invitation(token).interview_id)
    refuse_closed(interview)
    refuse_too_many(interview)
    deliver_invitation(candidate_actor(interview), interview, "again")


def tell_need_by_link(token: str, cookie: str, kind: NeedKind, text: str) -> InterviewForCandidate:
    interview = usable_invitation(token).interview
    told = tell_need(candidate_actor(interview), interview.id, kind, text)
    return for_candidate(told, _which_device(told, cookie))


def tell_need_on_visit(visit: DeviceVisit, kind: NeedKind, text: str) -> InterviewForCandidate:
    return for_candidate(tell_need(visit.actor, visit.interview.id, kind, text), "this")


def agreement(consent: Consent) -> Agreement:
    return Agreement(
        consent.call, consent.observation, consent.further, consent.text_version, consent.given_at
    )


def for_candidate(interview: Interview, device: Device) -> InterviewForCandidate:
    """What a candidate may read of the interview. Who waits in the room is told by the room."""
    return InterviewForCandidate(
        organisation=interview.organisation.name,
        look=look_of(interview.organisation),
        title=interview.title,
        starts_at=interview.starts_at,
        zone=interview.zone,
        candidate_zone=interview.candidate.zone,
        locale=chosen_locale(interview.candidate.locale),
        minutes=interview.minutes,
        interviewers=[seat.user.name for seat in interview.panel.select_related("user")],
        candidate_name_initial=interview.candidate.name[:1],
        state=state_of(
            is_cancelled=interview.cancelled_at is not None,
            is_ended=interview.ended_at is not None,
            is_live=interview.started_at is not None,
            candidate_waits=False,
            has_consent=interview.live_consent is not None,
            is_invited=True,
        ),
        device=device,
        needs=[
            NeedForCandidate(cast(NeedKind, one.kind), one.told_at, one.answered_at)
            for one in interview.needs.all()
        ],
    )


def _withdraw_consent(interview: Interview) -> None:
    interview.consents.filter(withdrawn_at=None).update(withdrawn_at=utc_now())


def _live_devices(interview: Interview) -> QuerySet[DeviceSession]:
    return interview.devices.filter(ended_at=None)


def _find_device(cookie: str) -> DeviceSession | None:
    related = ("interview__candidate", "interview__organisation")
    devices = DeviceSession.objects.select_related(*related)
    return devices.filter(secret_hash=hash_secret(cookie)).first()


def _which_device(interview: Interview, cookie: str) -> Device:
    live = _live_devices(interview).first()
    if live is None:
        return "none"
    return "this" if live.secret_hash == hash_secret(cookie) else "other"
