from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdstudio.gallery.query import (
    FLAGS,
    NUMBERS,
    Days,
    Flag,
    InvalidQuery,
    Name,
    Number,
    NumberKey,
    Part,
    Sides,
    Term,
    parse,
)
from sdstudio.gallery.schema import MIGRATIONS, open_database, transaction
from sdstudio.gallery.search import index_words, search
from sdstudio.gallery.store import Gallery
from sdstudio.gallery.words import folded, is_single, words
from sdstudio.request import SCHEDULERS, GalleryItem, GenerationRequest, GenerationResult

Make = Callable[..., GenerationResult]

PROMPTS = (
    "a red cat on a blue house",
    "Café, a dog; (masterpiece:1.2) 9:16",
    "東京の空に青い猫、静かな夜",
    "東の空 京都",
    "고양이와 강아지 그림",
    "cat🐈‍⬛ and 👍🏽 emoji ❤️",
    "แมวสีดำ on a roof",
    "",
)


def found(gallery: Gallery, line: str) -> set[str]:
    items = gallery.items(gallery.search(parse(line)))
    return {item.request.prompt for item in items if item.request is not None}


@pytest.fixture
def prompts(gallery: Gallery, make: Make) -> Gallery:
    for number, prompt in enumerate(PROMPTS):
        gallery.add(make(prompt, seed=number, negative_prompt="blurry" if number % 2 else ""))
    return gallery


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("cat", {0, 5}),
        ("CA", {0, 1, 5}),
        ("cat -emoji", {0}),
        ('"blue house"', {0}),
        ('"blue hous"', set()),
        ("masterpi", {1}),
        ("masterpiece -masterpieces", {1}),
        ("masterpieces", set()),
        ("cafe", {1}),
        ("9:16", {1}),
        ("東京", {2}),
        ("京", {2, 3}),
        ("京の", {2}),
        ("空", {2, 3}),
        ("静かな夜", {2}),
        ("강아지", {4}),
        ("아", {4}),
        ("🐈", {5}),
        ("❤", {5}),
        ("สี", {6}),
        ("ดำ roof", {6}),
        ("blurry", set()),
        ("negative:blur", {1, 3, 5, 7}),
        ("-negative:blur -cat", {2, 4, 6}),
        ("-cat", {1, 2, 3, 4, 6, 7}),
        ("seed:>=2 seed:<4", {2, 3}),
        ("-seed:0..6", {7}),
        ("model:start", set(range(8))),
        ("model:=start", set()),
        ("scheduler:dpm++", set(range(8))),
        ("-scheduler:=dpmpp_2m", set()),
        ("is:imported", set()),
        ("name:000", set()),
        ("cat\"* emoji'", {5}),
    ],
)
def test_words_of_every_script_and_filters(prompts: Gallery, line: str, numbers: set[int]) -> None:
    assert found(prompts, line) == {PROMPTS[number] for number in numbers}


def test_the_order_and_the_limit(gallery: Gallery, make: Make) -> None:
    ids = [
        gallery.add(make("cat", seed=number, num_inference_steps=9 - number)).id
        for number in range(4)
    ]

    assert gallery.search(parse("cat")) == ids[::-1] == gallery.ids()
    assert gallery.search(parse("cat"), 2) == ids[:1:-1]
    assert gallery.search(parse(""), 2) == ids[:1:-1]
    assert gallery.search(parse("sort:oldest cat"), 2) == ids[:2]
    assert gallery.search(parse("sort:steps")) == ids
    assert sorted(gallery.search(parse("sort:random"))) == ids
    assert gallery.search(parse("sort:random")) == gallery.search(parse("sort:random"))


def test_deleted_pictures_are_not_found_until_they_are_back(
    prompts: Gallery, trash: Callable[[Path], Path]
) -> None:
    (id,) = prompts.search(parse("강아지"))
    prompts.delete(id, trash)
    assert prompts.search(parse("강아지")) == []
    prompts.restore(id)
    assert prompts.search(parse("강아지")) == [id]


def test_pictures_of_one_moment_keep_apart(
    open_gallery: Callable[[], Gallery], make: Make, tmp_path: Path
) -> None:
    path = tmp_path / "pictures" / "a.png"
    path.parent.mkdir()
    png = make("cat").png
    for name in "abcde":  # copies: the same time of making
        path.with_name(f"{name}.png").write_bytes(png)
    gallery = open_gallery()
    assert gallery.adopt().adopted == 5
    assert gallery.search(parse("cat")) == gallery.ids()
    assert len(gallery.ids()) == 5


