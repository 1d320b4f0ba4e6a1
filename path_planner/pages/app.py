"""The Streamlit app: registers the pages, and applies the style sheets."""

import streamlit as st

from path_planner.i18n import _
from path_planner.resources import package_file
from path_planner.ui import navigation, page_frame
from path_planner.ui.components.autosave import finish_saving
from path_planner.ui.components.messages import show_error
from path_planner.ui.components.typing_watch import typing_watch
from path_planner.ui.context import checkpoint_left_document, use_language
from path_planner.ui.erased import tell_browser
from path_planner.ui.preload import FIRST_PAGE, PRELOAD
from path_planner.ui.screens.access import NOBODY, pin_address, show_ended, window_access
from path_planner.ui.stores import all_stores

access = window_access()
if access.screen:
    pin_address(access.screen)
use_language()
st.set_page_config(
    page_title=_("Path Planner"), page_icon=str(package_file("ui/icon.svg")), layout="wide"
)
if access == NOBODY:
    show_ended()
    st.stop()
pages = [
    st.Page(page.file, title=_(page.title), icon=page.icon, url_path=page.name, default=not number)
    for number, page in enumerate(navigation.pages_to_open())
]
here = st.navigation(pages, position="hidden")
name = here.url_path or navigation.pages_to_open()[0].name
page_frame.apply_css(name)
finish_saving()
if navigation.is_page_to_show(name):
    if name != FIRST_PAGE:
        PRELOAD.wait()
    checkpoint_left_document(name)
    try:
        here.run()
        typing_watch()
    except Exception as error:  # noqa: BLE001  (the one place where a page's failure is told)
        show_error(error)
    navigation.finish()
    PRELOAD.first_page_is_shown()
    if access.is_owner:
        tell_browser(*all_stores())
