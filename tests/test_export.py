"""Everything a person ever wrote, as files: Markdown a person would keep, JSON another program can read."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import stat
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from bot.clock import StandingClock
from bot.files import NotWritten, write
from bot.terminal.chat import Chat
from core import markdown
from core.drafts import record
from core.facts import PERSON, Fact, Facts, Picked
from core.messages import Attachment, Line, decode_parts, encode_parts
from core.state import decode_state
from tests.case_files import hostile
from tests.conversation import Conversation
from tests.past import PLACES, STORIES, UNSAID, Talk, look_back, told
from tests.terminal import ROOT, Terminal
from tests.test_capture import ACME, ANSWER

DOCS = (ROOT / "docs" / "export.md").read_text("utf-8")
COMMON = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "softbreak", "hardbreak", "text_special"}
"""What stands in a line of text with nothing live in it."""


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def exported(conversation: Conversation) -> dict[str, Any]:
    """The JSON as a program reads it."""
    found: dict[str, Any] = json.loads(conversation.says("export").files["json"])
    return found


# --- asking for it ---


@pytest.mark.demand("R20")
@pytest.mark.demand("C9")
@pytest.mark.parametrize("said", ["export", "export my data", "give me everything as a file", "download", "save my data", "can i get a copy of my data", "export everything please", "can I download my notes", "send me a copy of everything", "i want my data as a file"])  # fmt: skip
def test_everything_comes_as_files_on_request(talk: Talk, said: str) -> None:
    conversation = told(talk, 1).says(said)
    assert set(conversation.files) == {"md", "json", "ics"}
    assert UNSAID[0] in conversation.files["md"]
    assert UNSAID[0] in conversation.files["json"]


@pytest.mark.parametrize("said", ["they export coffee", "we export copper and i did the papers", "i would export the table first"])  # fmt: skip
def test_what_only_sounds_like_it_is_an_answer(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "8", "one moment", "how do you find duplicates").says(said)
    assert not conversation.files
    assert conversation.facts.text("unsaid-1") == said


def test_who_has_told_nothing_is_told_so_and_gets_no_empty_file(talk: Talk) -> None:
    conversation = talk().arrives().says("export")
    assert not conversation.files
    assert conversation.question == "opening"


def test_it_leads_back_to_the_open_question(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "export")
    assert conversation.question == "really-that-bad"


def test_a_file_travels_as_it_is_and_older_messages_still_can_be_read() -> None:
    parts = (Line("a"), Attachment("a.md", "text/markdown", 'ä\n\u2028"]'))
    assert decode_parts(encode_parts(parts)) == parts
    assert decode_parts(b'[["line","a"],["draft","t","x"]]') != ()


# --- to read ---


@pytest.mark.demand("C9")
def test_every_interview_has_a_section_the_newest_first(talk: Talk) -> None:
    page = told(talk, 4).says("export").files["md"]
    assert re.findall(r"^## (.*),", page, re.MULTILINE)[:4] == [
        "Chawama school", "Zanaco bank", "Lakeside Clinic", "Acme"
    ]  # fmt: skip
    assert page.startswith("# My interviews\n\nMade on Saturday 23 January 2027 at 12:40, Lusaka time.")
    assert [words in page for words in (*STORIES, *UNSAID)] == [True] * 8


def test_what_still_comes_stands_at_its_end(talk: Talk) -> None:
    page = told(talk, 1).says("export").files["md"]
    assert "## Still to come" in page
    assert "- Tuesday 1 December, 18:30: how you are" in page


def test_the_look_back_the_feelings_and_the_lessons_are_in_it(talk: Talk) -> None:
    conversation = told(talk, 1)
    look_back(conversation, 0, closing="badly", first_impressions="it was warm and friendly")
    page = conversation.says("export").files["md"]
    assert "Went badly: the closing." in page
    assert "About first impressions:\n\n> it was warm and friendly" in page
    assert "Learnt:\n\n> breathe first" in page
    assert "8 on Tuesday 24 November 2026" in page


def test_a_note_that_went_out_is_in_it_as_it_stands(talk: Talk) -> None:
    page = told(talk, 1).says("show the note", "sent", "export").files["md"]
    assert "The note to the hiring manager went out on Tuesday 24 November 2026." in page
    assert "> Dear hiring manager," in page


def test_words_kept_by_a_flow_of_another_day_appear_by_themselves(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment")
    conversation.says("skip", ANSWER, "what about the parking lot", "that i led the team")
    page = conversation.says("export").files["md"]
    assert "> what about the parking lot" in page
    assert "> that i led the team" in page


def test_words_under_a_name_nobody_knows_stand_under_a_plain_heading() -> None:
    facts = {
        "organisation": Fact("Acme", 1),
        "insider-name-1": Fact("Chanda from the stores", 2),
        "call.7.reached": Fact("her voicemail, twice", 2),
        "call-done": Fact("2026-11-24", 2),
        "nudge:judge": Fact("sent", 2),
        "wants-job": Fact("yes", 2),
        "note-1.2.settle": Fact("later", 2),
        "cause": Fact(Picked("late"), 2),
    }
    (section,) = [one for one in record.sections(Facts(facts, {})) if one.heading == record.ELSE]
    assert [line.words for line in section.lines] == ["Chanda from the stores", "her voicemail, twice"]


@pytest.mark.parametrize("text", [*hostile(), "# a heading", "> quoted", "- a\n- b", "1. one\n2) two", "+ plus", "a\n===", "a\n---", "***", "[a](https://x.y)", "![i](x)", "<b>x</b><!-- c -->", "https://evil.zm/x www.evil.zm me@evil.zm", "`code` ```\nfence\n```", "    code", "\tcode", "a  \nb\\\nc", "&lt;b&gt; &copy; &#35;", "| a | b |\n|---|---|\n| 1 | 2 |", "[a]: https://x.y\n[a]", "*a* _b_ **c** ~~d~~", "~~~\nx", "@here <@U1> <!channel>", "$x^2$", ":\n: a", "1.", "-", "#", "[^1]: x", "\\# a", "<https://a.b>", "<div>\n\n**x**"])  # fmt: skip
def test_nothing_a_person_typed_becomes_live(text: str) -> None:
    page = f"# Ours\n\nThey asked:\n\n{markdown.quoted(text)}\n\nAfter it\n"
    tokens = COMMON.parse(page)
    shown: list[str] = []
    for token in tokens[6:-3]:
        assert token.type in {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}, (
            token
        )
        for child in token.children or ():
            assert child.type in PLAIN, child
            shown.append(child.content or " ")
    assert [token.type for token in tokens[-3:]] == ["paragraph_open", "inline", "paragraph_close"]
    assert tokens[-2].content == "After it"
    assert not re.search(r"(?<!\\)(?:\w:(?=//)|\bwww\.\w|(?<!\\)@)", markdown.quoted(text))
    assert "".join("".join(shown).split()) == "".join(text.replace("\0", "\N{REPLACEMENT CHARACTER}").split())


@pytest.mark.parametrize(
    "text", ["Acme\n# Beta", "[Acme](https://x.y)", "<b>Acme</b>", "1. Acme", "- Acme", "Acme\n\n> x"]
)
def test_a_name_in_a_heading_stays_text(text: str) -> None:
    tokens = COMMON.parse(markdown.heading(text, 2))
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert {child.type for child in tokens[1].children or ()} <= PLAIN


def test_plain_words_are_not_littered_with_backslashes() -> None:
    text = "I said (twice): it's 50 %, or so - don't worry; e.g. 10:30, a/b, Mrs. O'Neil & co!"
    assert markdown.quoted(text) == f"> {text}"


def test_what_the_coach_notes_for_itself_is_not_put_into_their_mouth(talk: Talk) -> None:
    conversation = talk().says("bad interview at the clinic", "9", "stop", "yes", "the one", "lol", "later", "hi")
    assert conversation.facts.value("capture-left") == "stopped"
    page = conversation.says("export").files["md"]
    assert "stopped" not in page
    assert "Also written" not in page


# --- for a program ---


@pytest.mark.parametrize("text", ["i want to kill myself", "the quiet in the flat wants to have me and i think it can"])
def test_what_a_message_was_taken_for_is_not_in_it_and_the_message_is(talk: Talk, text: str) -> None:
    conversation = talk().says(ACME, text)
    assert [name for name in conversation.state.facts[PERSON] if name.startswith("danger-")]
    kept = exported(conversation)
    assert not [name for name in kept["person"]["facts"] if name.startswith("danger-")]
    assert kept["events"][-1]["text"] == text


def test_every_word_they_wrote_is_in_it_also_what_was_no_answer(talk: Talk) -> None:
    said = [
        ACME,
        "8",
        "lol",
        "who can read this?",
        "useless bot",
        "one moment",
        "skip",
        ANSWER,
        "undo",
        "asdf",
    ]
    conversation = talk().says(*said)
    assert [event["text"] for event in exported(conversation)["events"]] == said


def test_a_button_is_in_it_as_the_question_and_the_option(talk: Talk) -> None:
    conversation = talk().says(ACME, "8").chooses("One moment")
    (chosen,) = [event for event in exported(conversation)["events"] if "option" in event]
    assert (chosen["question"], chosen["option"]) == ("really-that-bad", "one-moment")


def test_facts_stand_with_their_turn_and_the_moment_by_both_clocks(talk: Talk) -> None:
    (interview,) = exported(talk().says(ACME, "8"))["interviews"]
    assert interview["id"] == "i1"
    assert interview["facts"]["feeling-at-first"] == {
        "value": 8, "turn": 2, "at": "2026-11-24T10:40:00Z", "local": "2026-11-24T12:40:00"
    }  # fmt: skip


@pytest.mark.parametrize("said", ["only that", "one moment"])
def test_an_option_is_told_from_words(talk: Talk, said: str) -> None:
    one_moment = "Just out of my interview at Acme. I froze on the SQL question"
    (interview,) = exported(talk().says(one_moment, "8", said))["interviews"]
    assert interview["facts"]["anything-else"]["value"] == {"option": "only-that"}
    assert interview["facts"]["opening"]["value"] == one_moment
    assert interview["facts"]["organisation"]["value"] == "Acme"


def test_what_is_in_it_is_what_the_coach_knows(talk: Talk) -> None:
    conversation = told(talk, 3)
    look_back(conversation, 2, closing="badly")
    kept = exported(conversation)
    snapshot = decode_state(conversation.store.snapshot(conversation.person))
    for interview in kept["interviews"]:
        facts = snapshot.facts.get(interview["id"], {})
        for name, fact in facts.items():
            assert interview["facts"][name]["turn"] == fact.turn
    assert [interview["facts"]["organisation"]["value"] for interview in kept["interviews"]] == list(PLACES[:3])
    assert set(kept["person"]["facts"]) == set(snapshot.facts[PERSON])


def test_what_was_withdrawn_is_no_fact_and_its_words_stay_in_the_events(talk: Talk) -> None:
    kept = exported(talk().says(ACME, "8", "undo"))
    assert "feeling-at-first" not in kept["interviews"][0]["facts"]
    assert [event["text"] for event in kept["events"]] == [ACME, "8", "undo"]


def test_what_is_to_come_is_in_it(talk: Talk) -> None:
    kept = exported(told(talk, 1))
    assert {"interview": "i1", "name": "let-go", "at": "2026-12-01T16:30:00Z", "local": "2026-12-01T18:30:00"} in kept[
        "nudges"
    ]


def test_asked_for_twice_only_the_asking_is_new(talk: Talk) -> None:
    conversation = told(talk, 2)
    first, second = exported(conversation), exported(conversation)
    assert second["events"].pop()["text"] == "export"
    assert first == second


def test_the_text_is_as_it_was_sent_after_nfc(talk: Talk) -> None:
    text = "cafe\u0301  two spaces\u200b and a tab\t."
    kept = exported(talk().says(ACME, "8", text))
    assert kept["events"][-1]["text"] == unicodedata.normalize("NFC", text)


def test_what_one_person_told_is_in_no_file_of_another(talk: Talk) -> None:
    other = told(talk, 2)
    conversation = talk().says("interview at Beta, it went badly")
    assert not [words for words in (*STORIES, *UNSAID) if words in "".join(conversation.says("export").files.values())]
    assert STORIES[0] in other.says("export").files["json"]


@pytest.mark.demand("C10")
def test_dates_in_the_files_are_by_the_clock_of_the_person(talk: Talk) -> None:
    conversation = talk(at="2026-11-24T23:30", zone="Pacific/Auckland").says(ACME, "8", "export")
    assert "Tuesday 24 November 2026 at 23:30, Auckland time" in conversation.files["md"]
    made = json.loads(conversation.files["json"])["made"]
    assert made == {"at": "2026-11-24T10:30:00Z", "local": "2026-11-24T23:30:00", "zone": "Pacific/Auckland"}


# --- the page about it ---


def test_the_example_in_the_docs_is_what_comes_of_its_conversation(talk: Talk) -> None:
    (typed,) = re.findall(r"```text\n(.*?)```", DOCS, re.DOTALL)
    (shown,) = re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)
    conversation = talk().arrives().says(*typed.splitlines())
    assert conversation.files["json"] == shown


def test_every_key_of_the_file_is_explained(talk: Talk) -> None:
    def keys(part: Any) -> set[str]:
        match part:
            case dict():
                named = {key for key in part if key not in names}
                return named.union(*map(keys, part.values()))
            case list():
                return set().union(*map(keys, part))
        return set()

    kept = exported(told(talk, 1).says("my interviews"))
    names = {name for one in (*kept["interviews"], kept["person"]) for name in one["facts"]}
    assert not [key for key in keys(kept) if f"`{key}`" not in DOCS]


# --- as files ---


def attachment(text: str = "words") -> Attachment:
    return Attachment("rebound-2026-11-24.md", "text/markdown", text)


def test_a_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = write(attachment("ä"), tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text("utf-8") == "ä"


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    paths = [write(attachment(text), tmp_path) for text in ("a", "b", "c")]
    assert [path.name for path in paths] == [
        "rebound-2026-11-24.md",
        "rebound-2026-11-24-2.md",
        "rebound-2026-11-24-3.md",
    ]
    assert [path.read_text("utf-8") for path in paths] == ["a", "b", "c"]


def test_a_link_somebody_laid_there_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "rebound-2026-11-24.md").symlink_to(tmp_path / "elsewhere")
    assert write(attachment(), tmp_path).name == "rebound-2026-11-24-2.md"
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_takes_no_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"^Not everything could be written into .+ \(.+\); nothing is lost"):
        write(attachment(), tmp_path / "missing")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_sentence_and_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path, data: bytes) -> int:
        with Path("/dev/full").open("wb", buffering=0) as file:
            return file.write(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(NotWritten, match="No space left"):
        write(attachment(), tmp_path)
    assert not list(tmp_path.iterdir())


def test_in_the_terminal_the_files_lie_where_one_is(terminal: Terminal) -> None:
    printed = terminal.hears(STORIES[0], "8", "export", "export").stdout.decode()
    found = sorted(path.name for path in terminal.folder.glob("rebound-*"))
    assert found == [
        "rebound-2026-11-24-2.ics",
        "rebound-2026-11-24-2.json",
        "rebound-2026-11-24-2.md",
        "rebound-2026-11-24.ics",
        "rebound-2026-11-24.json",
        "rebound-2026-11-24.md",
    ]
    assert f"Written: {terminal.folder / found[0]}" in printed
    assert STORIES[0] not in printed


def test_a_folder_that_takes_no_file_is_one_sentence_in_the_chat_and_it_goes_on(talk: Talk, tmp_path: Path) -> None:
    conversation, out = told(talk, 1), io.StringIO()
    clock = StandingClock(conversation.now)
    chat = Chat(conversation.coach, conversation.store, clock, out, "Africa/Lusaka", folder=tmp_path / "gone")
    chat.hear(b"export\n")
    assert out.getvalue().count("nothing is lost") == 1
    chat.folder = tmp_path
    chat.hear(b"export\n")
    assert len(list(tmp_path.glob("rebound-*"))) == 3


def operator(terminal: Terminal, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`rebound export` as the operator types it."""
    return dataclasses.replace(terminal, settings=environment).told("export", *options)


