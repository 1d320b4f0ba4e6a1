"""Lets `python -m path_planner` do what `path-planner` does."""

import sys

from path_planner.cli import main

sys.exit(main())
