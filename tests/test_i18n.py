"""The catalogue: English is whole, a language is one file, people's words stay as they are."""

import re
from datetime import UTC, date, datetime
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from hatch_build import compile_catalogues
from path_planner import i18n
from path_planner.resources import asset, package_file
from path_planner.stamps import gather

POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: pl\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Dream"
msgstr "Marzenie"

msgid "{count} voice"
msgid_plural "{count} voices"
msgstr[0] "{count} głos"
msgstr[1] "{count} głosy"
msgstr[2] "{count} głosów"
"""


@pytest.fixture(autouse=True)
def _english_afterwards() -> object:
    yield
    i18n.set_language(i18n.ENGLISH)


@pytest.fixture
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make Polish spoken, from a catalogue of two messages."""
    (tmp_path / "pl.po").write_text(POLISH.lstrip(), encoding="utf-8")
    compile_catalogues(tmp_path, tmp_path / "locales")
    monkeypatch.setattr(i18n, "package_file", tmp_path.joinpath)
    i18n.set_language("pl")


def extracted() -> set[str]:
    """Return the ids of all messages that the code names."""
    found = extract_from_dir(
        package_file("."),
        method_map=[("**.py", "python")],
        keywords={"_": None, "N_": None, "ngettext": (1, 2), "plural_forms": (1, 2)},
    )
    ids = set()
    for _file, _line, message, _comments, _context in found:
        ids.add(message if isinstance(message, str) else message[0])
    with asset("stamps.json").open("rb") as chosen:
        ids |= {message for _line, _name, message, _comments in gather(chosen, (), (), options={})}
    return ids


def template() -> Catalog:
    """Return the template that translators start from."""
    with asset("locales/path_planner.pot").open("rb") as source:
        return read_po(source)


def test_english_says_the_message_with_its_blanks_filled() -> None:
    assert i18n._("Hello {name}", name="{Robin}") == "Hello {Robin}"
    assert i18n.ngettext("{count} voice", "{count} voices", 1) == "1 voice"
    assert i18n.ngettext("{count} voice", "{count} voices", 2) == "2 voices"


@pytest.mark.usefixtures("polish")
@pytest.mark.parametrize(("count", "said"), [(1, "1 głos"), (3, "3 głosy"), (12, "12 głosów")])
def test_another_language_follows_its_own_plurals(count: int, said: str) -> None:
    assert i18n.ngettext("{count} voice", "{count} voices", count) == said


def test_english_has_two_kinds_of_numbers() -> None:
    said = i18n.plural_forms("{count} voice", "{count} voices")
    assert said == {"one": "{count} voice", "other": "{count} voices"}


@pytest.mark.parametrize(("name", "yes"), [("ur", True), ("ar-EG", True), ("en@easy", False)])
def test_a_language_is_known_to_be_written_from_right_to_left(name: str, yes: bool) -> None:
    assert i18n.is_rtl(name) is yes


@pytest.mark.usefixtures("polish")
def test_each_kind_of_number_of_another_language_has_its_sentence() -> None:
    said = i18n.plural_forms("{count} voice", "{count} voices")
    assert {kind: said[kind] for kind in ("one", "few", "many")} == {
        "one": "{count} głos",
        "few": "{count} głosy",
        "many": "{count} głosów",
    }


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en"), ("en@easy", "en"), ("pt_BR", "pt-BR"), ("qps", "en")]
)
def test_a_language_has_the_name_that_browsers_know(language: str, tag: str) -> None:
    i18n.set_language(language)
    assert i18n.bcp47_tag() == tag
    assert i18n.plural_forms("{count} voice", "{count} voices").keys() == {"one", "other"}


@pytest.mark.usefixtures("polish")
def test_what_is_not_translated_is_said_in_english() -> None:
    assert i18n._("Dream") == "Marzenie"
    assert i18n._("Goal") == "Goal"


@pytest.mark.usefixtures("polish")
def test_a_language_is_there_once_the_build_has_written_it() -> None:
    assert i18n.languages() == ("en", "pl")


def test_the_build_writes_what_is_there_and_takes_away_what_is_not(tmp_path: Path) -> None:
    whole, target = full_catalogue(tmp_path / "de.po"), tmp_path / "built"
    target.mkdir()
    (target / "old.mo").touch()
    compile_catalogues(tmp_path, target)
    assert [path.name for path in target.iterdir()] == ["de.mo"]
    said = said_by(target / "de.mo")
    assert len(whole) > 1000
    assert all(says(said, message) for message in whole if message.id)


