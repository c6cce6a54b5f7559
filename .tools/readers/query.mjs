// Stands in for the program duckdb: node query.mjs -c SQL prints the rows as JSON lines.
import { DuckDBInstance } from '@duckdb/node-api';

const db = await (await DuckDBInstance.create()).connect();
await db.run("SET TimeZone = 'UTC'");
for (const row of (await db.runAndReadAll(process.argv[3])).getRowObjectsJson()) console.log(JSON.stringify(row));
