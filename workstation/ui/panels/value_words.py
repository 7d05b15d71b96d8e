"""Names and values of specifications as people read them."""

from workstation.ui.transcript.harmless import harmless_line


def label_of(name: object) -> str:
    """ "screen_size" is "Screen size"."""
    label = harmless_line(str(name)).replace("_", " ")
    return label[:1].upper() + label[1:]


def value_of(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    if isinstance(value, bool):
        return "✓" if value else "–"
    return str(value)
