"""Configuration: a YAML file, options over it, and a sentence for every mistake."""

from pathlib import Path

import pytest

from gmai_data.config import AnswerConfig, Config
from gmai_data.config_file import checked, read_config, with_options
from gmai_data.errors import UsageError


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "build.yaml"
    path.write_text(text)
    return str(path)


def test_what_a_file_leaves_out_has_its_default(tmp_path: Path) -> None:
    assert read_config(written(tmp_path, "")) == Config()
    config = read_config(written(tmp_path, "limit: 5\nread: {budget: 3}\nask:\n  languages: en\n"))
    assert (config.limit, config.read.budget, config.ask.languages) == (5, 3, ("en",))
    assert config.read.max_side == Config().read.max_side


def test_lists_numbers_and_amounts_are_read_as_their_fields_types(tmp_path: Path) -> None:
    config = read_config(
        written(
            tmp_path,
            "sources: [kits23, busi]\nmax_usd: 12.5\nmax-rejected: 0\nratios: [0.8, 0.1, 0.1]\n"
            "ask: {languages: 'en, zh'}\nlimit: null\nlocked: true\n",
        )
    )
    assert config.sources == ("kits23", "busi")
    assert config.max_usd == "12.5"
    assert config.max_rejected == 0.0
    assert config.ratios == (0.8, 0.1, 0.1)
    assert config.ask.languages == ("en", "zh")
    assert config.limit is None
    assert config.locked is True


def test_paths_in_a_file_are_relative_to_the_file(tmp_path: Path) -> None:
    config = read_config(
        written(tmp_path, "data: raw\nplaces: {kits23: ../k, busi: /abs, x: 's3://b/x'}\n")
    )
    assert config.data == str(tmp_path / "raw")
    assert config.places == {"kits23": str(tmp_path / "../k"), "busi": "/abs", "x": "s3://b/x"}
    assert config.out == Config().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("langages: en", "there is no setting langages.*Settings are"),
        ("ask: {langages: en}", "no setting ask.langages. Did you mean ask.languages"),
        ("read: {budget: many}", "read.budget must be a whole number, found 'many'"),
        ("read: {budget: 1.5}", "read.budget must be a whole number"),
        ("read: {budget: true}", "read.budget must be a whole number"),
        ("locked: 1", "locked must be true or false"),
        ("seed: '7'", "seed must be a whole number"),
        ("data: 3", "data must be text"),
        ("places: [a]", "places must be a map"),
        ("read: 3", "read must be a map of settings"),
        ("- a", "must be a map of settings, found list"),
        ("a: [", "is not YAML"),
        ("limit: 1\nlimit: 2", "limit is given twice"),
        ("read:\n  budget: 1\n  budget: 2", "line 2: budget is given twice"),
        ("x: !!python/object/apply:os.system [ls]", "is not YAML"),
    ],
)
def test_a_mistake_in_a_file_is_a_sentence_with_the_file_and_the_key(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said) as error:
        read_config(written(tmp_path, text))
    assert "build.yaml" in str(error.value)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Cannot read the configuration .*No such file"):
        read_config(str(tmp_path / "none.yaml"))


def test_options_win_over_the_file_and_absent_options_do_not(tmp_path: Path) -> None:
    config = read_config(written(tmp_path, "limit: 5\nseed: 3\n"))
    config = with_options(config, limit=7, seed=None, languages=("zh",))
    assert (config.limit, config.seed, config.ask.languages) == (7, 3, ("zh",))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"limit": 0}, "--limit is 0"),
        ({"workers": -1}, "--workers is -1"),
        ({"languages": ("en", "fr")}, "'fr' is not known.*Choose among en, zh"),
        ({"languages": ()}, "languages is empty"),
        ({"languages": ("en", "en")}, "names one twice"),
        ({"sources": ()}, "No source is asked for"),
        ({"model": ""}, "--model is empty"),
        ({"batch": True}, "--batch is for --model"),
        ({"model": "m", "batch": True, "batch_files": "x"}, "Choose one"),
        ({"answer": AnswerConfig(schema="xml")}, "answer.schema: 'xml' is not known"),
        ({"answer": AnswerConfig(concurrency=0)}, "answer.concurrency is 0; at least 1"),
        ({"answer": AnswerConfig(parameters={"seed": 3})}, "answer.parameters.seed"),
        ({"base_url": "http://localhost"}, "--base-url is for --model"),
        ({"max_usd": "lots"}, "--max-usd is 'lots'"),
        ({"max_usd": "-1"}, "--max-usd is '-1'"),
        ({"ratios": (0.5, 0.5, 0.5)}, "summing to 1"),
        ({"max_rejected": 2.0}, "It is a share"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(options: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        checked(with_options(Config(), **options))


def test_the_defaults_can_be_used() -> None:
    assert checked(Config()) == Config()


def test_settings_of_a_model_are_read_and_its_prices_lie_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(
        "model: m\nanswer:\n  parameters: {temperature: 0.7, logprobs: true}\n"
        "  concurrency: 256\n  timeout_s: 30\n  prices: prices.toml\n"
    )
    answer = checked(read_config(str(path))).answer
    assert answer.parameters == {"temperature": 0.7, "logprobs": True}
    assert (answer.concurrency, answer.timeout_s) == (256, 30.0)
    assert answer.prices == str(tmp_path / "prices.toml")