def test_a_gallery_of_version_2_is_searchable_after_adoption(
    open_gallery: Callable[[], Gallery], make: Make, tmp_path: Path
) -> None:
    database = tmp_path / "gallery.sqlite3"
    with open_gallery() as gallery:
        items = [
            gallery.add(make(f"{name} house", seed=number)) for number, name in enumerate("ab")
        ]
    database.unlink()
    connection, _ = open_database(database, MIGRATIONS[:2])
    connection.execute("INSERT INTO folder VALUES (1, ?)", (str(tmp_path / "pictures"),))
    for item in items:
        assert item.request is not None
        connection.execute(
            "INSERT INTO picture (request_id, folder, path, created_at, width, height, request) "
            "VALUES (?, 1, ?, 1000.5, 16, 8, ?)",  # both at the same time
            (
                item.request.id,
                item.path.relative_to(tmp_path / "pictures").as_posix(),
                item.request.to_json(),
            ),
        )
    connection.close()

    gallery = open_gallery()

    assert gallery.search(parse("seed:1")) == gallery.ids()[:1]  # at once
    gallery.adopt()
    assert gallery.search(parse("house model:starter")) == gallery.ids()
    assert len(gallery.ids()) == 2


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """3,000 pictures of a cat: ids and seeds from 1 on, rated 1, but the last ten are rated 2."""
    connection, _ = open_database(tmp_path_factory.mktemp("many") / "gallery.sqlite3")
    with closing(connection), transaction(connection):
        connection.execute("INSERT INTO folder VALUES (1, 'pictures')")
        connection.executemany(
            "INSERT INTO picture (id, folder, path, created_at, moment, width, height, request, "
            "rating, favourite, trajectory_bytes) VALUES (?1, 1, ?1, ?1, ?1, 8, 8, ?2, ?3, ?4, ?5)",
            [
                (
                    number,
                    GenerationRequest(prompt="cat", seed=number).to_json(),
                    2 if number > 2990 else 1,
                    number == 7,
                    number % 2,
                )
                for number in range(1, 3001)
            ],
        )
        connection.execute("INSERT INTO label VALUES (1, 'tag', 'A', 'a'), (2, 'tag', 'B', 'b')")
        connection.executemany(
            "INSERT INTO picture_label VALUES (?, ?)",
            [(1, 1), (9, 1), *((number, 2) for number in range(1, 3001))],
        )
        index_words(connection, range(1, 3001))
        yield connection  # read only


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("seed:77", [77]),
        ("seed:77 rating:1", [77]),
        ("seed:77 rating:2", []),
        ("cat seed:70..72", [72, 71, 70]),
        ("cat seed:70..72 -seed:71 sort:oldest", [70, 72]),
        ("-cat seed:77", []),
        ("rating:>1 has:trajectory", range(2999, 2990, -2)),
        ("cat rating:>1", range(3000, 2990, -1)),
        ("tag:a", [9, 1]),
        ("ca tag:a has:trajectory", [9, 1]),
        ("is:favourite", [7]),
        ("is:favourite seed:>7", []),
        ("model:nothing", []),
    ],
)
def test_few_pictures_are_found_without_reading_the_others(
    many: sqlite3.Connection, line: str, ids: Sequence[int]
) -> None:
    hundreds = 0

    def count() -> None:
        nonlocal hundreds
        hundreds += 1

    many.set_progress_handler(count, 100)  # instructions of SQLite
    assert search(many, parse(line), None) == list(ids)
    assert search(many, parse(line), 2) == list(ids)[:2]
    many.set_progress_handler(None, 0)
    # To look at all facts takes 240 to 1,100.
    assert hundreds < 120


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("rating:1", range(2990, 0, -1)),
        ("rating:1 tag:b seed:77", [77]),
        ("tag:b", range(3000, 0, -1)),
        ("cat rating:1 -seed:>3", [3, 2, 1]),
        ("seed:>2 -has:trajectory", range(3000, 2, -2)),
    ],
)
def test_filters_that_leave_many(many: sqlite3.Connection, line: str, ids: Sequence[int]) -> None:
    assert search(many, parse(line), None) == list(ids)
    assert search(many, parse(line), 2) == list(ids)[:2]


# -- against a filter in Python --------------------------------------------------------------

