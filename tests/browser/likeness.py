"""How alike two pictures are to the eye: structural similarity (Wang et al., 2004)."""

import io
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.float64]

_SIZE, _SIGMA = 11, 1.5
_FIRST, _SECOND = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_LUMINANCE = (0.299, 0.587, 0.114)


FINER = 3
"""A page is drawn so many times finer first: a viewer makes no line thinner than a dot."""


def grey_of(png: bytes, width: int) -> Grey:
    """Return how light each dot of a picture is, so many dots wide; it may be drawn finer."""
    image = Image.open(io.BytesIO(png))
    return _grey(image.reduce(image.width // width))


def grey_of_page(pdf: bytes, width: int) -> Grey:
    """Return how light each dot of the first page is, so many dots wide, as paper would show it."""
    document = pdfium.PdfDocument(pdf)
    try:
        page = document[0]
        # A hair less, or a page is stretched to the next whole dot.
        fine = page.render(scale=(FINER * width - 0.001) / page.get_width()).to_pil()
        return _grey(fine.reduce(FINER))
    finally:
        document.close()


def likeness(one: Grey, other: Grey) -> float:
    """Return 1 for the same picture, and less the more they differ in structure."""
    mean_one, mean_other = _blurred(one), _blurred(other)
    both = mean_one * mean_other
    varies_one = _blurred(one * one) - mean_one**2
    varies_other = _blurred(other * other) - mean_other**2
    together = _blurred(one * other) - both
    above = (2 * both + _FIRST) * (2 * together + _SECOND)
    below = (mean_one**2 + mean_other**2 + _FIRST) * (varies_one + varies_other + _SECOND)
    return float(np.mean(above / below))


def same_size(one: Grey, other: Grey) -> tuple[Grey, Grey]:
    """Return both without the last row or column that only one of them has."""
    height, width = (min(sizes) for sizes in zip(one.shape, other.shape, strict=True))
    return one[:height, :width], other[:height, :width]


def _grey(image: Any) -> Grey:
    dots = np.asarray(image.convert("RGB"), dtype=np.float64)
    weighed: Grey = dots @ np.array(_LUMINANCE)
    return weighed


def _blurred(grey: Grey) -> Grey:
    """Return the picture seen through a window of 11 × 11 dots, weighed as a bell."""
    away = np.arange(_SIZE) - _SIZE // 2
    bell = np.exp(-(away**2) / (2 * _SIGMA**2))
    bell /= bell.sum()
    across = sum(
        weight * grey[:, at : grey.shape[1] - _SIZE + 1 + at] for at, weight in enumerate(bell)
    )
    down: Any = sum(
        weight * across[at : grey.shape[0] - _SIZE + 1 + at, :] for at, weight in enumerate(bell)
    )
    seen: Grey = down
    return seen
