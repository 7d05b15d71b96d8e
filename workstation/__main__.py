"""`python -m workstation`: the same front door as the installed command."""

import sys

from workstation.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
