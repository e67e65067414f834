"""Looks for a way out of the browser's interpreter, by every door that Python or pyodide might have."""

import asyncio
import importlib
import sys


def by_name():
    from js import fetch

    return fetch


def by_any_name(name):
    return lambda: getattr(importlib.import_module("js"), name)


def by_text():
    from pyodide.code import run_js

    return run_js("fetch('HOUSE/api/reached')")


def by_constructor():
    import js

    return js.constructor.constructor("return fetch('HOUSE/api/reached')")()


def by_pyodide():
    import pyodide_js

    return pyodide_js.runPython.constructor("return fetch('HOUSE/api/reached')")()


def by_package():
    import pyodide_js

    loaded = asyncio.run(later(pyodide_js.loadPackage("HOUSE/api/reached/micropip-1-py3-none-any.whl")))
    assert loaded
    return loaded


async def later(promise):
    return await promise


def by_http():
    from pyodide.http import open_url

    return open_url("HOUSE/api/reached").read()


async def fetched():
    from pyodide.http import pyfetch

    return await (await pyfetch("HOUSE/api/reached")).string()


def by_library():
    from urllib.request import urlopen

    return urlopen("HOUSE/api/reached").read()


def by_socket():
    import socket

    host, port = "HOUSE".removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 2) as line:
        line.sendall(b"GET /api/reached HTTP/1.0\r\n\r\n")
        return line.recv(100)


def by_globals_of_modules():
    for module in list(sys.modules.values()):
        for name in ("fetch", "XMLHttpRequest", "WebSocket", "importScripts"):
            if hasattr(module, name) and module.__name__ != "__main__":
                return module, name
    raise LookupError


NAMES = ("fetch", "XMLHttpRequest", "WebSocket", "importScripts", "indexedDB", "caches", "navigator")
DOORS = [
    by_name,
    *map(by_any_name, NAMES),
    by_text,
    by_constructor,
    by_pyodide,
    by_package,
    by_http,
    lambda: asyncio.run(fetched()),
    by_library,
    by_socket,
    by_globals_of_modules,
]
for number, door in enumerate(DOORS):
    try:
        print(number, "reached", door())
    except BaseException as error:
        print(number, type(error).__name__)
print("nothing else was found")
