import { describe, expect, it } from 'vitest';
import { describeAnswer, describeSent } from '../../../reports/shared/describe-exchange.js';
import type { Exchange } from '../../../schemas/generated/result.js';
import { control, json, probe, refusal } from '../fixtures/parts.js';

describe('what was sent, in a line', () => {
  it('names the mutation, its field and both values', () => {
    expect(describeSent(probe('e1', 't', 'X-CLIENT-KEY', 'another id', 'B'))).toBe(
      'another id (header X-CLIENT-KEY: MCH-0008 → B)',
    );
  });

  it('tells an absent value from an empty one', () => {
    expect(describeSent(probe('e1', 't', 'X-CLIENT-KEY', 'left out', undefined))).toContain(
      '→ absent)',
    );
    expect(describeSent(probe('e1', 't', 'X-CLIENT-KEY', 'emptied', ''))).toContain('→ empty)');
  });

  it('shortens long values in the middle', () => {
    const line = describeSent(
      probe('e1', 't', 'X-CLIENT-KEY', 'long', `start${'x'.repeat(9000)}end`),
    );
    expect(line).toMatch(/→ startx+…x+end\)$/);
    expect(line.length).toBeLessThan(150);
  });

  it('says that a control was the control', () => {
    expect(describeSent(control('e1', 't'))).toMatch(/^the control: POST https:/);
  });
});

describe('what came back, in a line', () => {
  const answered = (response: Exchange['response']) =>
    describeAnswer(control('e1', 't', response && { response }));

  it('is the status with the code and the message', () => {
    expect(answered(refusal(401, '4017300', 'Unauthorized. Signature'))).toBe(
      'HTTP 401, 4017300 Unauthorized. Signature',
    );
  });

  it.each([
    [json([1, 2]), 'HTTP 500, [1,2]'],
    [json({ error: 'x' }), 'HTTP 500, {"error":"x"}'],
    [json({ responseCode: { a: 1 } }), 'HTTP 500, {"responseCode":{"a":1}}'],
    [{ bytes: 9, text: '<html>\n  oh' }, 'HTTP 500, <html> oh'],
    [{ bytes: 0, text: '' }, 'HTTP 500, no body'],
    [{ bytes: 0 }, 'HTTP 500, no body'],
    [{ bytes: 3, base64: '//79' }, "HTTP 500, a body of 3 bytes that isn't text"],
  ])('is the status with what the body holds otherwise: %j', (body, line) => {
    expect(answered({ status: 500, headers: [], body })).toBe(line);
  });

  it('is why there was no answer', () => {
    const { response: _, ...silent } = control('e1', 't');
    expect(
      describeAnswer({ ...silent, noAnswer: { kind: 'timeout', message: 'after 10 s' } }),
    ).toBe('no answer (timeout): after 10 s');
  });
});
