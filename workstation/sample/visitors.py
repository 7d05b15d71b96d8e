"""The browsers of the sample's customers who are chatting: who they are to the chat, and the token
that each keeps. It is a sample: whoever knows its rules knows the tokens, as with its passwords."""

from workstation.sample.rows import ref


def visitor_id(key: str) -> str:
    """What the chat calls a visitor: their address there, and their thread."""
    return ref(f"visitor:{key}")


def token_of(visitor: str) -> str:
    """What their browser shows to go on with the conversation."""
    return f"sample-{ref(f'token:{visitor}')}"
