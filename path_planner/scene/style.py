"""The font sizes of the poster and of the wall.

`*_FONT_SIZE(S)` are in units of the scene, which is 3,200 wide (`template.WIDTH`): one unit is
0.263 mm (0.745 points) on A1 and 0.093 mm (0.263 points) on A4, both landscape. They are limits:
text is set at the largest size at which it fits, and never above its limit.
`*_FONT_SCALE` are in ems: multiples of the font size of the card they belong to.
`*_FONT_SIZE_POINTS` are in points of the printed page.
"""

from typing import NamedTuple


class HeadingFontSizes(NamedTuple):
    """The font sizes between which a heading is fitted into its box."""

    largest: float
    smallest: float


class CardFontSizes(NamedTuple):
    """The largest font size of cards in a column of the arrow, and in the star or circle."""

    column: float
    round: float


# Headings
TITLE_FONT_SIZES = HeadingFontSizes(largest=150.0, smallest=8.0)
SUBTITLE_FONT_SIZES = HeadingFontSizes(largest=46.0, smallest=4.0)
"""Whose PATH it is, the day and the place, below the title."""
SECTION_TITLE_FONT_SIZES = HeadingFontSizes(largest=34.0, smallest=6.0)
"""The titles of the people, of the agreement and of the closing."""
COLUMN_TITLE_FONT_SIZES = HeadingFontSizes(largest=56.0, smallest=6.0)
ROUND_TITLE_FONT_SIZES = HeadingFontSizes(largest=78.0, smallest=6.0)
"""The titles of the stages in the star and in the circle."""
SHARED_COLUMN_TITLE_MIN_FONT_SIZE = 36.0
"""All columns share the size of the smallest title, but one long title takes them no lower."""
QUESTION_FONT_SIZES = HeadingFontSizes(largest=25.0, smallest=4.0)
"""The question below the title of a stage."""
CREDIT_FONT_SIZES = HeadingFontSizes(largest=23.4, smallest=4.0)
"""The footer, which names whom the method comes from: six points on A4."""

# Cards
CARD_FONT_SIZES = CardFontSizes(column=54.0, round=66.0)
"""Cards of a poster that is laid out as a whole."""
WALL_CARD_FONT_SIZES = CardFontSizes(column=32.0, round=34.0)
"""Cards on the wall: the first voice is no larger, so that others find room beside it."""
MIN_FONT_SIZE = 13.5
"""The least for a card that is put beside others: its detail line is then 2.5 mm tall on A1."""
MIN_EMS_ACROSS_COLUMN = 7.5
"""Cards of a column are never so large that fewer ems than this stand side by side."""
PERSON_FONT_SIZE = 44.0
AGREEMENT_FONT_SIZE = 42.0
CLOSING_FONT_SIZE = 34.0

# Parts of a card, in ems of the card
DETAIL_FONT_SCALE = 0.72
"""The line below the words: who spoke, by when, how it stands."""
ENROLLED_NAME_FONT_SCALE = 1.12
STEP_NAME_FONT_SCALE = 0.9
"""The name of who takes a step."""
SIGN_FONT_SCALE = 1.0
"""The height of the drawn sign before the words."""
BADGE_FONT_SCALE = 0.86
"""The height of the round badges on the upper edge of a card of the wall."""

# The community's poster
COMMUNITY_MIN_FONT_SIZE_POINTS = 7.0
"""The least for words that people typed, however small the paper is."""
