"""Drives a headless Chromium by its own protocol (CDP) over two pipes: clicks, types, looks. Needs no library.

https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

# Generous: two cores may be shared with others.
_PATIENCE = 90.0
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--remote-debugging-pipe",
)

_START = """
import os, sys
for end, name in zip((3, 4), sys.argv[1:3]):
    os.dup2(int(name), end)
os.execv(sys.argv[3], sys.argv[3:])
"""

Found = dict[str, Any]


class Chromium:
    """A browser with one page. What its console says, and what its scripts throw, is in ``console``."""

    def __init__(self, path: str, profile: Path) -> None:
        read_orders, self._orders = os.pipe()
        self._answers, write_answers = os.pipe()
        # The browser reads from descriptor 3 and writes to 4; before it starts they must be others.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (read_orders, write_answers)]
        for end in (read_orders, write_answers):
            os.close(end)
        start = [sys.executable, "-c", _START, *map(str, ends), path]
        self._process = subprocess.Popen(
            [*start, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=ends,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in ends:
            os.close(end)
        self._buffer = b""
        self._count = 0
        self._session = ""
        self._events: list[Found] = []
        self.console: list[str] = []
        pages = self.send("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in pages if target["type"] == "page")
        self._session = self.send("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.reads("zh-CN")

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)
        os.close(self._orders)
        os.close(self._answers)

    def send(self, method: str, **parameters: Any) -> Found:
        """Give an order and wait for its answer."""
        self._count += 1
        order: Found = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            order["sessionId"] = self._session
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        answer = self._wait(lambda message: bool(message.get("id") == order["id"]))
        assert "error" not in answer, (method, answer)
        result: Found = answer["result"]
        return result

    def reads(self, language: str) -> None:
        """The language that the browser asks for."""
        self.send("Network.setExtraHTTPHeaders", headers={"Accept-Language": language})

    def looks(self, width: int, height: int = 900, *, dark: bool = False) -> None:
        """The size of the window in CSS pixels, and the colours that its user likes."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])

    def open(self, address: str) -> None:
        """Go to an address and wait until it has loaded."""
        self._arrive(lambda: self.send("Page.navigate", url=address))

    def click(self, selector: str) -> None:
        """Click on the middle of the first such element with the mouse, and wait for the page that it leads to."""
        x, y = self.middle(selector)
        self._arrive(lambda: self._press(x, y))

    def tap(self, selector: str) -> None:
        """Click on an element that leads to no other page."""
        self._press(*self.middle(selector))

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.send("Input.insertText", text=text)

    def press(self, key: str, code: int) -> None:
        """Press a key that leads to no other page."""
        text = {"Enter": "\r"}.get(key, "")
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key, text=text, windowsVirtualKeyCode=code)

    def enter(self) -> None:
        """Press Enter and wait for the page that it leads to."""
        self._arrive(lambda: self.press("Enter", 13))

    def look(self, script: str) -> Any:
        """The value of an expression in the page."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def middle(self, selector: str) -> tuple[float, float]:
        """Where to click on the first such element: it is scrolled into view; nothing may lie over it."""
        found = self.look(f"""(() => {{
            const element = document.querySelector({json.dumps(selector)});
            if (!element) return null;
            element.scrollIntoView({{block: "center"}});
            const box = element.getClientRects()[0];
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            const top = document.elementFromPoint(x, y);
            return {{x, y, hit: element.contains(top) || top.contains(element)}};
        }})()""")
        assert found is not None, f"nothing on the page is {selector}"
        assert found["hit"], f"something lies over {selector}"
        return found["x"], found["y"]

    @property
    def address(self) -> str:
        """Where the page is."""
        return str(self.look("location.href"))

    @property
    def html(self) -> str:
        """The page as it stands."""
        return str(self.look("document.documentElement.outerHTML"))

    def screenshot(self, path: Path, *, whole: bool = True) -> None:
        """A picture of the whole page, or of what the window shows."""
        data = self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def _press(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def _arrive(self, leave: Callable[[], object]) -> None:
        self._events.clear()
        leave()
        if not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._wait(lambda message: message.get("method") == "Page.loadEventFired")

    def _wait(self, wanted: Callable[[Found], bool]) -> Found:
        until = time.monotonic() + _PATIENCE
        while True:
            while b"\0" in self._buffer:
                text, _, self._buffer = self._buffer.partition(b"\0")
                message: Found = json.loads(text)
                if "method" in message:
                    self._notice(message)
                if wanted(message):
                    return message
            ready, _, _ = select.select([self._answers], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            data = os.read(self._answers, 1 << 16)
            assert data, "the browser has ended"
            self._buffer += data

    def _notice(self, event: Found) -> None:
        self._events.append(event)
        if event["method"] in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            self.console.append(json.dumps(event["params"], ensure_ascii=False)[:500])
        elif event["method"] == "Page.javascriptDialogOpening":
            self.console.append("a dialog opened")
