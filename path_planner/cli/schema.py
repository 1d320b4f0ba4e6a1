"""`path-planner schema`: print the JSON schema of the files."""

import json
from typing import TYPE_CHECKING, Any

import click

from path_planner.cli.command import command, option
from path_planner.cli.console import print_line
from path_planner.i18n import N_, _

if TYPE_CHECKING:
    from path_planner.storage.document_type import DocumentType


@command("schema", help=N_("Print the JSON Schema of the files of PATHs, visions or days."))
@option("--vision", is_flag=True, help=N_("for a vision file instead of a PATH file"))
@option("--event", is_flag=True, help=N_("for the file of a day together instead of a PATH file"))
def schema(*, vision: bool, event: bool) -> None:
    """Print the JSON schema."""
    from path_planner.storage.document_type import schema as json_schema
    from path_planner.storage.event_type import EVENTS
    from path_planner.storage.session_type import SESSIONS
    from path_planner.storage.vision_type import VISIONS

    if vision and event:
        raise click.UsageError(_("Use either --vision or --event."), click.get_current_context())
    document_type: DocumentType[Any, Any] = VISIONS if vision else EVENTS if event else SESSIONS
    print_line(json.dumps(json_schema(document_type), indent=2))
