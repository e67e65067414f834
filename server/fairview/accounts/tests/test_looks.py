from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.people import Browser
from tests.pictures import picture

from fairview.accounts.models import Logo
from fairview.accounts.pictures import Picture, drawn_anew
from fairview.audit.models import AuditEntry

pytestmark = pytest.mark.django_db

KINDS: list[tuple[str, dict[str, Any]]] = [
    ("PNG", {}),
    ("JPEG", {}),
    ("JPEG", {"progressive": True}),
    ("WEBP", {}),
    ("WEBP", {"lossless": True}),
]


def put(browser: Browser, content: bytes) -> Any:
    return browser.put("/api/look/logo", content, content_type="application/octet-stream")


def choose(browser: Browser, accent: str | None) -> Any:
    return browser.put("/api/look", {"accent": accent}, content_type="application/json")


def look(browser: Browser) -> Any:
    return browser.get("/api/me").json()["organisation"]["look"]


def test_a_colour_is_chosen_for_everybody_in_the_organisation(as_ada: Browser, as_ines: Browser) -> None:
    assert look(as_ines) == {"accent": None, "logo": None}
    assert choose(as_ada, "#20A487").json()["accent"] == "#20a487"
    assert look(as_ines)["accent"] == "#20a487"
    choose(as_ada, None)
    assert look(as_ines)["accent"] is None


@pytest.mark.parametrize("accent", ["teal", "#20a48", "20a487", "#20a487;", "url(//elsewhere.example)"])
def test_what_is_no_colour_is_refused(as_ada: Browser, accent: str) -> None:
    assert choose(as_ada, accent).status_code == 422


@pytest.mark.parametrize(("kind", "how"), KINDS)
def test_a_logo_is_shown_to_whoever_has_a_link_to_it(as_ada: Browser, kind: str, how: dict[str, Any]) -> None:
    logo = put(as_ada, picture(kind, **how)).json()["logo"]
    assert (logo["width"], logo["height"]) == (96, 32)
    answer = Browser().get(f"/api/logos/{logo['id']}")
    assert Image.open(BytesIO(answer.content)).size == (96, 32)
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_another_logo_has_another_address_and_the_old_one_leads_nowhere(as_ada: Browser) -> None:
    first = put(as_ada, picture("PNG")).json()["logo"]["id"]
    second = put(as_ada, picture("PNG")).json()["logo"]["id"]
    assert first != second
    assert Browser().get(f"/api/logos/{first}").status_code == 404
    assert as_ada.delete("/api/look/logo").status_code == 204
    assert as_ada.delete("/api/look/logo").status_code == 204
    assert not Logo.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a" + bytes(40),
        b"\x89PNG\r\n\x1a\n",
        picture("PNG", (8, 8)),
        picture("PNG", (9000, 20)),
        picture("PNG", (6000, 6000)),
    ],
)
def test_what_is_no_logo_is_refused(as_ada: Browser, content: bytes) -> None:
    answer = put(as_ada, content)
    assert (answer.status_code, answer.json()["code"]) == (422, "logo_unreadable")


def test_a_logo_that_is_too_large_is_refused(as_ada: Browser) -> None:
    answer = put(as_ada, picture("PNG") + bytes(4 << 20))
    assert (answer.status_code, answer.json()["code"]) == (413, "logo_too_large")


def test_changes_of_the_look_are_in_the_audit(as_ada: Browser) -> None:
    choose(as_ada, "#20a487")
    put(as_ada, picture("PNG"))
    as_ada.delete("/api/look/logo")
    actions = AuditEntry.objects.order_by("number").values_list("action", flat=True)
    assert list(actions)[-3:] == ["accounts.accent_chosen", "accounts.logo_put", "accounts.logo_removed"]


def test_other_organisations_keep_their_look(as_ada: Browser, as_zoe: Browser) -> None:
    choose(as_ada, "#20a487")
    put(as_ada, picture("PNG"))
    assert look(as_zoe) == {"accent": None, "logo": None}
    as_zoe.delete("/api/look/logo")
    assert look(as_ada)["logo"]


@given(
    st.binary(max_size=64), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBPVP8X", b"\xff\xd8\xff"])
)
def test_reading_a_picture_never_fails(content: bytes, head: bytes) -> None:
    found = drawn_anew(head + content)
    assert found is None or isinstance(found, Picture)


@given(st.data(), st.sampled_from(KINDS))
def test_half_a_picture_is_no_picture(data: st.DataObject, kind: tuple[str, dict[str, Any]]) -> None:
    whole = picture(kind[0], **kind[1])
    assert drawn_anew(whole[: data.draw(st.integers(0, len(whole) // 2))]) is None


def test_a_logo_is_kept_as_large_as_it_may_be_shown_and_without_notes() -> None:
    notes = Image.Exif()
    notes[0x0112] = 6  # turned by a quarter
    notes[0x010F] = "Somebody's camera"
    kept = drawn_anew(picture("JPEG", (500, 2000), exif=notes))
    assert kept is not None
    assert (kept.width, kept.height) == (640, 160)
    shown = Image.open(BytesIO(kept.content))
    assert (shown.size, dict(shown.getexif()), shown.info) == ((640, 160), {}, {})
