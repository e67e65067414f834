"""Pages, their assets and the models: files of ours, with a strict content security policy."""

import os
import secrets
from collections.abc import Callable
from functools import cache
from mimetypes import guess_type
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fairview.proctoring.public import served_detector

NONCE = "__CSP_NONCE__"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
PACKED = {"br": ".br", "gzip": ".gz"}  # the smallest first


def policy(nonce: str) -> str:
    """What a page may load: only what we serve. `wasm-unsafe-eval` is what running a model takes."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'",
            f"style-src 'self' 'nonce-{nonce}'",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            f"connect-src 'self' {' '.join(websocket_origins())}",
            "worker-src 'self'",
            "frame-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def websocket_origins() -> list[str]:
    """Browsers differ on whether 'self' covers WebSockets, so they are named."""
    return [origin.replace("http", "ws", 1) for origin in settings.ORIGINS]


def enclosure_policy(nonce: str) -> str:
    """For programs that run in a browser: no origin, and so no cookie and no storage, and nothing that could
    be asked for, of us or of others. `blob:` is what the page hands in (docs/decisions/0019)."""
    return "; ".join(
        [
            "sandbox allow-scripts",
            "default-src 'none'",
            f"script-src 'nonce-{nonce}' blob: 'wasm-unsafe-eval'",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        ]
    )


@cache
def page_template(file: Path, _changed_ns: int) -> str:
    return file.read_text(encoding="utf-8")


async def page(request: Request) -> Response:
    """Every address of the product is one page; the router in the browser does the rest. An invitation
    has one of its own, which needs less."""
    is_invitation = request.url.path.startswith("/i/")
    if request.url.path.rsplit("/", 1)[-1].count(".") and not is_invitation:
        raise HTTPException(404)
    response = answered("invitation.html" if is_invitation else "index.html", policy)
    if settings.CSRF_COOKIE_NAME not in request.cookies:
        give_csrf_cookie(response)
    return response


def give_csrf_cookie(response: Response) -> None:
    """With the page, so that its first writing request need not ask for it before."""
    asked = HttpRequest()
    get_token(asked)
    response.set_cookie(
        settings.CSRF_COOKIE_NAME,
        asked.META["CSRF_COOKIE"],
        max_age=settings.CSRF_COOKIE_AGE,
        secure=settings.CSRF_COOKIE_SECURE,
        samesite="lax",
    )


async def enclosure(_request: Request) -> Response:
    return answered("enclosure.html", enclosure_policy)


def answered(name: str, policy_with: Callable[[str], str]) -> Response:
    file = Path(settings.WEB_DIST) / name
    if not file.exists():
        return Response("The pages are not built yet: run `make setup`.", 503, media_type="text/plain")
    nonce = secrets.token_urlsafe(16)
    html = page_template(file, file.stat().st_mtime_ns).replace(NONCE, nonce)
    headers = {"Content-Security-Policy": policy_with(nonce), "Cache-Control": "no-store"}
    return HTMLResponse(html, headers=headers)


async def favicon(_request: Request) -> Response:
    return FileResponse(Path(settings.WEB_DIST) / "mark.svg", headers={"Cache-Control": ASK_AGAIN})


class CachedFiles(StaticFiles):
    """Static files with one caching rule, compressed ahead where the build has done so."""

    def __init__(self, directory: Path, cache_control: str) -> None:
        super().__init__(directory=directory, check_dir=False)
        self.cache_control = cache_control

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        for encoding, ending in PACKED.items():
            packed = Path(f"{full_path}{ending}")
            if encoding not in Headers(scope=scope).get("accept-encoding", "") or not packed.exists():
                continue
            response = super().file_response(packed, packed.stat(), scope, status_code)
            response.headers["Content-Type"] = guess_type(full_path)[0] or "application/octet-stream"
            response.headers["Content-Encoding"] = encoding
            break
        else:
            response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = self.cache_control
        response.headers["Vary"] = "Accept-Encoding"
        return response


class DetectorFiles(CachedFiles):
    """The object detector in use, whoever's it is, always at the same addresses."""

    def __init__(self) -> None:
        super().__init__(settings.MODELS, ASK_AGAIN)

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        file = served_detector(settings.DETECTORS, settings.MODELS).get(path)
        return (str(file), file.stat()) if file and file.is_file() else ("", None)


class SecurityHeaders:
    """Headers that every answer carries."""

    headers = [
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(self), microphone=(self), display-capture=(self), geolocation=()"),
    ]
    https = (b"strict-transport-security", b"max-age=31536000")

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.own = [*self.headers, self.https] if settings.IS_HTTPS else self.headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                names = {name.lower() for name, _ in given}
                message["headers"] = given + [header for header in self.own if header[0] not in names]
            await send(message)

        await self.app(scope, receive, send_with_headers)


page_routes = [
    Mount("/assets", CachedFiles(Path(settings.WEB_DIST) / "assets", FOR_EVER)),
    Mount("/models/objects", DetectorFiles()),
    Mount("/models", CachedFiles(Path(settings.MODELS), ASK_AGAIN)),
    Route("/favicon.ico", favicon),
    Route("/mark.svg", favicon),
    Route("/enclosure.html", enclosure),
    Route("/{path:path}", page),
]
