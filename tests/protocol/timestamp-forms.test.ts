import { spawnSync } from 'node:child_process';
import { describe, expect, it, test } from 'vitest';
import { formatTimestamp, type TimestampForm } from '../../src/protocol/timestamp.js';
import { allowsForm, timestampForms } from '../../src/protocol/timestamp-forms.js';

describe('allowsForm', () => {
  const [jakarta, bali, utc, local] = [
    '2024-03-19T11:46:16+07:00',
    '2024-03-19T12:46:16+08:00',
    '2024-03-19T04:46:16Z',
    '2024-03-19T11:46:16',
  ];
  const taken = (accept: TimestampForm[], reject: TimestampForm[]) =>
    [jakarta, bali, utc, local].filter((text) => allowsForm(text, { accept, reject }));

  it.each<[TimestampForm[], TimestampForm[], string[]]>([
    [['offset'], [], [jakarta, bali, utc]],
    [['offset'], ['utc'], [jakarta, bali]],
    [['jakarta'], [], [jakarta, bali, utc]],
    [['jakarta'], ['offset', 'utc'], [jakarta]],
    [['jakarta-millis'], ['offset'], [utc]],
    [['local'], ['offset', 'utc'], [local]],
    [['local-millis'], ['offset', 'utc', 'local'], []],
  ])('accepting %j and rejecting %j', (accept, reject, expected) => {
    expect(taken(accept, reject)).toEqual(expected);
  });

  it('takes no text that is no timestamp', () => {
    const rules = { accept: timestampForms, reject: [] };
    expect(allowsForm('2024-02-30T11:46:16', rules)).toBe(false);
    expect(allowsForm('now', rules)).toBe(false);
  });
});

// Other systems' date has no option -d.
test.runIf(process.platform === 'linux')(
  "GNU date reads the same instant from each form, a local one as Jakarta's",
  () => {
    const instant = Date.UTC(2023, 8, 20, 10, 0, 0, 939);
    for (const form of timestampForms) {
      const text = formatTimestamp(instant, form);
      const { stdout } = spawnSync('date', ['-d', text, '+%s%3N'], {
        encoding: 'utf8',
        env: { ...process.env, TZ: 'Asia/Jakarta' },
      });
      const written = form.endsWith('-millis') ? instant : instant - 939;
      expect(stdout.trim(), text).toBe(String(written));
    }
    expect(formatTimestamp(instant, 'local-millis')).toBe('2023-09-20T17:00:00.939');
  },
);
