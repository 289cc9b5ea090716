"""Reads interchanges with two readers that are not ours, and prints what each found, a JSON line a file and reader.

usage: readers.py FOLDER
Needs pyx12 and linuxforhealth-x12 (with pydantic below 2).
"""

import json
import pathlib
import sys

from linuxforhealth.x12.io import X12SegmentReader
from pyx12.x12file import X12Reader


def by_pyx12(path):
    """Its reader checks envelopes too: counts and control numbers."""
    reader = X12Reader(str(path))
    segments, errors = [], []
    for segment in reader:
        name = segment.get_seg_id()
        values = [segment.get_value(f"{name}{at + 1:02}") for at in range(len(segment))]
        segments.append([name] + [value or "" for value in values])
        errors += [str(error) for error in reader.pop_errors()]
    return segments, errors


def by_linuxforhealth(path):
    with X12SegmentReader(str(path)) as reader:
        return [elements for _, elements in reader.segments()], []


for path in sorted(pathlib.Path(sys.argv[1]).glob("*.x12")):
    for name, read in (("pyx12", by_pyx12), ("linuxforhealth-x12", by_linuxforhealth)):
        try:
            segments, errors = read(path)
        except Exception as failure:  # whatever a reader does not take is a finding about us
            segments, errors = [], [repr(failure)]
        print(json.dumps({"file": path.name, "reader": name, "segments": segments, "errors": errors}))
