"""A page with every kind of part that our pages use, for looking at it through the guard."""

import streamlit as st

from path_planner.ui.components.downloads import Offer, download_button

st.set_page_config(page_title="Probe", layout="wide")
if st.query_params.get("fail"):
    raise ValueError(st.query_params["fail"])

st.html("<style>.probe { color: rgb(31, 92, 139) }</style><p class='probe'>styled</p>")
st.text(st.text_input("Name"))
st.selectbox("Choose", ["one", "two"])
st.file_uploader("Bring")
st.date_input("Day")
st.toggle("Calm")
st.segmented_control("Size", ["A4", "A0"])
st.markdown(":material/home: home")
st.image("data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
words = Offer(file_name="plan-1a2b.txt", mime="text/plain", content=lambda: b"words of a person")
download_button("Take away", words, "take away")
st.download_button("Streamlit’s own", b"words of a person", on_click="ignore")


@st.dialog("A question")
def ask() -> None:
    """Open a dialog."""
    st.text("inside the dialog")


if st.button("Ask me"):
    ask()


@st.fragment(run_every=1)
def clock() -> None:
    """Run again by itself."""
    st.session_state["ticks"] = st.session_state.get("ticks", 0) + 1
    st.text("ticking" if st.session_state["ticks"] > 1 else "waiting")


clock()

from streamlit_drawable_canvas import st_canvas  # noqa: E402  (outside a running app it raises)

drawn = st_canvas(height=200, width=400, key="pad", drawing_mode="freedraw")
st.text(f"strokes: {len(drawn.json_data['objects']) if drawn.json_data else 0}")
