"""The fields that every element of Excalidraw has, and their default values."""

import re
from collections.abc import Mapping
from typing import Any
from zlib import crc32

import orjson

from path_planner.domain.marks import Photo, WallItem
from path_planner.formats.excalidraw.fractional_index import ABOVE, BENEATH, index_of
from path_planner.scene.foreign_fields import seed_of

LEFT_OUT: Mapping[str, Any] = {
    "fillStyle": "solid",
    "strokeWidth": 2,
    "strokeStyle": "solid",
    "roughness": 1,
    "opacity": 100,
    "angle": 0,
    "strokeColor": "#1e1e1e",
    "backgroundColor": "transparent",
    "groupIds": [],
    "frameId": None,
    "roundness": None,
    "boundElements": [],
    "link": None,
    "locked": False,
    "isDeleted": False,
    "textAlign": "left",
    "verticalAlign": "top",
    "containerId": None,
    "autoResize": True,
    "startBinding": None,
    "endBinding": None,
    "startArrowhead": None,
    "lastCommittedPoint": None,
    "scale": [1, 1],
    "crop": None,
}
"""The values that Excalidraw's `restore` gives to missing fields; such values are not written."""
_NEGATIVE_ZERO = re.compile(rb"-0\.0(?![0-9])")


def with_defaults(mark: WallItem, own: Mapping[str, Any]) -> dict[str, Any]:
    """Return an element with its own fields and those that Excalidraw expects."""
    layer = BENEATH if isinstance(mark, Photo) and mark.under else ABOVE
    return {
        "id": mark.id,
        "angle": mark.turn,
        "backgroundColor": "transparent",
        "fillStyle": "solid",
        "strokeWidth": 2,
        "strokeStyle": "solid",
        "roughness": 0,
        "groupIds": list(mark.groups),
        "frameId": None,
        "index": index_of(mark.order, mark.id, layer=layer),
        "roundness": None,
        "seed": seed_of(mark.id),
        "boundElements": [],
        "locked": False,
        **own,
    }


def completed(element: Mapping[str, Any]) -> dict[str, Any]:
    """Return an element without default values, and with a checksum of its state as its nonce."""
    slim = {
        key: value
        for key, value in element.items()
        if key not in LEFT_OUT or value != LEFT_OUT[key]
    }
    # -0.0 and 0.0 are the same state.
    state = crc32(_NEGATIVE_ZERO.sub(b"0.0", orjson.dumps(slim))) & 0x7FFFFFFF
    return {**slim, "version": 1, "versionNonce": state, "updated": 1}