def test_the_operator_gets_the_same_files(terminal: Terminal) -> None:
    terminal.hears(STORIES[0], "8", "export")
    folder = terminal.folder / "out"
    folder.mkdir()
    result = operator(terminal, "--person", "me", "--tenant", "terminal", "--to", str(folder))
    assert result.returncode == 0
    written = [Path(line) for line in result.stdout.split()]
    assert sorted(path.suffix for path in written) == [".ics", ".json", ".md"]
    theirs = json.loads((terminal.folder / "rebound-2026-11-24.json").read_text("utf-8"))
    (ours,) = [json.loads(path.read_text("utf-8")) for path in written if path.suffix == ".json"]
    assert ours["events"].pop()["text"] == "export"
    assert {**ours, "made": None} == {**theirs, "made": None}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--to", "nowhere"), "is no folder"),
        (("--person", "nobody", "--to", "."), "holds nothing of nobody in terminal"),
        ((), "--to"),
    ],
)
def test_what_keeps_the_operator_from_it_is_one_sentence(
    terminal: Terminal, options: tuple[str, ...], sentence: str
) -> None:
    terminal.hears(STORIES[0])
    result = operator(terminal, *options)
    assert result.returncode
    assert sentence in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_where_there_is_no_journal_none_is_made(terminal: Terminal) -> None:
    result = operator(terminal, "--to", ".")
    assert result.returncode == 1
    assert "There is no journal at" in result.stderr
    assert not terminal.database.exists()
