"""What the documents link and show is there, and small enough to read on the road."""

from e2e.house import ROOT
from e2e.pictures import PICTURES, anchors, documents, links, shown

MOST_BYTES = 200_000


def test_the_pictures_of_all_documents_are_there() -> None:
    taken = {picture.stem: picture.stat().st_size for picture in PICTURES.glob("*.webp")}
    assert taken.keys() == shown()
    assert [name for name, size in taken.items() if size > MOST_BYTES] == []


def test_the_links_of_all_documents_lead_somewhere() -> None:
    lost = []
    for document in documents():
        for link in links(document):
            path, _, anchor = link.partition("#")
            target = (document.parent / path).resolve() if path else document
            if not target.exists() or (anchor and anchor not in anchors(target)):
                lost.append(f"{document.relative_to(ROOT)}: {link}")
    assert lost == []
