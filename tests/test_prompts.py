import shutil
from collections import Counter

import pytest

from gmai_data.errors import UsageError
from gmai_data.words.prompts import find_folder, load_prompts

HEAD = "{#\nname: toy\nversion: 1\nsubset: caption\ntask: toy\nfields: [caption]\n#}\n"


def write(folder, name, offline, ask="ask {{ x }}", head=HEAD):
    text = (
        head
        + f"{{% block ask %}}{ask}{{% endblock %}}\n{{% block offline %}}{offline}{{% endblock %}}"
    )
    (folder / name).write_text(text, encoding="utf-8")


def test_every_prompt_is_there_in_both_languages():
    names = load_prompts().prompts
    english = {n.removesuffix(".en") for n in names if n.endswith(".en")}
    chinese = {n.removesuffix(".zh") for n in names if n.endswith(".zh")}
    assert english == chinese
    assert len(english) >= 20


def test_branches_of_a_pick_are_drawn_about_equally_often(tmp_path):
    write(tmp_path, "toy.en.j2", '{% pick "a" %}one{% or %}two{% or %}three{% endpick %}')
    prompts = load_prompts(str(tmp_path))
    drawn = Counter(prompts.render("toy", "en", "offline", seed, {}) for seed in range(3000))
    assert set(drawn) == {"one", "two", "three"}
    assert min(drawn.values()) > 900


def test_the_same_seed_gives_the_same_text_and_names_draw_independently(tmp_path):
    pick = '{% pick "NAME" %}1{% or %}2{% or %}3{% or %}4{% endpick %}'
    write(tmp_path, "toy.en.j2", pick.replace("NAME", "a") + pick.replace("NAME", "b"))
    prompts = load_prompts(str(tmp_path))
    texts = [prompts.render("toy", "en", "offline", seed, {}) for seed in range(400)]
    assert texts == [prompts.render("toy", "en", "offline", seed, {}) for seed in range(400)]
    assert len(set(texts)) == 16


def test_only_the_branch_that_was_drawn_is_evaluated(tmp_path):
    write(tmp_path, "toy.en.j2", '{% pick "a" %}fine{% or %}{{ missing }}{% endpick %}')
    prompts = load_prompts(str(tmp_path))
    outcomes = set()
    for seed in range(20):
        try:
            outcomes.add(prompts.render("toy", "en", "offline", seed, {}))
        except UsageError as error:
            outcomes.add("missing" if "missing" in str(error) else str(error))
    assert outcomes == {"fine", "missing"}


@pytest.fixture
def copy(tmp_path):
    folder = tmp_path / "prompts"
    shutil.copytree(find_folder(), folder)
    return folder


def changed(copy, file, old, new, block="offline"):
    """Names whose fingerprint differs after the edit."""
    before = load_prompts(block=block).fingerprints
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    after = load_prompts(str(copy), block).fingerprints
    return {name for name in before if before[name] != after[name]}


def test_a_fingerprint_follows_included_fragments_and_only_them(copy):
    names = changed(copy, "_absent.en.j2", "can be made out", "is on view")
    assert "caption-image.en" in names
    assert "caption-image.zh" not in names
    assert "percept-modality.en" not in names


def test_a_fingerprint_covers_the_block_in_use_and_not_the_other(copy):
    assert changed(copy, "percept-count.en.j2", "{% block ask %}", "{% block ask %} x") == set()


def test_the_version_in_the_front_matter_is_part_of_the_fingerprint(copy):
    names = changed(copy, "percept-count.en.j2", "version: 1", "version: 2")
    assert names == {"percept-count.en"}


@pytest.mark.parametrize(
    ("offline", "head", "words"),
    [
        ("{% include '_gone.en.j2' %}", HEAD, "_gone.en.j2"),
        ("{% if %}", HEAD, r"toy\.en\.j2, line \d+: "),
        ("x", HEAD.replace("name: toy", "name: other"), "name: toy"),
        ("x", HEAD.replace("fields: [caption]\n", ""), "fields"),
    ],
)
def test_a_broken_prompt_is_an_error_that_names_it(tmp_path, offline, head, words):
    write(tmp_path, "toy.en.j2", offline, head=head)
    with pytest.raises(UsageError, match=words):
        load_prompts(str(tmp_path))


def test_a_broken_fragment_is_named_with_its_line(tmp_path):
    (tmp_path / "_part.en.j2").write_text("fine\n{% endif %}")
    write(tmp_path, "toy.en.j2", "{% include '_part.en.j2' %}")
    with pytest.raises(UsageError, match=r"_part\.en\.j2, line 2: "):
        load_prompts(str(tmp_path))


def test_a_word_that_a_prompt_is_not_given_is_said_with_those_it_is(tmp_path):
    write(tmp_path, "toy.en.j2", "{{ patient_name }}")
    said = r"toy\.en\.j2: 'patient_name' is undefined\. Its block offline is given plane, side\."
    prompts, values = load_prompts(str(tmp_path)), {"side": "left", "plane": "axial"}
    with pytest.raises(UsageError, match=said):
        prompts.render("toy", "en", "offline", 0, values)


def test_a_prompt_without_an_offline_block_is_an_error(tmp_path):
    (tmp_path / "toy.en.j2").write_text(HEAD + "{% block ask %}x{% endblock %}")
    with pytest.raises(UsageError, match="lacks the block offline"):
        load_prompts(str(tmp_path))


@pytest.mark.parametrize(
    "expression",
    ["''.__class__.__mro__", "items.append(1)", "range(10000000)|list|length"],
)
def test_the_sandbox_refuses_what_a_prompt_has_no_need_of(tmp_path, expression):
    write(tmp_path, "toy.en.j2", "{{ " + expression + " }}")
    with pytest.raises((UsageError, OverflowError)):
        load_prompts(str(tmp_path)).render("toy", "en", "offline", 0, {"items": []})
