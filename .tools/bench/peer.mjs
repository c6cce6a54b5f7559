// The same as peer.awk with a date finder: peer.mjs FEED. A paragraph that chrono takes for a date as a whole heads the ones below it.
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

let day = null;
const entries = [];
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  const [found] = chrono.parse(line);
  if (found && found.text === line.trim()) {
    day = found.start.date().toISOString().slice(0, 10);
  } else if (line) {
    entries.push(JSON.stringify({ date: day, text: line }));
  }
}
process.stdout.write(entries.reverse().join("\n") + "\n");
