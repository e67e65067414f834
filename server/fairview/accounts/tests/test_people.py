import pytest
from tests.people import Browser, People, newcomer

from fairview.accounts.contracts import NewPerson, Role
from fairview.accounts.errors import EmailTaken, PasswordTooWeak
from fairview.accounts.models import User
from fairview.accounts.public import actor_of, create_member, require
from fairview.audit.public import SYSTEM, verify
from fairview.kit.errors import Forbidden, Invalid
from fairview.kit.zones import UnknownZone


def test_me_says_who_i_am_and_what_i_may_do(people: People, as_ines: Browser) -> None:
    me = as_ines.get("/api/me").json()
    others_may = me.pop("others_may")
    assert others_may["tokens.manage"] == ["owner", "admin"]
    assert others_may["candidates.read"] == ["owner", "admin", "recruiter", "auditor"]
    assert not others_may.keys() & set(me["may"])
    assert me == {
        "id": str(people.ines.id),
        "name": "Ines",
        "email": "ines@example.org",
        "role": "interviewer",
        "organisation": {
            "id": str(people.organisation.id),
            "name": "Linden",
            "zone": "Europe/Berlin",
            "locale": "en",
            "look": {"accent": None, "logo": None},
        },
        "zone": "Europe/Berlin",
        "locale": None,
        "may": ["interviews.read", "reports.read", "rooms.lead"],
    }


def test_who_is_refused_is_told_who_may(as_rhea: Browser) -> None:
    answer = as_rhea.get("/api/tokens")
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert answer.json()["params"] == {"roles": "owner admin"}


def test_i_change_my_name_and_zone(as_ines: Browser) -> None:
    changed = as_ines.patch("/api/me", {"zone": "Asia/Kathmandu", "name": "  Inês "}).json()
    assert (changed["zone"], changed["name"]) == ("Asia/Kathmandu", "Inês")


def test_i_choose_my_language_and_an_admin_the_organisations(as_ines: Browser, as_ada: Browser) -> None:
    assert as_ines.patch("/api/me", {"locale": "ar"}).json()["locale"] == "ar"
    assert as_ada.patch("/api/organisation", {"locale": "de"}).json()["organisation"]["locale"] == "de"
    assert (as_ada.get("/api/me").json()["locale"], as_ines.get("/api/me").json()["locale"]) == (None, "ar")


def test_a_place_that_is_no_zone_is_refused(as_ines: Browser) -> None:
    answer = as_ines.patch("/api/me", {"zone": "Berlin"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json()["code"], answer.json()["field"]) == ("unknown_zone", "zone")
    assert as_ines.get("/api/me").json()["zone"] == "Europe/Berlin"


def test_people_are_those_here_who_may_interview(as_ada: Browser) -> None:
    names = [person["name"] for person in as_ada.get("/api/people").json()]
    assert names == ["Ada", "Ines", "Olu", "Omar"]


def test_accounts_are_made_by_those_who_manage_people(people: People) -> None:
    new = newcomer("Pia")
    with pytest.raises(Forbidden):
        create_member(actor_of(people.rhea), new, Role.ADMIN)
    pia = create_member(actor_of(people.ada), new, Role.INTERVIEWER)
    assert pia.membership.organisation == people.organisation
    assert verify(people.organisation.id).ok


@pytest.mark.parametrize(
    ("person", "error"),
    [
        (NewPerson("Pia", "ADA@example.org", "quiet-otter-7-lanterns", "UTC"), EmailTaken),
        (NewPerson("Pia", "pia at example", "quiet-otter-7-lanterns", "UTC"), Invalid),
        (NewPerson("Pia", "pia@example.org", "password", "UTC"), PasswordTooWeak),
        (NewPerson("Pia", "pia@example.org", "quiet-otter-7-lanterns", "Moon/Crater"), UnknownZone),
    ],
)
def test_a_bad_account_is_refused_before_anything_is_written(
    people: People, person: NewPerson, error: type[Exception]
) -> None:
    before = User.objects.count()
    with pytest.raises(error):
        create_member(actor_of(people.ada), person, Role.INTERVIEWER)
    assert User.objects.count() == before


def test_colleagues_are_visible_and_others_are_not(people: People) -> None:
    seen = set(User.objects.all().visible_to(actor_of(people.zoe)))
    assert seen == {people.zoe}
    assert not User.objects.all().visible_to(SYSTEM)


def test_require_lets_only_the_named_roles_pass(people: People) -> None:
    require(actor_of(people.ada), "owner", "admin")
    with pytest.raises(Forbidden):
        require(actor_of(people.rhea), "owner", "admin")
    with pytest.raises(Forbidden):
        require(SYSTEM, "system")
