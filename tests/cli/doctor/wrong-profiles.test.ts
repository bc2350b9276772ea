import { expect, it } from 'vitest';
import { snap } from '../in-process.js';
import { targetConfig, workspace } from '../workspace.js';

/** What a user writes below the first three lines, and what is told of it. */
interface Wrong {
  text: string;
  /** Line and column, from 1. */
  at: string;
  pointer: string;
  what: string;
  remedy: string;
}

const head = 'name: mine\ntitle: Mine\nextends: snap-bi\n';
const documents = 'documents:\n  D: { title: A manual, confidence: primary }\n';
const token = '/services/token-b2b';

const wrong: Record<string, Wrong> = {
  'a code without quotes': {
    text: `${head}services:\n  token-b2b:\n    success:\n      code: 2007300\n`,
    at: '7:7',
    pointer: `${token}/success/code`,
    what: 'must be a string or a list, not 2007300',
    remedy: 'Put it in quotes, or it is read as a number: "2007300".',
  },
  'a code of an answer without quotes': {
    text: `${head}services:\n  token-b2b:\n    answers:\n      method:\n        - { status: 405, code: 4057300, message: No }\n`,
    at: '8:26',
    pointer: `${token}/answers/method/0/code`,
    what: 'must be a string, not 4057300',
    remedy: 'Put it in quotes, or it is read as a number: "4057300".',
  },
  'a code with a zero in front, without quotes': {
    text: `${head}services:\n  signature-utility:\n    serviceCode: 07\n`,
    at: '6:5',
    pointer: '/services/signature-utility/serviceCode',
    what: 'must be a string, not 7',
    remedy: 'Put it in quotes, or it is read as a number: "07".',
  },
  'one number for a window': {
    text: `${head}services:\n  token-b2b:\n    timestamp:\n      window: 120\n`,
    at: '7:7',
    pointer: `${token}/timestamp/window`,
    what: 'not 120',
    remedy: 'Write an object: { pastSeconds: 120, futureSeconds: 120 }.',
  },
  'half a window': {
    text: `${head}services:\n  token-b2b:\n    timestamp:\n      window: { pastSeconds: 120 }\n`,
    at: '7:7',
    pointer: `${token}/timestamp/window`,
    what: '"futureSeconds" is missing',
    remedy: 'Add the member "futureSeconds".',
  },
  'a name with blanks': {
    text: 'name: My Bank\ntitle: Mine\nextends: snap-bi\n',
    at: '1:1',
    pointer: '/name',
    what: '"My Bank" does not have the form that is asked for',
    remedy: 'Did you mean "my-bank"?',
  },
  'no name': {
    text: 'title: Mine\nextends: snap-bi\n',
    at: '1:1',
    pointer: '',
    what: '"name" is missing',
    remedy: 'Add the member "name".',
  },
  'a pattern that is no regular expression': {
    text: `${head}services:\n  token-b2b:\n    answers:\n      method:\n        - { status: 405, code: "4057300", message: No, pattern: "no(t" }\n`,
    at: '8:56',
    pointer: `${token}/answers/method/0/pattern`,
    what: 'the pattern is not a regular expression: Unterminated group',
    remedy: 'Check brackets and backslashes',
  },
  'a pattern of what a merchant hosts': {
    text: `${head}merchant:\n  token-b2b:\n    answers:\n      method:\n        - status: 405\n          code: "4057300"\n          message: No\n          pattern: '*'\n`,
    at: '11:11',
    pointer: '/merchant/token-b2b/answers/method/0/pattern',
    what: 'the pattern is not a regular expression: Nothing to repeat',
    remedy: 'Check brackets and backslashes',
  },
  'a reading whose schema is none': {
    text: `${head}contradictions:\n  - id: two\n    summary: s\n    at: /$defs/response\n    ruling: both\n    readings:\n      - { name: a, says: s, place: p, schema: { type: txt } }\n      - { name: b, says: s, place: p, schema: true }\n`,
    at: '10:39',
    pointer: '/contradictions/0/readings/0/schema',
    what: "the schema of the reading can't be used",
    remedy: 'It says what the value looks like',
  },
  'a mistyped setting': {
    text: `${head}services:\n  token-b2b:\n    timestmap: {}\n`,
    at: '6:5',
    pointer: `${token}/timestmap`,
    what: 'unknown member "timestmap"',
    remedy: 'Did you mean "timestamp"?',
  },
  'a mistyped form': {
    text: `${head}services:\n  token-b2b:\n    timestamp:\n      accept: [offset, ofset-millis]\n`,
    at: '7:24',
    pointer: `${token}/timestamp/accept/1`,
    what: '"ofset-millis" is not one of the allowed values',
    remedy: 'Did you mean "offset-millis"?',
  },
  'one value where a list is asked for': {
    text: `${head}services:\n  token-b2b:\n    timestamp:\n      accept: utc\n`,
    at: '7:7',
    pointer: `${token}/timestamp/accept`,
    what: 'must be a list, not a string',
    remedy: 'Write a list, also for one value: [utc].',
  },
  'one value where an object is asked for': {
    text: `${head}services:\n  token-b2b:\n    success:\n      expiresIn: 900\n`,
    at: '7:7',
    pointer: `${token}/success/expiresIn`,
    what: 'must be an object, not 900',
    remedy: 'Write an object; its members are types, seconds, maxLength.',
  },
  'a number in quotes': {
    text: `${head}services:\n  token-b2b:\n    success:\n      expiresIn: { seconds: "900" }\n`,
    at: '7:20',
    pointer: `${token}/success/expiresIn/seconds`,
    what: 'not a string',
    remedy: 'Write it without quotes: 900.',
  },
  'a path without its slash': {
    text: `${head}services:\n  token-b2b:\n    path: v1.0/access-token/b2b\n`,
    at: '6:5',
    pointer: `${token}/path`,
    what: '"v1.0/access-token/b2b" does not have the form',
    remedy: 'Did you mean "/v1.0/access-token/b2b"?',
  },
  'a member without a value': {
    text: `${head}services:\n  token-b2b:\n    path:\n`,
    at: '6:5',
    pointer: `${token}/path`,
    what: 'must be a string or a list, not null',
    remedy: 'It has no value: write one, or leave the member out.',
  },
  'a requirement that is not there': {
    text: `${head}${documents}requirements:\n  token-b2b/timestamp/rejects-epohc:\n    level: MAY\n    because: x\n    source: { document: D, clause: "1" }\n`,
    at: '7:3',
    pointer: '/requirements/token-b2b~1timestamp~1rejects-epohc',
    what: 'there is no requirement "token-b2b/timestamp/rejects-epohc"',
    remedy: 'Did you mean "token-b2b/timestamp/rejects-epoch"?',
  },
  'a document that is not listed': {
    text: `${head}${documents}services:\n  token-b2b:\n    path: /a\nsources:\n  /services/token-b2b/path: { document: E, clause: "1" }\n`,
    at: '10:31',
    pointer: '/sources/~1services~1token-b2b~1path/document',
    what: 'there is no document "E" under documents',
    remedy: 'Did you mean "D"?',
  },
  'a source of a value that is not stated': {
    text: `${head}${documents}sources:\n  /services/token-b2b/path: { document: D, clause: "1" }\n`,
    at: '7:3',
    pointer: '/sources/~1services~1token-b2b~1path',
    what: '/services/token-b2b/path leads to no value of this profile',
    remedy: 'A source is given for a value that the profile itself states.',
  },
  'a source whose pointer lacks its slash': {
    text: `${head}${documents}services:\n  token-b2b:\n    path: /a\nsources:\n  services/token-b2b/path: { document: D, clause: "1" }\n`,
    at: '10:3',
    pointer: '/sources/services~1token-b2b~1path',
    what: '"services/token-b2b/path" does not have the form',
    remedy: 'Did you mean "/services/token-b2b/path"?',
  },
  'a base that is not there': {
    text: 'name: mine\ntitle: Mine\nextends: snap-b1\n',
    at: '3:1',
    pointer: '/extends',
    what: 'there is no profile "snap-b1"',
    remedy: 'Did you mean "snap-bi"?',
  },
  'the same name twice': {
    text: `${head}services:\n  token-b2b: {}\n  token-b2b: {}\n`,
    at: '6:3',
    pointer: '',
    what: 'not valid YAML: Map keys must be unique',
    remedy: 'The same name stands there twice: keep one of the two.',
  },
  'a tab for indentation': {
    text: `${head}services:\n\ttoken-b2b: {}\n`,
    at: '5:1',
    pointer: '',
    what: 'not valid YAML: Tabs are not allowed as indentation',
    remedy: 'Indent with spaces; YAML knows no tabs there.',
  },
};

