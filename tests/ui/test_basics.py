"""People's words stay plain text wherever a part of the page shows them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from path_planner.ui.components.basics import escape_markdown, escaped

PAGE = Path(__file__).parent / "page_that_asks_twice.py"


@given(st.text())
def test_no_sign_that_markdown_acts_on_is_left_bare(text: str) -> None:
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", escape_markdown(text))
    assert not re.search(r"[!-/:-@\[-`{-~]", bare)


@given(st.text())
def test_nothing_but_escapes_and_joiners_is_added(text: str) -> None:
    read = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape_markdown(text)).replace("\u2060", "")
    assert read == " ".join(text.replace("\u2060", "").split())


@pytest.mark.parametrize(
    "text", [":smile:", ":material/star:", ":red[x]", "http://x.test", "www.x.test", "a@x.test"]
)
def test_what_streamlit_would_make_a_picture_or_a_link_of_is_broken_up(text: str) -> None:
    read = escape_markdown(text).replace("\\", "")
    assert text not in read
    assert read.replace("\u2060", "") == text


@given(st.text())
def test_html_gets_no_tag_from_peoples_words(text: str) -> None:
    assert "<" not in escaped(text).replace("<br>", "")


def test_what_is_asked_twice_happens_on_the_second_yes_alone() -> None:
    at = AppTest.from_file(PAGE, default_timeout=30).run()
    assert [button.label for button in at.button] == ["Delete"]
    at.button[0].click().run()
    assert at.text[0].value == "done: False"
    assert "&lt;b&gt;" in at.get("html")[0].proto.body
    at.button[1].click().run()
    assert [button.label for button in at.button] == ["Delete"]
    at.button[0].click().run()
    at.button[0].click().run()
    assert at.text[0].value == "done: True"
