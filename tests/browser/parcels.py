"""What people drop or paste onto a page: files and words, as events of a browser."""

import base64
from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Locator

ARRIVES = """
(target, { how, files, text, at }) => {
  const data = new DataTransfer();
  for (const { name, type, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    data.items.add(new File([bytes], name, { type }));
  }
  if (text) data.setData("text/plain", text);
  const box = target.getBoundingClientRect();
  const place = { clientX: box.x + box.width * at[0], clientY: box.y + box.height * at[1] };
  const common = { bubbles: true, cancelable: true };
  if (how === "paste") {
    return target.dispatchEvent(new ClipboardEvent("paste", { ...common, clipboardData: data }));
  }
  target.dispatchEvent(new DragEvent("dragover", { ...common, ...place, dataTransfer: data }));
  return target.dispatchEvent(new DragEvent("drop", { ...common, ...place, dataTransfer: data }));
}
"""


@dataclass(frozen=True)
class Parcel:
    """A file that arrives."""

    name: str
    type: str
    content: bytes


def a_picture(encoding: str, drawing: bytes = b"") -> bytes:
    """Return a small picture; a PNG may hold a drawing, as Excalidraw exports it."""
    body, more = BytesIO(), {}
    if drawing:
        info = PngInfo()
        info.add_text("application/vnd.excalidraw+json", drawing.decode())
        more = {"pnginfo": info}
    Image.new("RGB", (60, 40), (40, 110, 160)).save(body, encoding, **more)
    return body.getvalue()


def drop(target: Locator, *parcels: Parcel, text: str = "") -> None:
    """Drop files, or words, in the middle of an element."""
    _arrive(target, "drop", parcels, text)


def paste(target: Locator, *parcels: Parcel, text: str = "") -> bool:
    """Paste files or words into an element; say whether nobody kept the browser from it."""
    return _arrive(target, "paste", parcels, text)


def _arrive(target: Locator, how: str, parcels: tuple[Parcel, ...], text: str) -> bool:
    files = [
        {"name": each.name, "type": each.type, "base64": base64.b64encode(each.content).decode()}
        for each in parcels
    ]
    facts = {"how": how, "files": files, "text": text, "at": [0.5, 0.5]}
    return bool(target.evaluate(ARRIVES, facts))
