"""How actions travel: a batch out, a decision on each back."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from workstation.actions.base import Ref

MAX_BATCH = 50


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Envelope(_Strict):
    """One action: `id` makes it count once, `data` is the action's own fields."""

    id: Ref
    kind: Annotated[str, Field(max_length=40)]
    data: dict[str, Any]


class Batch(_Strict):
    actions: Annotated[list[Envelope], Field(min_length=1, max_length=MAX_BATCH)]


class Refusal(_Strict):
    """Why not: the code names a sentence in `refusals.py`, `facts` fills it in, `detail` is that
    sentence in the language the desk asked for."""

    code: str
    facts: dict[str, str] = {}
    detail: str = ""


class Decision(_Strict):
    """What the server decided. `rev` is the revision of the effect: once a desk's cursor has
    passed it, the effect is among its rows."""

    id: str
    outcome: Literal["accepted", "refused"]
    rev: int = 0
    refusal: Refusal | None = None


class Decisions(_Strict):
    decisions: list[Decision]
