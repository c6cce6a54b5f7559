// Reads out.jsonl with DuckDB and the columns of duckdb.txt, both in the directory of the argument, writes Parquet as the help says, and
// compares what Parquet holds with out.json.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const dir = process.argv[2];
const { entries } = JSON.parse(fs.readFileSync(dir + '/out.json', 'utf8'));
const columns = fs.readFileSync(dir + '/duckdb.txt', 'utf8').trim();
const db = await (await DuckDBInstance.create()).connect();
await db.run("SET TimeZone = 'UTC'");
const from = `read_json('${dir}/out.jsonl', format = 'newline_delimited', maximum_object_size = 100000000, ${columns})`;
await db.run(`COPY (FROM ${from}) TO '${dir}/out.parquet' (FORMAT parquet)`);
const rows = await (await db.runAndReadAll(`SELECT seq, id, CAST(date AS VARCHAR) AS date, clock, strftime(time, '%Y-%m-%dT%H:%M:%SZ') AS time, epoch, text, title, inferred, confidence, len(revisions) AS revisions FROM '${dir}/out.parquet' ORDER BY seq`)).getRowObjectsJson();
assert.equal(rows.length, entries.length);
rows.forEach((row, i) => {
  const e = entries[i];
  assert.deepEqual(
    { ...row, seq: Number(row.seq), epoch: row.epoch === null ? null : Number(row.epoch), revisions: Number(row.revisions) },
    { seq: e.seq, id: e.id, date: e.date, clock: e.clock, time: e.time, epoch: e.epoch, text: e.text, title: e.title, inferred: e.inferred, confidence: e.confidence, revisions: e.revisions.length },
  );
});
