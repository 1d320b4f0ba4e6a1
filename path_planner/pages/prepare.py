"""Prepare: who comes, what helps each, what was agreed, and a sheet to get ready with."""

from path_planner.ui.agreement_list import agreement_list
from path_planner.ui.consent_form import consent_form
from path_planner.ui.frame import open_page
from path_planner.ui.getting_ready_part import getting_ready_part
from path_planner.ui.parts import heading, onward, told
from path_planner.ui.people_list import people_list
from path_planner.ui.the_day import the_day
from path_planner.words import say

room = open_page("prepare")
told(say("Getting ready well is half of a good PATH. Nothing here is a must."), "lead")
heading(say("The people"), 2)
people_list(room)
heading(say("The day"), 2)
the_day(room.session)
heading(say("What we agree on in the room"), 2)
agreement_list(room)
heading(say("Consent"), 2)
consent_form(room.session)
heading(say("A sheet to get ready with"), 2)
getting_ready_part(room.session)
onward("walk", say("Ready: begin to walk"))
