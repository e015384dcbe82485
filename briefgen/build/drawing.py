"""How a worker, which may start no process, has a chart drawn: it asks its parent, in plain bytes."""

from __future__ import annotations

import json
from collections.abc import Callable

from briefgen.figures import vega_engine


def asked(ask: Callable[[bytes], bytes], order: str) -> str:
    """Return the SVG that the parent, who is *asked*, has made of an order. Raises EngineError with its reason."""
    reply = json.loads(ask(order.encode()))
    if "svg" in reply:
        return str(reply["svg"])
    raise vega_engine.EngineError(reply["code"], reply["message"])


def reply(question: bytes) -> bytes:
    """Return the parent's reply to the order in a *question*: a drawing, or why there is none."""
    try:
        return json.dumps({"svg": vega_engine.drawn(question.decode("utf-8", "replace"))}).encode()
    except vega_engine.EngineError as error:
        return json.dumps({"code": error.code, "message": error.message}).encode()
