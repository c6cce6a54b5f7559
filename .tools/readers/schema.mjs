// Checks out.json and each line of out.jsonl, in the directory of the argument, with ajv against schema.json beside them, and that the
// schema refuses documents with something missing or of another type.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';

const dir = process.argv[2];
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
const schema = JSON.parse(fs.readFileSync(dir + '/schema.json', 'utf8'));
assert(ajv.validateSchema(schema), ajv.errorsText());
const whole = ajv.compile({ $id: 'timeline', ...schema });
const line = ajv.compile({ $ref: 'timeline#/$defs/entry' });
const text = fs.readFileSync(dir + '/out.json', 'utf8');
const document = JSON.parse(text);
assert(whole(document), ajv.errorsText(whole.errors));
for (const l of fs.readFileSync(dir + '/out.jsonl', 'utf8').split('\n').filter(Boolean)) assert(line(JSON.parse(l)), ajv.errorsText(line.errors));

const parts = ['sources', 'entries', 'diagnostics'];
const small = JSON.stringify(Object.fromEntries(Object.entries(document).map(([name, v]) => [name, parts.includes(name) ? v.slice(0, 1) : v])));
for (const part of parts) {
  for (const name of Object.keys(document[part][0] ?? {})) {
    for (const spoil of [(o) => delete o[name], (o) => (o[name] = { not: 'this' }), (o) => (o[name] = -1)]) {
      const copy = JSON.parse(small);
      spoil(copy[part][0]);
      if (name === 'epoch' && copy[part][0][name] === -1) continue; // before 1970
      assert(!whole(copy), `${part}.${name} may be ${JSON.stringify(copy[part][0][name])}`);
    }
  }
}
