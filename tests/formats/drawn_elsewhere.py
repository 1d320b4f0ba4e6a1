"""Elements as the editor itself makes and saves them, of every kind it has."""

from typing import Any

BASE: dict[str, Any] = {
    "x": 100.5,
    "y": 200.25,
    "width": 120,
    "height": 80,
    "angle": 0,
    "strokeColor": "#1e1e1e",
    "backgroundColor": "transparent",
    "fillStyle": "solid",
    "strokeWidth": 2,
    "strokeStyle": "solid",
    "roughness": 1,
    "opacity": 100,
    "groupIds": [],
    "frameId": None,
    "roundness": None,
    "seed": 1968410350,
    "version": 141,
    "versionNonce": 361174001,
    "isDeleted": False,
    "boundElements": None,
    "updated": 1732270000000,
    "link": None,
    "locked": False,
    "index": "a1",
}


def element(kind: str, name: str, **more: Any) -> dict[str, Any]:
    """Return an element as it is in a file."""
    points = more.get("points")
    if isinstance(points, list) and points and all(isinstance(each, list) for each in points):
        for side, place in (("width", 0), ("height", 1)):
            row = [each[place] for each in points]
            more[side] = max(row) - min(row)
    return {**BASE, "type": kind, "id": name, **more}


LINE = {"lastCommittedPoint": None, "startBinding": None, "endBinding": None}
TEXT = {
    "fontSize": 28,
    "fontFamily": 5,
    "text": "Hello\nthere",
    "originalText": "Hello there",
    "textAlign": "center",
    "verticalAlign": "middle",
    "containerId": None,
    "autoResize": False,
    "lineHeight": 1.25,
}
CORPUS: tuple[dict[str, Any], ...] = (
    element("rectangle", "box", roundness={"type": 3}, backgroundColor="#a5d8ff"),
    element("rectangle", "hatched", fillStyle="hachure", roughness=2, strokeStyle="dashed"),
    element("rectangle", "holder", boundElements=[{"type": "arrow", "id": "bent"}], opacity=40),
    element("rectangle", "cornered", roundness={"type": 3, "value": 16}, angle=1.234),
    element("ellipse", "round", roundness={"type": 2}, strokeColor="#e03131", strokeWidth=4),
    element("diamond", "square", roundness={"type": 2}, strokeColor="transparent"),
    element("diamond", "clear", backgroundColor="#ffec9980", groupIds=["g1", "g2"]),
    element(
        "line",
        "path",
        points=[[0, 0], [60, -20.5], [120, 59.5]],
        polygon=False,
        startArrowhead=None,
        endArrowhead=None,
        **LINE,
    ),
    element(
        "line",
        "loop",
        points=[[0, 0], [60, 50], [-20, 40], [0, 0]],
        polygon=True,
        startArrowhead=None,
        endArrowhead=None,
        backgroundColor="#b2f2bb",
        **LINE,
    ),
    element(
        "arrow",
        "bent",
        points=[[0, 0], [60, -20.5], [120, 59.5]],
        elbowed=False,
        startArrowhead="dot",
        endArrowhead="triangle",
        roundness={"type": 2},
        **{**LINE, "endBinding": {"elementId": "holder", "focus": 0.2, "gap": 5}},
    ),
    element(
        "arrow",
        "elbow",
        points=[[0, 0], [60, 0], [60, 90]],
        elbowed=True,
        startArrowhead=None,
        endArrowhead="crowfoot_many",
        fixedSegments=[{"start": [0, 0], "end": [60, 0], "index": 1}],
        startIsSpecial=None,
        endIsSpecial=False,
        **{
            **LINE,
            "startBinding": {
                "elementId": "holder",
                "focus": 0,
                "gap": 1,
                "fixedPoint": [0.5001, 1.02],
            },
        },
    ),
    element(
        "arrow",
        "ring",
        points=[[0, 0], [9, 9]],
        startArrowhead="circle_outline",
        endArrowhead=None,
        elbowed=False,
        **LINE,
    ),
    element(
        "freedraw",
        "mouse",
        points=[[0, 0], [3, 4.5], [9.25, 11]],
        pressures=[],
        simulatePressure=True,
        lastCommittedPoint=[9.25, 11],
    ),
    element(
        "freedraw",
        "pen",
        points=[[0, 0], [3, 4.5], [9.25, 11]],
        pressures=[0.1, 0.55, 0.9],
        simulatePressure=False,
        lastCommittedPoint=None,
        strokeWidth=0.5,
        roughness=0,
    ),
    element("text", "words", **TEXT),
    element("text", "held", **{**TEXT, "containerId": "box", "fontFamily": 6, "lineHeight": 1.35}),
    element(
        "text", "linked", **{**TEXT, "link": "https://gardens.example/one", "autoResize": True}
    ),
    element("rectangle", "framed", frameId="frame-1", customData={"theirs": {"deep": [1, 2]}}),
)
PICTURES: tuple[dict[str, Any], ...] = (
    element(
        "image",
        "stamp",
        fileId="stamp-house-1E2430",
        status="saved",
        scale=[1, 1],
        crop=None,
        strokeColor="transparent",
        customData={"stamp": "house", "words": "A home"},
    ),
    element(
        "image",
        "photo",
        fileId="photo-abc",
        status="saved",
        scale=[-1, 1],
        roundness=None,
        strokeColor="transparent",
        crop={
            "x": 10,
            "y": 20,
            "width": 100,
            "height": 90,
            "naturalWidth": 400,
            "naturalHeight": 300,
        },
    ),
)
