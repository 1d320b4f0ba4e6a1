"""Photos are made small and upright, and tell nothing but what they show."""

import struct
import zlib
from base64 import b64decode
from io import BytesIO
from random import Random

import pytest
from PIL import Image, ImageCms, ImageFile, PngImagePlugin

from path_planner.domain.image import MOST_BASE64, Encoding, Picture
from path_planner.errors import NotAPhoto, PhotoTooLarge
from path_planner.services.session.photos import LONGEST, LONGEST_UNDER, picture_from

RED, BLUE, WHITE = (200, 30, 30), (20, 40, 200), (255, 255, 255)
ORIENTATION, MAKER, GPS, WHERE_LATITUDE = 0x0112, 0x010F, 0x8825, 2


def half_red_half_blue(width: int = 400, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Return a picture with a red left and a blue right half."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image.convert(mode)


def file_of(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    """Return the picture as a file."""
    body = BytesIO()
    image.save(body, kind, **how)
    return body.getvalue()


def shown(picture: Picture) -> Image.Image:
    """Return what is kept as dots again, once it is what the picture says it is."""
    image = Image.open(BytesIO(b64decode(picture.base64)))
    assert image.size == (picture.width, picture.height)
    assert Image.MIME[image.format or ""] == picture.encoding
    return image


def is_near(dot: object, colour: tuple[int, int, int], within: int = 12) -> bool:
    """Say whether a dot has a colour, but for what a JPEG loses."""
    assert isinstance(dot, tuple)
    return all(abs(one - other) <= within for one, other in zip(dot, colour, strict=False))


def exif_of_a_phone() -> Image.Exif:
    """Return what a phone writes about a photo that was taken sideways at somebody's home."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKER] = "Nether Quill Cameras"
    exif[GPS] = {1: "N", WHERE_LATITUDE: (54.0, 12.0, 33.0), 29: "2031:05:06"}
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_each_usual_kind_of_picture_is_kept_as_a_photo(kind: str) -> None:
    picture = picture_from(file_of(half_red_half_blue(), kind))
    image = shown(picture)
    assert (picture.encoding, image.size) == (Encoding.JPEG, (400, 200))
    assert is_near(image.getpixel((50, 100)), RED)
    assert is_near(image.getpixel((350, 100)), BLUE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_about_place_time_or_camera_is_kept(kind: str) -> None:
    secret = b"12 Lantern Row"
    image = half_red_half_blue()
    how: dict[str, object] = {"exif": exif_of_a_phone().tobytes(), "xmp": b"<x>" + secret + b"</x>"}
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Comment", secret.decode())
        how = {"exif": exif_of_a_phone().tobytes(), "pnginfo": told}
    if kind == "JPEG":
        how["comment"] = secret
    file = file_of(image, kind, **how)
    assert secret in file
    assert b"Nether Quill" in file
    picture = picture_from(file)
    kept = b64decode(picture.base64)
    for trace in (secret, b"Nether Quill", b"2031:05", b"Exif", b"GPS", b"xmp", b"ICC"):
        assert trace not in kept
    image = shown(picture)
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_picture_inside_the_picture_is_not_kept() -> None:
    small = file_of(Image.new("RGB", (60, 40), RED))
    file = file_of(half_red_half_blue())
    inside = b"\xff\xe2" + struct.pack(">H", len(small) + 2) + small
    picture = picture_from(file[:2] + inside + file[2:])
    assert b64decode(picture.base64).count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_taken_sideways_stands_upright(kind: str) -> None:
    picture = picture_from(file_of(half_red_half_blue(), kind, exif=exif_of_a_phone().tobytes()))
    image = shown(picture)
    assert image.size == (200, 400)
    assert is_near(image.getpixel((100, 50)), RED)
    assert is_near(image.getpixel((100, 350)), BLUE)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
@pytest.mark.parametrize(
    "exif", [b"Exif\0\0" + b"\xff" * 40, b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0"]
)
def test_what_a_file_says_of_itself_may_be_nonsense(exif: bytes) -> None:
    assert shown(picture_from(file_of(half_red_half_blue(), exif=exif))).size == (400, 200)


def test_a_large_photo_is_made_small_and_a_paper_path_less_so() -> None:
    file = file_of(half_red_half_blue(5000, 2500))
    assert shown(picture_from(file)).size == (LONGEST, LONGEST // 2)
    assert shown(picture_from(file, longest=LONGEST_UNDER)).size == (3000, 1500)


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (9000, 2)])
def test_tiny_and_thin_pictures_are_kept(size: tuple[int, int]) -> None:
    picture = picture_from(file_of(Image.new("RGB", size, RED), "PNG"))
    assert 1 <= min(picture.width, picture.height) <= max(picture.width, picture.height) <= LONGEST
    assert is_near(shown(picture).getpixel((0, 0)), RED)


def test_a_drawing_that_shines_through_stays_so() -> None:
    drawing = Image.new("RGBA", (80, 60), (0, 0, 0, 0))
    drawing.paste((*RED, 255), (20, 20, 60, 40))
    picture = picture_from(file_of(drawing, "PNG"))
    assert picture.encoding == Encoding.PNG
    assert shown(picture).getpixel((0, 0)) == (0, 0, 0, 0)
    assert shown(picture).getpixel((40, 30)) == (*RED, 255)


def test_a_drawing_that_could_shine_through_and_does_not_becomes_a_photo() -> None:
    picture = picture_from(file_of(half_red_half_blue(mode="RGBA"), "PNG"))
    assert picture.encoding == Encoding.JPEG


def test_the_first_picture_of_a_film_is_kept() -> None:
    first, second = Image.new("RGB", (40, 40), RED), Image.new("RGB", (40, 40), BLUE)
    for kind in ("GIF", "WEBP", "PNG"):
        file = file_of(first, kind, save_all=True, append_images=[second] * 3)
        assert is_near(shown(picture_from(file)).getpixel((20, 20)), RED), kind


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "YCbCr"])
def test_every_kind_of_dots_is_understood(mode: str) -> None:
    kind = "JPEG" if mode in {"CMYK", "YCbCr"} else "PNG"
    image = shown(picture_from(file_of(half_red_half_blue(mode=mode), kind)))
    dots = [image.convert("RGB").getpixel((across, 100)) for across in (50, 350)]
    if mode in {"1", "L", "LA"}:
        grey = [half_red_half_blue(mode="L").getpixel((across, 100)) for across in (50, 350)]
        within = 12 if mode != "1" else 256
        assert all(is_near(d, (g, g, g), within) for d, g in zip(dots, grey, strict=True))
    else:
        assert is_near(dots[0], RED, 16)
        assert is_near(dots[1], BLUE, 16)


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    row = b"".join(struct.pack("<H", place * 20_000) * 30 for place in range(3))
    deep = Image.frombytes("I;16", (90, 30), row * 30)
    image = shown(picture_from(file_of(deep, "PNG"))).convert("L")
    found = [image.getpixel((place * 30 + 15, 15)) for place in range(3)]
    for shade, meant in zip(found, (0, 78, 156), strict=True):
        assert abs(shade - meant) < 6


def test_colours_of_another_profile_are_turned_into_the_usual_ones() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = shown(picture_from(file_of(half_red_half_blue(), icc_profile=lab)))
    assert is_near(image.getpixel((50, 100)), RED)
    broken = shown(picture_from(file_of(half_red_half_blue(), icc_profile=b"nonsense" * 50)))
    assert is_near(broken.getpixel((50, 100)), RED)


def test_the_most_restless_picture_fits_the_plan() -> None:
    dots = Random(3).randbytes(1600 * 1600 * 4)  # noqa: S311 - noise
    noise = Image.frombytes("RGBA", (1600, 1600), dots)
    picture = picture_from(file_of(noise, "PNG"))
    assert len(picture.base64) <= MOST_BASE64
    shown(picture)


def test_the_same_file_is_the_same_picture_and_another_is_another() -> None:
    one, other = file_of(half_red_half_blue()), file_of(half_red_half_blue(402))
    assert picture_from(one) == picture_from(one)
    assert picture_from(one).id != picture_from(other).id
    assert len(picture_from(one).id) == 40


JPEG = file_of(half_red_half_blue())
PNG = file_of(half_red_half_blue(), "PNG")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"not a picture",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n" + b"<svg/>" * 20,
        b"\xff\xd8\xff\xe0" + bytes(40),
        JPEG[: len(JPEG) // 2],
        PNG[: len(PNG) // 2],
        file_of(half_red_half_blue(), "WEBP")[:100],
        file_of(half_red_half_blue(), "GIF")[:60],
        file_of(half_red_half_blue(), "TIFF"),
        b"\0\0\0\x18ftypheic" + bytes(200),
    ],
    ids=range(14),
)
def test_what_is_no_whole_picture_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(NotAPhoto, match="is not a picture"):
        picture_from(data)


def test_damage_anywhere_is_refused_or_harmless() -> None:
    random = Random(7)  # noqa: S311 - damage
    for file in (
        JPEG,
        PNG,
        file_of(half_red_half_blue(), "WEBP"),
        file_of(half_red_half_blue(), "GIF"),
    ):
        for _ in range(60):
            damaged = bytearray(file)
            for _ in range(random.randint(1, 12)):
                damaged[random.randrange(len(damaged))] = random.randrange(256)
            try:
                shown(picture_from(bytes(damaged)))
            except (NotAPhoto, PhotoTooLarge):
                continue


def a_bomb(width: int, height: int) -> bytes:
    """Return a small PNG that claims to be enormous."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    dots = chunk(b"IDAT", zlib.compress(bytes(1_000_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + dots + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "size", [(5001, 5000), (7990, 8000), (8001, 8001), (11_000, 11_000), (60_000, 60_000)]
)
def test_a_picture_that_would_burst_the_memory_is_refused(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile.ImageFile, "load", pytest.fail)
    with pytest.raises(PhotoTooLarge, match=r"(25|64) megapixels"):
        picture_from(a_bomb(*size))


def test_a_photo_of_fifty_megapixels_from_a_telephone_comes_in() -> None:
    photo = picture_from(file_of(Image.new("L", (8160, 6120), "grey")))
    assert (photo.width, photo.height) == (2000, 1500)


def test_a_photo_that_would_stay_too_large_at_half_its_size_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    thin = file_of(Image.new("L", (60_100, 600), "grey"))
    monkeypatch.setattr(ImageFile.ImageFile, "load", pytest.fail)
    with pytest.raises(PhotoTooLarge, match="36 megapixels"):
        picture_from(thin)
