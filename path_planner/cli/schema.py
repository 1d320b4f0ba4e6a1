"""`path-planner schema`: print the JSON schema of the files."""

import json

from path_planner.cli.command import command, option
from path_planner.cli.console import print_line
from path_planner.i18n import N_


@command("schema", help=N_("Print the JSON Schema of a PATH file or a vision file."))
@option("--vision", is_flag=True, help=N_("for a vision file instead of a PATH file"))
def schema(*, vision: bool) -> None:
    """Print the JSON schema."""
    from path_planner.storage.schema import schema as json_schema
    from path_planner.storage.session_type import SESSIONS
    from path_planner.storage.vision_type import VISIONS

    print_line(json.dumps(json_schema(VISIONS if vision else SESSIONS), indent=2))