TEXTS = st.text(st.sampled_from("ab é猫東京가。🐈ก -\"'*(:1"), max_size=12)
SIDES = st.sampled_from([8, 16])


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pictures=st.lists(
        st.fixed_dictionaries(
            {
                "prompt": TEXTS,
                "negative_prompt": TEXTS,
                "seed": st.sampled_from([0, 5, 2**63 - 1]),
                "scheduler": st.sampled_from(["euler", "euler_a", "ddim"]),
                "num_inference_steps": st.integers(1, 3),
                "guidance_scale": st.sampled_from([0, 4.5, 8]),
                "width": SIDES,
                "height": SIDES,
            }
        ),
        min_size=1,
        max_size=6,
    ),
    lines=st.lists(
        st.one_of(
            TEXTS,
            st.lists(
                st.one_of(
                    st.builds(
                        "{}{}{}".format,
                        st.sampled_from(["", "-"]),
                        st.sampled_from(["", "negative:", "name:"]),
                        TEXTS,
                    ),
                    st.builds('{}"{}"'.format, st.sampled_from(["", "-"]), TEXTS),
                    st.builds(
                        "{}{}:{}{}".format,
                        st.sampled_from(["", "-"]),
                        st.sampled_from(NUMBERS),
                        st.sampled_from(["", ">", "<=", "2.."]),
                        st.sampled_from([0, 2, 4.5, 16, 2**63]),
                    ),
                    st.sampled_from(
                        [
                            "size:8x16",
                            "-size:16x16",
                            "scheduler:euler",
                            "-scheduler:=euler",
                            "model:STARTER",
                            "date:<2000",
                            "-date:>=2020",
                            "is:branch",
                            "has:tags",
                            "-is:made",
                        ]
                    ),
                ),
                max_size=4,
            ).map(" ".join),
        ),
        min_size=4,
        max_size=8,
    ),
)
def test_a_search_finds_what_a_filter_in_python_finds(
    make: Make, pictures: list[dict[str, object]], lines: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        with Gallery(root / "pictures", root / "gallery.sqlite3", root / "cache") as gallery:
            for fields in pictures:
                gallery.add(make(**fields))
            items = gallery.items(gallery.ids())
            for line in lines:
                try:
                    query = parse(line)
                except InvalidQuery:
                    continue
                wanted = [
                    item.id for item in items if all(holds(item, part) for part in query.parts)
                ]
                assert gallery.search(query) == wanted, line
                assert gallery.search(query, 2) == wanted[:2], line


def holds(item: GalleryItem, part: Part) -> bool:
    return _holds(item, part) != part.is_negated


def _holds(item: GalleryItem, part: Part) -> bool:
    request = item.request
    assert request is not None
    match part:
        case Term():
            texts = {
                "negative": [request.negative_prompt],
                "name": [item.path.stem],
                "prompt": [request.prompt],
                "original": [],
                "": [request.prompt, item.path.stem, *item.tags],
            }[part.column]
            return any(_contains(words(text), part) for text in texts)
        case Number():
            number = _number(item, part.key)
            is_high = (
                part.low is None
                or number > part.low
                or (number == part.low and not part.is_low_open)
            )
            return is_high and (
                part.high is None
                or number < part.high
                or (number == part.high and not part.is_high_open)
            )
        case Sides():
            return (item.width, item.height) == (part.width, part.height)
        case Name(key="scheduler"):
            names = [folded(request.scheduler), folded(SCHEDULERS[request.scheduler])]
            return any(part.text == name if part.is_exact else part.text in name for name in names)
        case Name():
            return folded(part.text) in "starter"
        case Days():
            day = time.strftime("%Y-%m-%d", time.localtime(item.created_at))
            return (part.first is None or day >= part.first.isoformat()) and (
                part.last is None or day <= part.last.isoformat()
            )
        case Flag():
            assert part.key in FLAGS
            return part.key == "made"


def _contains(tokens: Sequence[str], part: Term) -> bool:
    *first, last = words(part.text)
    is_whole = part.is_phrase or is_single(last)
    return any(
        list(tokens[start : start + len(first)]) == first
        and start + len(first) < len(tokens)
        and (
            tokens[start + len(first)] == last
            if is_whole
            else tokens[start + len(first)].startswith(last)
        )
        for start in range(len(tokens))
    )


def _number(item: GalleryItem, key: NumberKey) -> float:
    assert item.request is not None
    return {
        "steps": item.request.num_inference_steps,
        "guidance": item.request.guidance_scale,
        "rating": item.rating,
        "size": max(item.width, item.height),
        "width": item.width,
        "height": item.height,
        "seed": item.request.seed,
    }[key]
