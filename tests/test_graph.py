"""Sources as a graph: what is made from what, whose patients are whose."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gmai_data.config import Config
from gmai_data.declare import Source, referred, spaces_of
from gmai_data.find import find, load_all
from gmai_data.grammar import subjects
from gmai_data.grammar.identity import space_of, subject_hmac
from gmai_data.graph import Graph, cycles, faults, graph, graph_of, sentence, upstream
from gmai_data.listing import list_root
from gmai_data.roots import Root
from gmai_data.scan import scan

ARROWS = {
    "old": (),
    "half": ("old",),
    "child": ("half", "elsewhere"),
    "other-child": ("elsewhere",),
    "alone": (),
}
WHOLE = Graph(ARROWS, {"old": ("old",), "half": ("old",), "child": ("child",)})


def source(name: str = "s", **given: object) -> Source:
    facts: dict[str, object] = {
        "title": "T", "version": "1.0.0", "homepage": "https://example.org", "license": "CC0-1.0",
        "access": "open", "evidence": ("e",), "verified": "memory",
    }  # fmt: skip
    return Source(name=name, **{**facts, **given})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def declared() -> dict[str, Source]:
    return load_all()[0]


def test_ancestors_and_descendants_are_found_through_others_nearest_first() -> None:
    assert WHOLE.ancestors("child") == ("elsewhere", "half", "old")
    assert WHOLE.descendants("old") == ("half", "child")
    assert WHOLE.descendants("elsewhere") == ("child", "other-child")
    assert WHOLE.ancestors("alone") == ()


def test_what_is_original_ranks_before_what_is_made_from_it() -> None:
    assert sorted(["child", "half", "old"], key=WHOLE.rank) == ["old", "half", "child"]
    few = Graph({n: ARROWS[n] for n in ("old", "half", "child")}, {})
    assert [few.rank(n) for n in ARROWS if n in few.origins] == [
        WHOLE.rank(n) for n in ARROWS if n in few.origins
    ]


def test_sources_of_a_common_origin_are_one_family_even_when_nobody_declares_it() -> None:
    assert WHOLE.families(ARROWS) == [("old", "half", "other-child", "child")] or WHOLE.families(
        ARROWS
    ) == [("old", "other-child", "half", "child")]
    assert WHOLE.families(["other-child", "child"]) == [("other-child", "child")]
    assert WHOLE.families(["other-child", "half", "alone"]) == []


def test_a_space_groups_the_sources_whose_patient_ids_are_the_same() -> None:
    assert WHOLE.spaces_of(WHOLE.spaces) == [("half", "old")]
    assert WHOLE.same_patients("half") == ("old",)
    assert WHOLE.same_patients("child") == ()


def test_a_source_with_ids_of_several_spaces_holds_their_sources_together() -> None:
    several = {"a": ("a",), "b": ("b",), "crops": ("crops", "a", "b"), "c": ("c",)}
    whole = Graph({}, several)
    assert whole.spaces_of(several) == [("a", "b", "crops")]
    assert whole.spaces_of(["a", "b", "c"]) == []
    assert whole.same_patients("crops") == ("a", "b")
    assert whole.same_patients("a") == ("crops",)


def test_a_mark_says_whose_id_it_is_and_only_of_spaces_that_are_declared() -> None:
    crops = source("crops", subject_space=("lits", "kits19"))
    assert space_of(crops, "<lits>volume-7") == ("lits", "volume-7")
    assert space_of(crops, "bone-7") == ("crops", "bone-7")
    assert space_of(crops, "<lndb>7") == ("crops", "<lndb>7")
    assert space_of(source("new", subject_space="lits"), "<lits>7") == ("lits", "<lits>7")
    of_lits = subject_hmac(source("lits"), "volume-7")
    assert subject_hmac(crops, "<lits>volume-7") == of_lits
    assert subject_hmac(crops, "volume-7") != of_lits


def test_an_arrow_back_is_reported_and_does_not_run_for_ever() -> None:
    looped = Graph({"a": ("b",), "b": ("c",), "c": ("a",), "d": ("a",)}, {})
    assert looped.ancestors("a") == ("b", "c")
    assert [said.split()[0] for said in cycles(looped)] == ["a", "b", "c"]
    assert cycles(WHOLE) == []


def test_a_name_that_nobody_knows_is_a_sentence_that_says_where_to_add_it() -> None:
    (said,) = faults(source(derived_from=("camelyon16", "lidc-idrii")), ["lidc-idri"])
    assert "'lidc-idrii'" in said
    assert "upstream.tsv" in said
    (said,) = faults(source(subject_space="nowhere"), [])
    assert "'nowhere'" in said
    assert faults(source(derived_from=("s",)), ["s"]) == [
        "s is derived from itself. Take it out of derived_from=."
    ]


def test_every_name_that_a_bundled_source_is_derived_from_is_known(
    declared: dict[str, Source],
) -> None:
    known = find()
    assert [said for one in declared.values() for said in faults(one, known)] == []


def test_no_bundled_source_is_made_from_itself(declared: dict[str, Source]) -> None:
    assert cycles(graph(declared)) == []


def test_sources_of_one_space_agree_whether_their_ids_are_private(
    declared: dict[str, Source],
) -> None:
    whole = graph(declared)
    for names in whole.spaces_of(declared):
        assert len({declared[name].identity for name in names}) == 1, names


def test_every_mark_in_a_subject_is_of_a_space_that_the_source_declares(
    declared: dict[str, Source],
) -> None:
    for one in declared.values():
        texts = {text for part in (one, *one.parts, *one.layouts) for text in _texts(part.subject)}
        marks = {m[1] for text in texts if (m := re.match(r"<([^>]+)>", text))}
        assert marks <= set(spaces_of(one)), one.name
        assert not marks or isinstance(one.subject_space, tuple), one.name


def test_sources_that_share_patients_share_images_or_an_origin(
    declared: dict[str, Source],
) -> None:
    """Else a build would keep their patients together and not say that it holds pictures twice."""
    whole = graph(declared)
    alone = {
        (one.name, space)
        for one in declared.values()
        for space in spaces_of(one)
        if space in declared and space != one.name and not whole.families((one.name, space))
    }
    assert alone == set()


def _texts(subject: object) -> tuple[str, ...]:
    options = getattr(subject, "options", (subject,))
    return tuple(option for option in options if isinstance(option, str))


def test_every_upstream_collection_has_a_name_in_kebab_case_and_a_title() -> None:
    names = list(upstream())
    assert names == sorted(names)
    assert all(n == n.lower() and " " not in n and title for n, title in upstream().items())


def test_the_sentence_names_families_and_is_empty_without_one() -> None:
    assert sentence(WHOLE, ["alone", "old"]) == ""
    said = sentence(WHOLE, ["half", "old"])
    assert said.startswith("Sources share images, wholly or in part: those of old are in half. ")
    said = sentence(WHOLE, ["child", "other-child"])  # of an origin that is not in the build
    assert "those of elsewhere are in child, other-child." in said
    assert said.count("\n") == 0


def test_the_graph_of_a_few_sources_loads_them_and_their_origins_only() -> None:
    code = (
        "import sys; from gmai_data.graph import graph_of; graph_of(['kits21']);"
        "print(sorted(m for m in sys.modules if m.startswith('source_adapters.')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "['source_adapters.kits19', 'source_adapters.kits21']"
    assert graph_of(["kits21"]).ancestors("kits21") == ("kits19",)


@pytest.mark.slow
def test_sources_of_one_space_write_their_ids_in_one_form(
    declared: dict[str, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``7`` is not ``007``, nor ``CXR7``: each source shares a form with one of the others."""
    monkeypatch.setattr(subjects, "subject_hmac", lambda source, raw, secret: f"id {raw}")
    whole = graph(declared)
    forms: dict[str, dict[str, set[str]]] = {}  # by space and source
    for name in sorted(set().union(*whole.spaces_of(declared))):
        for space, form in _forms(declared[name], declared, tmp_path / f"of {name}"):
            forms.setdefault(space, {}).setdefault(name, set()).add(form)
    apart = {}
    for space, found in forms.items():
        for name, mine in found.items():
            others = set().union(*(theirs for other, theirs in found.items() if other != name))
            if others and not mine & others:
                apart[space, name] = (mine, others)
    assert not apart


def _forms(one: Source, declared: dict[str, Source], base: Path) -> set[tuple[str, str]]:
    """What the raw ids in a fake release begin with, up to their number and its padding."""
    kin = [
        n
        for n in referred(one)
        if n in declared and set(spaces_of(one)) & {*spaces_of(declared[n])}
    ]
    for name in (*kin, one.name):  # a maker may put beside it what it takes of other sources
        maker = importlib.import_module(f"tests.sources.{name.replace('-', '_')}")
        maker.make(base / name)
    roots = {
        name: Root(source=name, path=str(base / name))
        for name in (one.name, *referred(one))
        if (base / name).exists()
    }
    cases = scan(one, roots, list_root(roots[one.name]), Config()).cases
    raw = {s.removeprefix("id ") for s in cases["subject"].to_pylist() if s.startswith("id ")}
    ids = [space_of(one, text) for text in raw]
    return {(space, "".join(re.findall(r"\A\D*0?", text))) for space, text in ids}
