"""A process of its own that asks the keyring for a profile's key: `python -m ... PROFILE`.

Loading the keyring takes as long as loading Qt, and two threads of one Python load nothing at the
same time. The key goes through a pipe to the desk that started this, and nowhere else.
"""

import sys
from pathlib import Path


def main() -> int:
    """Write the key, 32 bytes, to standard output; 1 when there is no keyring."""
    from workstation.replica.errors import BadLuck
    from workstation.replica.keys import load_or_create_key

    try:
        key = load_or_create_key(Path(sys.argv[1]), None)
    except BadLuck:
        return 1
    sys.stdout.buffer.write(key)
    return 0


if __name__ == "__main__":
    sys.exit(main())
