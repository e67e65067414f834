"""Programs that are functions, in the four languages that have a harness."""

from collections.abc import Mapping

import pytest

from runner.judging.calls import SignatureWrong, entry_of, harnessed
from runner.languages.building import Parts
from runner.protocol import Calls, Case, Finished, Language, RunRequest
from runner.tests.asking import finished, request
from runner.tests.conditions import contained

LANGUAGES: list[Language] = ["python", "javascript", "java", "cpp"]
NOTHING = Parts([], "solution")
EVERYTHING = Calls(
    function="everything",
    parameters={"count": "int", "share": "float", "is_so": "bool", "word": "str", "grid": "list[list[int]]"},
    returns="list[list[str]]",
)
TELLS_EVERYTHING: Mapping[Language, str] = {
    "python": """
def everything(count, share, is_so, word, grid):
    print("for whoever looks on")
    told = [str(count), str(share), str(is_so).lower(), word]
    return [told, *([str(each) for each in row] for row in grid)]
""",
    "javascript": """
module.exports = function everything(count, share, isSo, word, grid) {
  console.log('for whoever looks on')
  return [[String(count), String(share), String(isSo), word], ...grid.map((row) => row.map(String))]
}
""",
    "java": """
import java.util.*;

class Solution {
  static List<List<String>> everything(
      long count, double share, boolean isSo, String word, List<List<Long>> grid) {
    System.out.println("for whoever looks on");
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("" + count, "" + share, "" + isSo, word));
    for (List<Long> row : grid) all.add(row.stream().map(String::valueOf).toList());
    return all;
  }
}
""",
    "cpp": """
#include <cstdio>
#include <string>
#include <vector>

using Texts = std::vector<std::string>;

std::vector<Texts> everything(long long count, double share, bool is_so, std::string word,
                              std::vector<std::vector<long long>> grid) {
  puts("for whoever looks on");
  char text[40];
  snprintf(text, sizeof text, "%g", share);
  std::vector<Texts> all{{std::to_string(count), text, is_so ? "true" : "false", word}};
  for (const auto& row : grid) {
    all.emplace_back();
    for (long long each : row) all.back().push_back(std::to_string(each));
  }
  return all;
}
""",
}
QUOTED = r"日本語 \"\\\n"
HALF = Calls(function="half", parameters={"number": "float"}, returns="float")
WRONG_IN_JAVA = "class Solution {\n  static double half(double number) {\n    return two;\n  }\n}\n"
HALVES: Mapping[Language, str] = {
    "python": "def half(number: float) -> float:\n    return number * 0.50000000001\n",
    "javascript": "function half(number) {\n  return number * 0.50000000001\n}\nmodule.exports = { half }\n",
    "java": """
class Solution {
  static double half(double number) {
    return number * 0.50000000001;
  }
}
""",
    "cpp": "double half(double number) {\n  return number * 0.50000000001;\n}\n",
}
ECHO = Calls(function="echo", parameters={"words": "list[str]"}, returns="list[str]")
ECHOES: Mapping[Language, str] = {
    "python": "def echo(words):\n    return words\n",
    "javascript": "exports.echo = (words) => words\n",
    "java": """
import java.util.List;

class Solution {
  static List<String> echo(List<String> words) {
    return words;
  }
}
""",
    "cpp": """
#include <string>
#include <vector>

using Texts = std::vector<std::string>;

Texts echo(Texts words) {
  return words;
}
""",
}
BREAKS: Mapping[Language, str] = {
    "python": "def half(number):\n    return number / len([])\n",
    "javascript": "exports.half = (number) => number / undefined.length\n",
    "java": """
class Solution {
  static double half(double number) {
    double[] none = {};
    return number / none[3];
  }
}
""",
    "cpp": """
#include <vector>

double half(double number) {
  return number / std::vector<double>().at(3);
}
""",
}


def called(language: Language, text: str, calls: Calls, *cases: Case) -> Finished:
    return finished(called_request(language, text, calls, *cases))


def called_request(language: Language, text: str, calls: Calls, *cases: Case) -> RunRequest:
    return request(text, cases, language=language, entry=entry_of(language), judge=calls)


@contained
@pytest.mark.parametrize("language", LANGUAGES)
def test_arguments_and_what_is_returned_are_of_every_type(language: Language) -> None:
    ended = called(
        language,
        TELLS_EVERYTHING[language],
        EVERYTHING,
        Case(
            name="all",
            stdin=rf'[-9007199254740991, 0.5, true, "na\u00efve \ud83d\udc22 {QUOTED}", [[1, 2], [], [3]]]',
            expected=rf'[["-9007199254740991", "0.5", "true", "naïve 🐢 {QUOTED}"], ["1", "2"], [], ["3"]]',
        ),
        Case(name="empty", stdin='[0, -1.25, false, "", []]', expected='[["0", "-1.25", "false", ""]]'),
    )

    assert [each.verdict for each in ended.cases] == ["AC", "AC"], ended


