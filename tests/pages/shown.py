"""Everything a page shows or reads out, taken from what Streamlit would send to the browser."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

# Names of fields that nobody sees; one that is not known here is read as words for people.
UNSEEN = frozenset(
    {
        *("id", "form_id", "key", "icon", "type", "page", "page_script_hash", "query_string"),
        *("url", "url_path", "script_hash", "format", "mime", "autocomplete", "element_id"),
        *("user_key", "fragment_id", "component_name", "js_content", "css_content", "color"),
        *("language", "name", "stack_trace", "target", "form_submitter_id", "deferred_file_id"),
        *("icon_position", "shortcut", "link", "js_source_path", "css_source_path"),
    }
)
UNSEEN_DATA = frozenset(
    {
        *("place", "shape", "name", "done", "at", "film", "fonts", "svg"),
        *("fields", "buttons", "ids", "revision"),
        *("id", "first", "kind", "value", "short", "stage", "end", "language"),
    }
)
"""What our own components are told beside words: a class, sides, a key, ids, what is shown, and
a drawing, whose words are those of the poster, line by line."""
DRAWS_ALONE = "streamlit_drawable_canvas"
"""A component that shows no words, only what it is given to draw."""
WALL = "path-planner.wall"
WALL_WORDS = frozenset(
    {
        *("title", "words", "question", "prompts", "role", "shares", "text", "about", "trouble"),
        *("why", "originalText"),
    }
)
"""What the wall is told that people read; all else of it is numbers, ids and drawings."""
READ_OUT = frozenset({"alt", "title", "aria-label", "placeholder", "aria-description"})
SILENT = frozenset({"style", "script"})


def everything(at: AppTest) -> list[str]:
    """Return all texts of the page, labels, options, help and closed parts too."""
    return [text for text in _of_nodes(at._tree) if re.search(r"[^\W\d_]", text)]


def _of_nodes(node: Any) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if isinstance(proto, Message):
        yield from _of_message(proto)
    for child in getattr(node, "children", {}).values():
        yield from _of_nodes(child)


def _of_message(message: Message) -> Iterator[str]:
    if DRAWS_ALONE in str(getattr(message, "component_name", "")):
        return
    if getattr(message, "component_name", "") == WALL:
        told = getattr(message, "json", "") or getattr(message, "bytes", b"")
        yield from _of_wall(json.loads(told or "{}"))
        return
    for field, value in message.ListFields():
        if field.name in UNSEEN:
            continue
        values = value if isinstance(value, list) or not isinstance(value, str) else [value]
        if field.type == FieldDescriptor.TYPE_MESSAGE:
            parts = [value] if isinstance(value, Message) else list(_messages(value))
            for part in parts:
                yield from _of_message(part)
        elif field.type == FieldDescriptor.TYPE_STRING:
            for text in values:
                yield from _of_text(field.name, text)


def _messages(value: Any) -> Iterator[Message]:
    values = value.values() if hasattr(value, "values") else value
    return (part for part in values if isinstance(part, Message))


def _of_text(name: str, text: str) -> Iterator[str]:
    if name.startswith("json") or name.endswith("json"):
        yield from _of_json(json.loads(text))
    elif "<" in text and name in {"body", "html_content"}:
        reader = _Reader()
        reader.feed(text)
        yield from reader.texts
    else:
        yield text


def _of_wall(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        for key, part in told.items():
            if key == "shares":
                yield from (words for _, words in part)
            elif key in WALL_WORDS and isinstance(part, str | list | dict):
                yield from _of_json(part)
            else:
                yield from _of_wall(part)
    elif isinstance(told, list):
        for part in told:
            yield from _of_wall(part)


def _of_json(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key == "options":
                yield from (words for _, words in part)
            elif key not in UNSEEN_DATA:
                yield from _of_json(part)
    elif isinstance(value, list):
        for part in value:
            yield from _of_json(part)


class _Reader(HTMLParser):
    """Reads what HTML shows and says."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self.texts += [value for name, value in attrs if value and name in READ_OUT]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)
