"""The web process: Starlette outermost (it owns the lifespan), Django inside."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import django
from django.conf import settings
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairview.config.settings")
django.setup(set_prefix=False)

from starlette.applications import Starlette  # noqa: E402
from starlette.routing import Route  # noqa: E402
from starlette.types import ASGIApp  # noqa: E402

from fairview.coding.http import WaitForRun  # noqa: E402
from fairview.config.body_limit import BodyLimit  # noqa: E402
from fairview.config.live import entries, live_plane, live_routes, queue  # noqa: E402
from fairview.config.pages import SecurityHeaders, page_routes  # noqa: E402
from fairview.config.short_way import ShortWay  # noqa: E402
from fairview.proctoring.public import warn_of_unfit_detectors  # noqa: E402

desk = BodyLimit(cast(ASGIApp, get_asgi_application()))
lease = WaitForRun(desk, queue)


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncIterator[None]:
    warn_of_unfit_detectors(settings.DETECTORS)
    async with live_plane():
        yield


pages = Starlette(
    lifespan=lifespan,
    routes=[
        Route("/api/runner/lease", lease),
        Route("/api/{path:path}", desk),
        Route("/_allauth/{path:path}", desk),
        *live_routes,
        *page_routes,
    ],
)
app = SecurityHeaders(ShortWay(pages, entries))
