"""Whatever changes who is in a pool, or what is known of them, moves its version."""

from collections.abc import Callable

import pytest
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.candidates.models import Candidate, Pool, Removal
from fairview.candidates.shredders import erase_candidate
from fairview.candidates.tests.files import bring_in, check, members, new_pool, undo, upload, write

FILE = "Name,E-mail,Mark\nCai,cai@example.org,7\nDov,dov@example.org,8\n"


class Acts:
    """On a pool with Cai and Dov."""

    def __init__(self, browser: Browser, people: People) -> None:
        self.browser, self.people = browser, people
        self.pool = new_pool(browser)
        self.run = bring_in(browser, self.pool, FILE)
        self.cai = Candidate.objects.get(name="Cai")
        self.member = members(browser, self.pool)[0]["id"]
        self.remove(name="Dov")
        self.removal = Removal.objects.get()

    def remove(self, name: str = "Cai") -> None:
        ids = [one["id"] for one in members(self.browser, self.pool) if one["name"] == name]
        self.browser.post(f"/api/pools/{self.pool}/removals", {"selection": {"mode": "some", "ids": ids}})

    def put_back(self) -> None:
        self.browser.post(f"/api/pools/{self.pool}/removals/{self.removal.id}/undo")

    def add(self) -> None:
        noor = self.browser.post("/api/candidates", {"name": "N", "email": "n@example.org", "zone": "UTC"})
        self.browser.post(f"/api/pools/{self.pool}/members", {"candidate_ids": [noor.json()["id"]]})

    def set_value(self) -> None:
        self.browser.patch(f"/api/pools/{self.pool}/members/{self.member}", {"values": {"Mark": "9"}})

    def rename(self) -> None:
        self.browser.patch(f"/api/candidates/{self.cai.id}", {"name": "Caius"})

    def delete(self) -> None:
        self.browser.delete(f"/api/candidates/{self.cai.id}")

    def erase(self) -> None:
        erase_candidate(actor_of(self.people.ada), self.cai)

    def bring_in_more(self) -> None:
        bring_in(self.browser, self.pool, "Name,E-mail\nEda,eda@example.org\n")

    def rename_by_another_file(self) -> None:
        """Into another pool, about someone of this one."""
        run = upload(self.browser, new_pool(self.browser, "Other"), "Name,E-mail\nCaius,cai@example.org\n")
        check(self.browser, run)
        write(self.browser, run)

    def take_file_back(self) -> None:
        undo(self.browser, self.run)


@pytest.mark.parametrize(
    "act",
    [
        Acts.remove,
        Acts.put_back,
        Acts.add,
        Acts.set_value,
        Acts.rename,
        Acts.delete,
        Acts.erase,
        Acts.bring_in_more,
        Acts.rename_by_another_file,
        Acts.take_file_back,
    ],
    ids=lambda act: act.__name__,
)
def test_every_act_moves_the_version(act: Callable[[Acts], None], as_ada: Browser, people: People) -> None:
    acts = Acts(as_ada, people)

    def state() -> tuple[int, object]:
        shown = [(one["name"], one["values"]) for one in members(as_ada, acts.pool)]
        return Pool.objects.get(id=acts.pool).version, shown

    before, shown = state()
    act(acts)
    after, now = state()
    assert now != shown, "the act did something"
    assert after > before


def test_what_only_the_pool_is_called_does_not(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    as_ada.patch(f"/api/pools/{pool}", {"name": "Winter", "archived": True})
    assert Pool.objects.get().version == 0
