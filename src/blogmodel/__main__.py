"""Run the shell: ``python -m blogmodel``. Nothing imports this module."""

import sys

from blogmodel.cli import main

sys.exit(main())
