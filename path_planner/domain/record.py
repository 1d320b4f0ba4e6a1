"""What all parts of a document share: they are frozen, have an id, and lose nothing unknown."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

RecordId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
DocumentId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{6,32}$")]


class Value(BaseModel):
    """A frozen value; fields of a later version are kept as they came."""

    # A validation message would otherwise repeat what the person typed.
    model_config = ConfigDict(frozen=True, extra="allow", hide_input_in_errors=True)


class Record(Value):
    """A part of a document that can be changed by itself."""

    id: RecordId
