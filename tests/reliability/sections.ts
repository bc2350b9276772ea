/** What docs/reliability.md says of secrets and of broken inputs, from what the tests wrote. */
import { readFileSync } from 'node:fs';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`./measured/${name}`, import.meta.url), 'utf8'));

interface Secrets {
  classes: string[];
  outputs: Record<string, string>;
}

interface Fuzz {
  seed: number;
  kinds: Record<string, { used: number; refused: number }>;
}

/** Markdown of "secret classes × outputs": every class is looked for in every output. */
export function secretsSection(): string {
  const { classes, outputs } = read('secrets.json') as Secrets;
  const names = Object.keys(outputs);
  const rows = names.map((name) => `| ${name} | ${outputs[name]} |`);
  return [
    `${classes.length} classes of secrets are looked for in ${names.length} outputs, against a server that repeats every secret in thirteen forms: ${classes.length * names.length} pairs, none of which holds one. \`hidden\`: secrets came, and what stands for them is there; \`none comes\`: there was nothing to hide.`,
    '',
    `Classes: ${classes.join(', ')}.`,
    '',
    '| output | secrets |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Markdown of "inputs fuzzed". */
export function fuzzSection(): string {
  const { seed, kinds } = read('fuzz.json') as Fuzz;
  const rows = Object.entries(kinds).map(
    ([kind, { used, refused }]) => `| ${kind} | ${used + refused} | ${used} | ${refused} |`,
  );
  const total = Object.values(kinds).reduce((sum, { used, refused }) => sum + used + refused, 0);
  return [
    `${total} inputs, broken in structure or in text (seed ${seed}). Each was used, or refused with one clear error; none crashed, and nothing was written outside \`--out\`.`,
    '',
    '| kind | inputs | used | refused |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
