"""Waiting until a server that was just started answers."""

import http.client
import json
import time
from collections.abc import Callable

from workstation.cli.sorry import Sorry

PATH = "/v1/health"


def answers(host: str, port: int) -> bool:
    """Whether a server of ours says that it is well."""
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", PATH)
        answer = connection.getresponse()
        return answer.status == 200 and isinstance(json.loads(answer.read()), dict)
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        connection.close()


def wait(host: str, port: int, *, ended: Callable[[], bool], seconds: float = 60.0) -> None:
    """Until the server answers; `Sorry` when it has ended instead, or takes longer than that."""
    until = time.monotonic() + seconds
    while not answers(host, port):
        if ended():
            raise Sorry("the server ended before it answered")
        if time.monotonic() > until:
            raise Sorry(f"the server did not answer within {seconds:.0f} seconds")
        time.sleep(0.05)