it.for(Object.entries(wrong))(
  '%s: told with line and column, pointer and remedy',
  async ([, { text, at, pointer, what, remedy }]) => {
    const space = workspace();
    space.write('mine.yaml', text);
    const { status, stdout, stderr } = await snap(['doctor', '--profile', './mine.yaml'], {
      cwd: space.path,
    });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    const [first = '', place = '', ...more] = stderr.trimEnd().split('\n');
    expect(first).toContain(what);
    expect(place).toMatch(/^ {2}at \S*mine\.yaml:\d+:\d+(?:#\S*)?$/);
    expect(place.replace(/#.*$/, '').split('mine.yaml:')[1]).toBe(at);
    expect(place.split('#')[1] ?? '').toBe(pointer);
    expect(more.join('\n')).toContain(remedy);
    expect(stderr).not.toMatch(/^ {4}at /m);
  },
);

it('tells all that is wrong with a file at once', async () => {
  const space = workspace();
  space.write(
    'mine.yaml',
    `${head}services:\n  token-b2b:\n    serviceCode: 73\n    success: { code: 2007300 }\n`,
  );
  const { status, stderr } = await snap(['doctor', '--profile', './mine.yaml'], {
    cwd: space.path,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('mine.yaml:6:5#/services/token-b2b/serviceCode');
  expect(stderr).toContain('mine.yaml:7:16#/services/token-b2b/success/code');
});

it('a pattern that an override of a config gives is compiled too', async () => {
  const space = workspace();
  const answers = { method: [{ status: 405, code: '4057300', message: 'No', pattern: '[' }] };
  const overrides = { 'token-b2b': { answers } };
  const target = await targetConfig('http://127.0.0.1:9', { overrides });
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const { status, stderr } = await snap(['doctor', '--profiles'], { cwd: space.path });
  expect(status).toBe(2);
  expect(stderr).toContain('the pattern is not a regular expression');
  expect(stderr).toContain(
    'snap.config.json#/targets/0/overrides/token-b2b/answers/method/0/pattern',
  );
});
