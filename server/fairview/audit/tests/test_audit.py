import json
from uuid import UUID

import pytest
from click.testing import CliRunner
from django.db import DatabaseError, connection, transaction

from fairview.audit.actions import DEPLOYMENT
from fairview.audit.commands import audit
from fairview.audit.contracts import ChainProblem
from fairview.audit.engine import line_hash
from fairview.audit.errors import AuditIsAppendOnly
from fairview.audit.models import AuditChain, AuditEntry
from fairview.audit.public import SYSTEM, Actor, record, verify
from fairview.kit.ids import new_id

pytestmark = pytest.mark.django_db

LINDEN = UUID("01936a00-0000-7000-8000-000000000001")
ADA = Actor("staff", new_id(), LINDEN, "admin", "Ada")


def write_three() -> None:
    for number in range(3):
        record(ADA, "tests.thing_done", "thing", new_id(), number=number, kind="smörgåsbord")


def tamper(sql: str) -> None:
    """What someone with the database file could do."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER IF EXISTS audit_entry_is_final")
        cursor.execute(sql)


def test_entries_of_an_organisation_form_one_chain() -> None:
    write_three()
    first, second, third = AuditEntry.objects.order_by("number")
    assert (second.previous, third.previous) == (first.hash, second.hash)
    assert verify(LINDEN).ok
    assert verify(LINDEN).entries == 3


def test_organisations_do_not_share_a_chain() -> None:
    write_three()
    record(SYSTEM, "tests.thing_done", "thing", "1")
    assert AuditEntry.objects.get(organisation_id=DEPLOYMENT).number == 1


def test_an_entry_and_its_act_are_undone_together() -> None:
    write_three()
    with pytest.raises(ValueError), transaction.atomic():
        record(ADA, "tests.thing_done", "thing", "1")
        raise ValueError
    assert AuditEntry.objects.count() == 3
    assert verify(LINDEN).ok


def test_our_own_code_cannot_change_or_delete_an_entry() -> None:
    write_three()
    entry = AuditEntry.objects.latest("number")
    for forbidden in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(action="else"),
    ):
        with pytest.raises(AuditIsAppendOnly):
            forbidden()


def test_the_database_refuses_a_change() -> None:
    write_three()
    with pytest.raises(DatabaseError, match="never changed"), connection.cursor() as cursor:
        cursor.execute("UPDATE audit_auditentry SET action = 'else'")


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("UPDATE audit_auditentry SET role = 'owner' WHERE number = 2", ChainProblem(2, "entry_changed")),
        ("DELETE FROM audit_auditentry WHERE number = 2", ChainProblem(2, "entry_missing")),
        ("DELETE FROM audit_auditentry WHERE number = 3", ChainProblem(3, "end_missing")),
        ("DELETE FROM audit_auditchain", ChainProblem(4, "end_missing")),
    ],
)
def test_a_change_behind_our_back_is_found(sql: str, problem: ChainProblem) -> None:
    write_three()
    tamper(sql)
    assert verify(LINDEN).problems == (problem,)


def test_a_rewritten_entry_breaks_the_link_to_the_next() -> None:
    write_three()
    entry = AuditEntry.objects.get(number=2)
    entry.role = "owner"
    tamper(
        f"UPDATE audit_auditentry SET role = 'owner', hash = '{line_hash(entry.as_line())}' WHERE number = 2"
    )
    assert verify(LINDEN).problems == (ChainProblem(3, "link_broken"),)


def test_the_command_says_what_is_wrong_and_fails() -> None:
    write_three()
    assert CliRunner().invoke(audit, ["verify"]).exit_code == 0
    AuditChain.objects.update(length=5)
    result = CliRunner().invoke(audit, ["verify", "--json"])
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "ok": False,
        "organisations": [
            {
                "organisation": str(LINDEN),
                "entries": 3,
                "problems": [{"number": 4, "code": "end_missing"}],
            }
        ],
    }