@contained
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_float_may_be_a_little_off(language: Language) -> None:
    ended = called(
        language,
        HALVES[language],
        HALF,
        Case(name="near", stdin="[3]", expected="1.5"),
        Case(name="small", stdin="[1e-9]", expected="0"),
        Case(name="large", stdin="[1e15]", expected="5e14"),
        Case(name="off", stdin="[3]", expected="1.5001"),
    )

    assert [each.verdict for each in ended.cases] == ["AC", "AC", "AC", "WA"], ended
    assert ended.cases[3].differs
    assert ended.cases[3].differs.expected == "1.5001"


@contained
@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_come_back_as_they_were(language: Language) -> None:
    words = '["a\\tb", "\\u0000", "\\u001f", "é", "\\u2028", "/", "</script>", " "]'

    ended = called(language, ECHOES[language], ECHO, Case(name="texts", stdin=f"[{words}]", expected=words))

    assert ended.verdict == "AC", ended


@contained
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_function_raises_is_its_own(language: Language) -> None:
    ended = called(language, BREAKS[language], HALF, Case(name="any", stdin="[3]", expected="1.5"))

    assert ended.verdict == "RTE", ended
    assert ended.stderr


@contained
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_prints_is_for_whoever_looks_on(language: Language) -> None:
    case = Case(name="", stdin='[1, 1, true, "", []]')

    ended = called(language, TELLS_EVERYTHING[language], EVERYTHING, case)

    assert ended.verdict == "AC", ended
    assert "for whoever looks on" in ended.stderr
    assert "for whoever" not in ended.stdout


@contained
@pytest.mark.parametrize(("language", "verdict"), [*zip(LANGUAGES, ["RTE", "RTE", "CE", "CE"], strict=True)])
def test_a_function_that_is_not_there_is_named(language: Language, verdict: str) -> None:
    calls = Calls(function="third", parameters={"number": "float"}, returns="float")

    ended = called(language, HALVES[language], calls, Case(name="any", stdin="[3]", expected="1"))

    assert ended.verdict == verdict, ended
    assert "third" in ended.stderr


@contained
@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("python", "def half(number):\n    return number /\n", ("solution.py", 2)),
        ("javascript", "exports.half = (number) => {\n  return number /\n}\n", ("solution.js", 3)),
        (
            "java",
            WRONG_IN_JAVA,
            ("Solution.java", 3),
        ),
        ("cpp", "double half(double number) {\n  return two;\n}\n", ("solution.cpp", 2)),
    ],
)
def test_what_does_not_compile_is_said_of_the_file_as_it_was_written(
    language: Language, text: str, place: tuple[str, int]
) -> None:
    ended = called(language, text, HALF, Case(name="any", stdin="[3]", expected="1"))

    assert ended.verdict == "CE", ended
    assert (ended.messages[0].file, ended.messages[0].line) == place


@pytest.mark.parametrize(
    "kind", ["integer", "list", "list[]", "list[int", "list[int]]", "dict[str, int]", "", "Int"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_type_that_there_is_not_is_refused(language: Language, kind: str) -> None:
    for calls in (
        Calls(function="f", parameters={"given": kind}, returns="int"),
        Calls(function="f", parameters={}, returns=kind),
    ):
        with pytest.raises(SignatureWrong, match="is no type"):
            harnessed(language, NOTHING, calls)


@pytest.mark.parametrize("name", ["", "two words", "1st", "f()", "f;", "é"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    for calls in (
        Calls(function=name, parameters={}, returns="int"),
        Calls(function="f", parameters={name: "int"}, returns="int"),
    ):
        with pytest.raises(SignatureWrong, match="is no name"):
            harnessed("python", NOTHING, calls)


@contained
@pytest.mark.parametrize(
    ("language", "calls", "reason"),
    [
        ("go", HALF, "no harness for go"),
        ("python", Calls(function="f", parameters={}, returns="number"), "'number' is no type"),
    ],
)
def test_a_signature_that_cannot_be_called_is_nobodys_fault(
    language: Language, calls: Calls, reason: str
) -> None:
    ended = finished(request("", language=language, judge=calls))

    assert ended.verdict == "IE"
    assert reason in ended.reason