def test_each_catalogue_is_built_as_it_is_now() -> None:
    for path in asset("locales").glob("*.po"):
        said = said_by(package_file(f"locales/{path.stem}.mo"))
        with path.open("rb") as source:
            wanted = [one for one in read_po(source) if one.id and one.string and not one.fuzzy]
        assert all(says(said, one) for one in wanted), f"{path.name} is not built: run make run"


def said_by(compiled: Path) -> GNUTranslations:
    """Open what the build has written, as gettext reads it."""
    with compiled.open("rb") as opened:
        return GNUTranslations(opened)


def says(said: GNUTranslations, message: Message) -> bool:
    """Say whether it says one message as the translator wrote it, the plural in its first form."""
    if isinstance(message.id, str):
        return said.gettext(message.id) == message.string
    return said.ngettext(*message.id, 1) == message.string[0]


def full_catalogue(path: Path) -> Catalog:
    """Write every sentence, said in another way, into a `.po` file, and return them."""
    whole = template()
    whole.locale = path.stem
    for message in whole:
        if message.pluralizable:
            number = range(whole.num_plurals)
            message.string = tuple(f"{kind} ⟦{message.id[1]}⟧" for kind in number)
        elif message.id:
            message.string = f"⟦{message.id}⟧"
    with path.open("wb") as written:
        write_po(written, whole)
    return whole


def test_the_made_up_language_marks_every_sentence() -> None:
    i18n.set_language(i18n.PSEUDO)
    assert i18n._("Hello {name}", name="Robin") == "⟦Hello Robin⟧"


def test_days_are_written_as_the_language_writes_them() -> None:
    assert i18n.format_date(date(2026, 11, 22)) == "22 November 2026"
    assert "22 Nov 2026" in i18n.format_datetime(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))


def test_the_template_holds_every_message_of_the_code() -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in template()}
    missing = extracted() - known
    assert not missing, f"run: make words ({sorted(missing)[:5]})"


def test_every_language_has_the_same_blanks_as_english() -> None:
    for path in sorted(asset("locales").glob("*.po")):
        assert not wrong_blanks(path.read_bytes()), path.name


def test_a_lost_blank_in_a_translation_is_found() -> None:
    assert not wrong_blanks(POLISH.lstrip().encode())
    assert wrong_blanks(POLISH.lstrip().replace("{count} głosów", "głosów").encode())


def wrong_blanks(catalogue: bytes) -> list[str]:
    """Return the messages whose translation has other names in braces than English has."""
    return [
        str(message.id)
        for message in read_po(BytesIO(catalogue))
        for said in ([message.string] if isinstance(message.string, str) else message.string)
        if message.id and said and blanks(said) != blanks(plain(message.id))
    ]


def plain(message_id: str | tuple[str, ...]) -> str:
    """Return the English of a message, the plural where there are two."""
    return message_id if isinstance(message_id, str) else message_id[-1]


def blanks(message: str) -> set[str]:
    """Return the names in braces."""
    return {part.partition("}")[0] for part in message.split("{")[1:]}


UNHEARD_OF = ("", "xx", "qps", "1", "@", "@x", "_", "en_", "../etc", "C", "zz-ZZ", "日本語")


@pytest.mark.parametrize("code", [*UNHEARD_OF, "e" * 9000])
def test_a_code_that_no_list_has_is_shown_as_it_is(code: str) -> None:
    base, _at, variant = code.partition("@")
    assert i18n.language_name(code) == base.capitalize() + (f" ({variant})" if variant else "")


@pytest.mark.parametrize(
    ("code", "name"),
    [("cy", "Cymraeg"), ("pt-BR", "Português (brasil)"), ("en_GB", "English (united kingdom)")],
)
def test_a_language_is_named_as_its_speakers_name_it(code: str, name: str) -> None:
    assert i18n.language_name(code) == name


@pytest.mark.parametrize("code", UNHEARD_OF)
def test_days_and_plurals_in_an_unknown_language_are_english(code: str) -> None:
    i18n.set_language(code)
    assert i18n.format_date(date(2026, 3, 1)) == "1 March 2026"
    assert set(i18n.plural_forms("{count} voice", "{count} voices")) == {"one", "other"}


@pytest.mark.parametrize(
    ("code", "tag"),
    [("zh_Hant", "zh-Hant"), ("ur@easy", "ur"), ('en" x="', ""), ("en\x00", ""), ("日本語", "")],
)
def test_only_what_can_be_a_tag_is_written_as_one(code: str, tag: str) -> None:
    assert i18n.tag_of(code) == tag


def test_only_one_module_gives_codes_to_babel() -> None:
    package = package_file(".")
    users = {
        path.name
        for path in package.rglob("*.py")
        if re.search(r"^\s*(from|import) babel\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert users == {"i18n.py"}
