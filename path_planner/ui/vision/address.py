"""The address of the vision builder: what a link led to stays, whatever is pressed next."""

from path_planner.ui import state


def stay_here() -> None:
    """Tell the browser where it is: a link that leads within one page leaves its address as it was.

    Without that the next press would be asked from the address before the link, and Back and a
    reload would lead elsewhere.
    """
    state.go(vision=state.vision_id(), step=state.step_name())
