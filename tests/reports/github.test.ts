import { describe, expect, it } from 'vitest';
import { github } from '../../reports/github.js';
import type { Result } from '../../schemas/generated/result.js';
import { evil, evilResult } from './fixtures/evil.js';
import { full } from './fixtures/full.js';
import { hostile } from './fixtures/hostile.js';
import { check, summarise } from './fixtures/parts.js';
import { rich } from './fixtures/result.js';
import { withKnown } from './fixtures/with-known.js';

interface Command {
  name: string;
  properties: Record<string, string>;
  message: string;
}

/**
 * Reads a line as GitHub's runner does: `::name key=value,key=value::message`, where a colon ends the properties and a
 * comma each of them, so that both are escaped in values, and `%`, CR and LF everywhere.
 */
function read(line: string): Command | undefined {
  const parts = /^\s*::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line);
  if (!parts) return undefined;
  const [, name = '', listed = '', message = ''] = parts;
  const pairs = listed.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescapeValue(pair.slice(at + 1))];
  });
  return { name, properties: Object.fromEntries(pairs), message: unescapeData(message) };
}

const unescapeValue = (text: string) =>
  unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
const unescapeData = (text: string) =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

function commandsOf(result: Result, configFile?: string): Command[] {
  const lines = github.render(result, configFile === undefined ? {} : { configFile }).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const command = read(line);
    if (!command) throw new Error(`no command: ${line}`);
    return command;
  });
}

const shown = (commands: Command[]) =>
  commands.map(({ name, properties }) => `${name} ${properties['title']}`);

describe('annotations for GitHub', () => {
  it('are an error for each failure and refused control, a warning, a notice', () => {
    expect(shown(commandsOf(rich))).toEqual([
      'error doku sandbox: token-b2b/timestamp/rejects-missing-offset',
      'error doku sandbox: token-b2b/signature/refuses-bit-flip',
      'error bank: control',
      'warning doku sandbox: token-b2b/response/cache-control',
      'notice doku sandbox: token-b2b/http/robustness',
      'notice doku sandbox: token-b2b/http/accepts-accept-variants',
    ]);
  });

  it('say what was found and how to mend it, at the config', () => {
    const [first] = commandsOf(rich, 'ci, a/snap.config.yaml');
    expect(first?.properties['file']).toBe('ci, a/snap.config.yaml');
    expect(first?.message.split('\n')).toEqual([
      'Requirement: A timestamp without an offset is refused',
      'Sent: the offset was left out (header X-TIMESTAMP: 2026-03-02T09:15:27+07:00 → 2026-03-02T09:15:27)',
      'Expected: A timestamp without an offset is refused, whatever else the request holds. (ASPI Keamanan, token B2B request)',
      'Came back: HTTP 200, 2007300 Successful',
      'Found: A token was granted for 2026-03-02T09:15:27.',
      'Remedy: Parse the value with the documented grammar before the signature is looked at.',
      'Replay: snap-conformance run --only token-b2b/timestamp/rejects-missing-offset --seed 42',
    ]);
  });

  it('turn a failure that the baseline lists into a notice with the reason', () => {
    const found = commandsOf(withKnown).find(({ properties }) =>
      properties['title']?.includes('refuses-bit-flip'),
    );
    expect(found?.name).toBe('notice');
    expect(found?.message).toMatch(/^known failure until 2026-12-31: ticket 12 \(payments\)\n/);
  });

  it.each([
    ['hostile', hostile],
    ['evil', evilResult],
  ])('are the same commands whatever a server says: %s', (_, result) => {
    const forms = (commands: Command[]) =>
      commands.map(({ name, properties }) => [name, ...Object.keys(properties)]);
    expect(forms(commandsOf(result))).toEqual(forms(commandsOf(full)));
  });

  it('give back the text that a server sent, but for what acts', () => {
    const titles = commandsOf(evilResult).map(({ properties }) => properties['title']);
    expect(titles).toContain(
      `doku sandbox${evil.replace('\r', '<U+000D>')}: token-b2b/timestamp/rejects-missing-offset`,
    );
  });

  it('are ten of a kind at most, the last one counting the rest', () => {
    const [target] = rich.targets;
    if (!target) throw new Error('the rich result has no target');
    const checks = Array.from({ length: 14 }, (_, index) =>
      check(`a/b/c${index}`, { outcome: 'failed' }),
    );
    const many = { ...rich, targets: [{ ...target, checks, summary: summarise(checks) }] };
    const commands = commandsOf(many);
    expect(commands).toHaveLength(10);
    expect(commands.at(-1)?.message).toMatch(/^5 more of this kind/);
  });

  it('warn of an interrupted run, and are none where all is well', () => {
    const none = { ...rich, targets: [] };
    expect(commandsOf(none)).toEqual([]);
    expect(shown(commandsOf({ ...none, run: { ...rich.run, interrupted: true } }))).toEqual([
      'warning Interrupted',
    ]);
  });
});
