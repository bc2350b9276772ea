import fc from 'fast-check';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import { headerOf } from '../../src/engine/http/wire.js';
import { say } from '../../src/messages/message.js';
import { addedHeader } from '../shared/token-mutations.js';

const values = ['identity', 'gzip', 'gzip, deflate, br', 'identity;q=1, *;q=0', 'gzip;q=0.5', '*'];

/** The token was granted, in a coding that the client accepts (RFC 9110 section 12.5.3). */
const judge: Judge<'token-b2b'> = async (observed, t) => {
  const { answer, sent } = observed;
  const coding = answer && headerOf(answer.response.headers, 'content-encoding');
  const accepted = headerOf(sent.request.headers, 'accept-encoding') ?? '*';
  if (coding !== undefined && !admits(accepted, coding)) {
    return say('token-b2b/http/coding-not-admitted', { coding, accepted });
  }
  return judgeAccepted(observed, t);
};

/** True if Accept-Encoding names the coding, or anything, with a weight above zero. */
function admits(accepted: string, coding: string): boolean {
  const weights = new Map(
    accepted.split(',').map((part): [string, number] => {
      const [name = '', weight = 'q=1'] = part.split(';').map((text) => text.trim().toLowerCase());
      return [name, Number(weight.replace('q=', ''))];
    }),
  );
  const name = coding.trim().toLowerCase();
  const usual = name === 'identity' ? 1 : 0;
  return (weights.get(name) ?? weights.get('*') ?? usual) > 0;
}

/** The client gets a token whatever Accept-Encoding it sends, in a coding that it can undo. */
export const acceptsAcceptEncodings = accepts('accepts-accept-encodings', {
  property: () => fc.constantFrom(...values),
  examples: () => values,
  mutate: (value: string) => addedHeader('Accept-Encoding', value),
  judge,
});
