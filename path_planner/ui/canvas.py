"""The drawing component and what makes it fit; the only place that knows it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from path_planner.domain.pen import Pen
from path_planner.exchange.fabric_colour import write_colour
from path_planner.resources import package_file
from path_planner.ui import state


def show_canvas(
    key: str,
    pen: Pen,
    drawing: dict[str, Any],
    picture: str | None,
    size: tuple[float, float],
    *,
    on_change: Callable[[], None],
) -> None:
    """Show the drawing component; it begins anew whenever `drawing` is another one."""
    # The only place that imports it: outside a running app this raises.
    from streamlit_drawable_canvas import st_canvas  # noqa: PLC0415

    wide, tall = round(size[0]), round(size[1])
    # Its place is kept free from the start, so that nothing below it moves when it comes.
    st.html(f"<style>.st-key-sketch-pad {{ aspect-ratio: {wide} / {tall}; }}</style>")
    st_canvas(
        stroke_width=round(pen.width),
        stroke_color=write_colour(pen.colour, pen.opacity),
        background_image=picture,
        initial_drawing=drawing,
        width=wide,
        height=tall,
        drawing_mode="freedraw",
        key=key,
        on_change=on_change,
    )


def objects_on(key: str, otherwise: list[Any]) -> list[Any]:
    """Return what is on the canvas, as it told last."""
    told_last = state.held(key) or {}
    drawing = told_last.get("drawing") or {}
    objects = (drawing.get("raw") or {}).get("objects")
    return objects if isinstance(objects, list) else otherwise


def dress_canvas(
    place: str, label: str, size: tuple[float, float], on_idle: Callable[[], None], *, heavy: int
) -> None:
    """Fit the canvas into its place and name it; when it is heavy, tell once nobody draws."""
    dress = st.components.v2.component(
        "sketch_pad_dress",
        js=package_file("ui/sketch_pad.js").read_text("utf-8"),
        isolate_styles=False,
    )
    dress(
        data={
            "place": place,
            "shape": f"{round(size[0])} / {round(size[1])}",
            "label": label,
            "heavy": heavy,
        },
        key=state.key("canvas dress"),
        on_fold_change=on_idle,
    )
