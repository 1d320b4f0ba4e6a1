"""A photo as it is kept: small enough, and without a trace of where it was taken."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from path_planner.domain.base import Record

MOST_BASE64 = 6_000_000


def _in_fours(letters: str) -> str:
    if len(letters) % 4:
        # Read by pydantic alone; it becomes a FileDamaged at the door.
        raise ValueError
    return letters


class Encoding(StrEnum):
    """How a picture is written."""

    JPEG = "image/jpeg"
    PNG = "image/png"


class Picture(Record):
    """The bytes of a photo in base64, and how many dots it has."""

    encoding: Encoding = Encoding.JPEG
    width: int = Field(gt=0, le=10_000)
    height: int = Field(gt=0, le=10_000)
    base64: Annotated[
        str,
        StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=MOST_BASE64),
        AfterValidator(_in_fours),
    ]
