"""The stored form of a photo: base64 of a scaled-down JPEG or PNG without metadata."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from path_planner.domain.base import Record

MOST_BASE64 = 6_000_000


def _padded_base64(text: str) -> str:
    if len(text) % 4:
        # pydantic catches it; the decoder of documents raises FileDamaged.
        raise ValueError
    return text


class Encoding(StrEnum):
    """The media type of a picture."""

    JPEG = "image/jpeg"
    PNG = "image/png"


class Picture(Record):
    """The bytes of a photo in base64, and its width and height in pixels."""

    encoding: Encoding = Encoding.JPEG
    width: int = Field(gt=0, le=10_000)
    height: int = Field(gt=0, le=10_000)
    base64: Annotated[
        str,
        StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=MOST_BASE64),
        AfterValidator(_padded_base64),
    ]
