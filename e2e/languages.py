"""A language that nobody speaks, made of the English while a page loads: accented, a third longer, in
brackets. It comes in place of the German, so that the product as it is built is what is looked at."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

HERE = Path(__file__).parent
WEB = HERE.parent / "web"
LOCALES = WEB / "src" / "locales"
STOOD_IN_FOR = "de"
LEFT_OPEN = re.compile(r"(\{\{[^}]*\}\}|\$t\([^)]*\)|</?\w+/?>|`[^`]*`)")
ACCENTED = str.maketrans("aceginorsuyACEGINORSUY", "àçéĝîñôŕšûýÀÇÉĜÎÑÔŔŠÛÝ")
LONGER = 1 / 3

UNTOLD = (HERE / "untold.js").read_text(encoding="utf-8")
KEEP_ANSWERS = """
    globalThis.answers = []
    const { fetch } = globalThis
    globalThis.fetch = async (...asked) => {
        const answer = await fetch(...asked)
        if (answer.headers.get('content-type')?.includes('json')) answers.push(await answer.clone().text())
        return answer
    }
"""


def words(language: str, namespace: str) -> dict[str, Any]:
    """What the product says, in this language."""
    file = LOCALES / language / f"{namespace}.json"
    return dict(json.loads(file.read_text(encoding="utf-8")))


def stretched(text: str) -> str:
    parts = LEFT_OPEN.split(text)
    said = "".join(part if LEFT_OPEN.fullmatch(part) else part.translate(ACCENTED) for part in parts)
    letters = sum(len(part) for part in parts if not LEFT_OPEN.fullmatch(part))
    return f"[{said}{' ~' * round(letters * LONGER / 2)}]"


def stretch(messages: dict[str, Any]) -> dict[str, Any]:
    return {
        key: stretch(value) if isinstance(value, dict) else stretched(value)
        for key, value in messages.items()
    }


def speak_pseudo(context: BrowserContext) -> None:
    """The browser of somebody whose language is this one."""
    built = json.loads((WEB / "dist" / ".vite" / "manifest.json").read_text(encoding="utf-8"))
    for name, chunk in built.items():
        if name.startswith(f"src/locales/{STOOD_IN_FOR}/"):
            script = f"export default {json.dumps(stretch(words('en', Path(name).stem)))}"
            context.route(f"**/{chunk['file']}", answer_with(script))
    context.add_init_script(KEEP_ANSWERS)
    context.add_init_script(f"localStorage.setItem('fairview.language', '{STOOD_IN_FOR}')")


def answer_with(script: str) -> Any:
    def answer(route: Route) -> None:
        route.fulfill(body=script, content_type="text/javascript")

    return answer


def hard_coded(page: Page) -> list[str]:
    return [f"“{text}” is not of the catalogue" for text in page.evaluate(UNTOLD)]
