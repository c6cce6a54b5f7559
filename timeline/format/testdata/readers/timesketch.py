"""Reads out.timesketch by the rules of Timesketch's importer and compares it with out.json, both in the directory of the argument."""
import datetime, json, re, sys

DIR = sys.argv[1]
doc = json.load(open(DIR + "/out.json", encoding="utf-8"))
events = [json.loads(line) for line in open(DIR + "/out.timesketch", encoding="utf-8")]
undated = sum(e["date"] is None for e in doc["entries"]) if len(doc["sources"]) > 1 or all(e["date"] is None for e in doc["entries"]) else 0
assert len(events) == len(doc["entries"]) - undated, (len(events), undated)
by_seq = {e["seq"]: e for e in doc["entries"]}
at = []
for event in events:
    for name in ("message", "datetime", "timestamp_desc"):
        assert isinstance(event[name], str) and event[name] or name == "message", name
    assert not {"_id", "_type", "_index", "_source", "__ts_timeline_id"} & event.keys()
    assert re.search(r"\+00:00$", event["datetime"])
    moment = datetime.datetime.fromisoformat(event["datetime"])
    assert (moment - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1) == event["timestamp"]
    e = by_seq[event["seq"]]
    if e["epoch"] is not None: assert event["timestamp"] // 1000000 == e["epoch"], e["seq"]
    assert event["message"] == (e["title"] + "\n\n" if e["title"] else "") + e["text"]
    assert (event.get("date"), event.get("clock"), event.get("precision")) == (e["date"], e["clock"], e["precision"])
    assert (event["source_file"], event["source_line"]) == (e["source"], e["line"])
    at.append(event["timestamp"])
# Sorted by time alone, the events are in our order.
assert at == sorted(set(at)), "order"
assert [e["seq"] for e in events] == sorted(e["seq"] for e in events)
