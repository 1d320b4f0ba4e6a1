"""What people agreed to, in plain words, and when it will be looked at again."""

from datetime import date

from path_planner.domain.record import RecordId, Value
from path_planner.domain.text import Words


class Consent(Value):
    """The pathfinder's agreement to keep and to share this plan; None is "not asked yet"."""

    keep: bool | None = None
    share: bool | None = None
    photos: bool | None = None
    explained_by: RecordId | None = None
    explained_how: Words = ""
    given_on: date | None = None
    review_on: date | None = None
    delete_on: date | None = None
