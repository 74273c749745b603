from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdstudio.gallery.sidecar import (
    MOST_BYTES,
    Marks,
    UnreadableSidecar,
    decode_sidecar,
    encode_sidecar,
    label_names,
)

# As digiKam and darktable write them: attributes and elements, and much that is theirs.
FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:darktable="http://darktable.sf.net/"
    xmp:Rating="3" darktable:auto_presets_applied="1">
   <dc:subject><rdf:Bag><rdf:li>猫</rdf:li><rdf:li>a &amp; b</rdf:li></rdf:Bag></dc:subject>
   <darktable:history><rdf:Seq><rdf:li darktable:operation="flip"/></rdf:Seq></darktable:history>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>"""

NAMES = st.lists(st.text(max_size=12), max_size=4).map(label_names)
MARKS = st.builds(
    Marks, rating=st.integers(0, 5), favourite=st.booleans(), tags=NAMES, collections=NAMES
)


@settings(deadline=None)
@given(MARKS, MARKS)
def test_any_marks_come_back(first: Marks, then: Marks) -> None:
    data = encode_sidecar(first, None)
    assert (data is None) == (first == Marks())
    if data is not None:
        assert decode_sidecar(data) == first
    again = encode_sidecar(then, data)
    assert (Marks() if again is None else decode_sidecar(again)) == then


def test_what_other_programs_wrote_is_read_and_kept() -> None:
    before = FOREIGN.encode()
    assert decode_sidecar(before) == Marks(rating=3, tags=("a & b", "猫"))

    after = encode_sidecar(Marks(rating=5, collections=("Best",)), before)

    assert after is not None
    assert decode_sidecar(after) == Marks(rating=5, collections=("Best",))
    text = after.decode()
    assert 'darktable:auto_presets_applied="1"' in text
    assert 'darktable:operation="flip"' in text
    assert text.count("Rating=") == 1
    cleared = encode_sidecar(Marks(), after)
    assert cleared is not None
    assert "flip" in cleared.decode()


HOSTILE = (
    b"",
    b"not xml",
    b"<a/>",
    b'<!DOCTYPE x [<!ENTITY a "b">]>' + FOREIGN.split("?>")[1].encode(),
    b"<a>" * 100_000,
    FOREIGN.encode()[:-30],
    b" " * (MOST_BYTES + 1),
    FOREIGN.replace("UTF-8", "no-such").encode(),
)


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_sidecar_is_refused_and_never_overwritten(data: bytes) -> None:
    with pytest.raises(UnreadableSidecar):
        decode_sidecar(data)
    with pytest.raises(UnreadableSidecar):
        encode_sidecar(Marks(rating=1), data)


def test_mutated_sidecars_are_marks_or_one_sentence() -> None:
    dice = random.Random(7)
    for _ in range(1500):
        data = bytearray(FOREIGN.encode())
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            marks = decode_sidecar(bytes(data))
        except UnreadableSidecar:
            continue
        assert 0 <= marks.rating <= 5
