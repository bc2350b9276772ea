/** What each dependency is for, and what it would take to do without it. Markdown. */
export const reasons = {
  '@clack/prompts': {
    why: 'the questions of `init`',
    without: 'readline, and our own keys, lists and cancelling; or flags alone',
  },
  '@faker-js/faker': {
    why: 'names and addresses as Indonesian clients send them, in the properties',
    without: 'lists of our own; the properties would find less of what real texts break',
  },
  '@sigstore/core': {
    why: 'canonical JSON and the DSSE envelope of attestations',
    without: 'our own RFC 8785, which is easy to get wrong for numbers and Unicode',
  },
  ajv: {
    why: 'JSON Schema: messages, config, profiles, results',
    without: 'a validator of our own for each schema, and the schemas would prove nothing',
  },
  'badge-maker': {
    why: 'the report `badge`: an SVG whose text fits',
    without: 'a table of widths of letters',
  },
  commander: {
    why: 'commands, options and their help',
    without: '`util.parseArgs`, and help, suggestions and checks of our own',
  },
  docx: {
    why: 'the report `form-docx`; loaded for it alone. 9.7.1, because later versions ask for Node 22',
    without: 'our own Office Open XML: styles, tables, page set-up, footers',
  },
  'fast-check': {
    why: 'properties: values, shrinking, replay by seed',
    without: 'no properties: single examples, and nothing shrunk or replayed by seed',
  },
  'fastest-levenshtein': {
    why: '"Did you mean …?"',
    without: 'forty lines',
  },
  jiti: {
    why: 'configs and suites in TypeScript',
    without: 'configs in JSON, YAML and JavaScript alone, as long as Node 20 is supported',
  },
  'p-queue': {
    why: 'how many requests are under way, in which order',
    without: 'a queue of our own with priorities',
  },
  picocolors: {
    why: 'colours, and when not to use them',
    without: 'our own reading of NO_COLOR and terminals',
  },
  undici: {
    why: 'HTTP as it is: pools, TLS, raw header lists, no redirect',
    without: 'a pool, time-outs and a reader of raw headers of our own over `node:http`',
  },
  'write-excel-file': {
    why: 'the reports `xlsx` and `form-xlsx`',
    without: 'our own Office Open XML',
  },
  yaml: {
    why: 'profiles, configs and baselines, with the position of each mistake, and comments kept',
    without: 'JSON alone; requirements would be hard to write',
  },
};
