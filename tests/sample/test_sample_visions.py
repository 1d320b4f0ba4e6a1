"""Sample visions are whole, of every size, the same every time, and hold nothing kept back."""

import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from path_planner.analysis.counts import count_all
from path_planner.analysis.publishable import WITHHELD_COLLECTIONS
from path_planner.analysis.queries import single_voices, unassigned_voices, voices_by_theme
from path_planner.analysis.tally import latest_round, tally
from path_planner.cli import main
from path_planner.domain.vision.plan import Progress, ResponsibleParty
from path_planner.domain.vision.sources import MAY_TRAVEL, StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Method
from path_planner.domain.voice import Share
from path_planner.sample.fixtures import vision_story
from path_planner.sample.vision_content import session_voices
from path_planner.sample.visions import sample_vision
from path_planner.stamps import has
from path_planner.storage.serializer import read, write
from path_planner.storage.vision_type import VISIONS

DIGEST = """
from hashlib import sha256
from path_planner.sample.visions import sample_vision
from path_planner.storage.serializer import write
print(sha256(write(sample_vision(8, seed=7))).hexdigest())
"""


@pytest.fixture(scope="module")
def vision() -> Vision:
    """Make a vision of twelve PATHs."""
    return sample_vision(12)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_bytes_in_any_process() -> None:
    here = sha256(write(sample_vision(8, seed=7))).hexdigest()
    for hash_seed in ("1", "2"):
        there = subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={"PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Auckland"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == here
    assert sha256(write(sample_vision(8, seed=8))).hexdigest() != here


@pytest.mark.parametrize("paths", [0, 1, 6, 40])
def test_it_draws_on_so_many_paths_and_can_be_read_again(paths: int) -> None:
    made = sample_vision(paths)
    count = count_all(made)
    assert (count.paths, count.conversations) == (paths, 3)
    assert read(write(made), VISIONS) == made


def test_every_part_of_a_vision_is_there(vision: Vision) -> None:
    empty = [name for name in vision.kind.collections if not getattr(vision, name)]
    assert empty == [*WITHHELD_COLLECTIONS]
    assert all(getattr(vision.limits, name) for name in type(vision.limits).model_fields)
    assert 8 <= len(vision.themes) <= 12
    assert all(theme.statement and has(theme.picture) for theme in vision.themes.values())
    assert all(voices for voices in voices_by_theme(vision).values())
    assert {one.doer for one in vision.actions.values()} == set(ResponsibleParty)
    assert {one.progress for one in vision.replies.values()} == set(Progress)
    assert {one.confirms for one in vision.answers.values()} == {True, False}
    assert len({one.printed for one in vision.steering.values()}) == 2
    for told in vision.disagreements.values():
        assert told.one.voices
        assert told.other.voices


def test_ballots_are_of_every_standing_with_proxies_and_tokens() -> None:
    vision = sample_vision(60)
    held = latest_round(vision)
    assert held is not None
    assert held.method is Method.DOTS
    counted = tally(vision, held.id)
    assert set(counted.voters) == set(StakeholderGroup)
    assert counted.proxies
    assert any(result.not_lost for result in counted.results)


def test_all_share_levels_are_said_and_only_three_of_them_travel(vision: Vision) -> None:
    story = vision_story()
    sessions = [session_voices(number, story, 1) for number in range(12)]
    said = Counter(v.share for told in sessions for v in told.session.voices.values())
    assert set(said) == set(Share)
    assert {one.share for one in vision.voices.values()} == set(MAY_TRAVEL)
    for told in sessions:
        for voice in told.session.voices.values():
            if voice.share not in MAY_TRAVEL:
                originals = {one.original for one in vision.voices.values()}
                assert voice.id not in originals


def test_few_voices_wait_on_the_pile_and_some_stand_alone(vision: Vision) -> None:
    assert 0 < len(unassigned_voices(vision)) < len(vision.voices) / 4
    assert len(single_voices(vision)) > 1


def test_no_blank_is_left_open_and_every_pointer_leads_somewhere(vision: Vision) -> None:
    assert b"|" not in write(vision)
    assert not [one.text for one in vision.voices.values() if set("{}|") & set(one.text)]
    for placing in vision.placings.values():
        assert placing.voice in vision.voices
        assert placing.theme in vision.themes
    for one in (*vision.actions.values(), *vision.outcomes.values()):
        assert set(one.priorities) <= vision.priorities.keys()
    members = vision.steering.keys()
    assert all(set(theme.agreed_by) <= members for theme in vision.themes.values())


def test_the_command_writes_one(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert main(["sample", folder, "--vision", "2"]) == 0
    (written,) = tmp_path.iterdir()
    assert written.name.endswith(".vision.json")
    assert count_all(read(written.read_bytes(), VISIONS)).paths == 2
