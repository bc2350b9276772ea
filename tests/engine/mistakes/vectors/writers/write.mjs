// Prints what JSON.stringify makes of the body in the file named first, by the name of each way.
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

const value = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const sorted = (item) =>
  item === null || typeof item !== 'object' || Array.isArray(item)
    ? item
    : Object.fromEntries(
        Object.keys(item)
          .sort()
          .map((name) => [name, sorted(item[name])]),
      );
const made = {
  stringify: JSON.stringify(value),
  'indent-2': JSON.stringify(value, null, 2),
  'indent-4': JSON.stringify(value, null, 4),
  tab: JSON.stringify(value, null, '\t'),
  sorted: JSON.stringify(sorted(value)),
  twice: JSON.stringify(JSON.stringify(value)),
  query: new URLSearchParams(value).toString(),
  template: `${value}`,
  inspect: inspect(value),
};
console.log(
  JSON.stringify(
    Object.fromEntries(
      Object.entries(made).map(([name, text]) => [name, Buffer.from(text).toString('base64')]),
    ),
  ),
);
