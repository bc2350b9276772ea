import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { har } from '../../reports/har.js';
import type { Result } from '../../schemas/generated/result.js';
import { evilResult } from './fixtures/evil.js';
import { hostile } from './fixtures/hostile.js';
import { probe } from './fixtures/parts.js';
import { rich } from './fixtures/result.js';

const require = createRequire(import.meta.url);
const schemas = require('har-schema') as Record<string, { $schema: string; $id: string }>;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
// Draft 6, of which they use nothing that later drafts read otherwise.
for (const { $schema: _, ...schema } of Object.values(schemas)) ajv.addSchema(schema);
const validate = ajv.compile({ $ref: 'har.json#' });

interface Entry {
  time: number;
  pageref: string;
  comment: string;
  request: {
    url: string;
    bodySize: number;
    postData?: { text: string; _base64?: string };
    _url?: string;
  };
  response: { status: number; content: { text?: string; encoding?: string }; _error?: string };
  timings: { send: number; wait: number; receive: number };
}

const entriesOf = (result: Result): Entry[] => JSON.parse(har.render(result)).log.entries;

/** The entry of an exchange of the rich result. */
function entryOf(id: string): Entry {
  const entry = entriesOf(rich).find(({ comment }) => comment.startsWith(`${id}:`));
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

describe('exchanges.har', () => {
  it.each([
    ['rich', rich],
    ['hostile', hostile],
    ['evil', evilResult],
    ['empty', { ...rich, targets: [], exchanges: [] }],
  ])('is what the schema describes: %s', (_, result) => {
    validate(JSON.parse(har.render(result)));
    expect(validate.errors).toBeNull();
  });

  it('would be refused by the schema without a part that is asked for', () => {
    validate(JSON.parse(har.render(rich).replaceAll('"redirectURL"', '"redirect"')));
    expect(validate.errors).not.toBeNull();
  });

  it('holds every exchange, in the order of time, under its target', () => {
    const [first, ...rest] = rich.exchanges;
    const later = { ...first, startedAt: '2026-03-02T02:15:30.000Z' } as (typeof rich.exchanges)[0];
    const entries = entriesOf({ ...rich, exchanges: [later, ...rest] });
    expect(entries).toHaveLength(rich.exchanges.length);
    expect(entries.at(-1)?.comment).toMatch(/^e1: /);
    expect(entries.filter(({ pageref }) => pageref === 'target-2')).toHaveLength(1);
  });

  it('times the whole of an exchange', () => {
    for (const { time, timings } of entriesOf(rich))
      expect(timings.send + timings.wait + timings.receive).toBe(time);
  });

  it('keeps bodies that are no text', () => {
    const { request, response } = entryOf('e4');
    expect(request).toMatchObject({ bodySize: 70000, postData: { text: '', _base64: '//4AAQID' } });
    expect(response.content).toMatchObject({ text: '//79', encoding: 'base64' });
  });

  it('says why there is no answer', () => {
    expect(entryOf('e7').response).toMatchObject({
      status: 0,
      _error: 'unavailable: 503 three times',
    });
  });

  it('keeps beside it what was sent as a URL and is none', () => {
    const odd = probe('e9', 'bank', 'X-TIMESTAMP', 'none', undefined);
    odd.request.url = 'https://[::bad/path?a=1';
    const [entry] = entriesOf({ ...rich, exchanges: [odd] });
    expect(entry?.request).toMatchObject({ url: 'about:invalid', _url: odd.request.url });
  });

  it('says which exchanges went over HTTP/2', () => {
    const sent = probe('e9', 'bank', 'X-TIMESTAMP', 'none', undefined);
    const versions = [sent, { ...sent, http2: true as const }].map((exchange) => {
      const [entry] = entriesOf({ ...rich, exchanges: [exchange] });
      return (entry?.request as unknown as { httpVersion: string }).httpVersion;
    });
    expect(versions).toEqual(['HTTP/1.1', 'HTTP/2']);
  });
});
