"""Run the shell: ``python -m blogmodel``."""

import sys

from blogmodel.cli import main

if __name__ == "__main__":
    sys.exit(main())
