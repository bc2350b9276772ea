import { createPrivateKey, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { Pool } from 'undici';
import { tokenStringToSign } from '../dist/src/protocol/string-to-sign.js';
import { formatTimestamp } from '../dist/src/protocol/timestamp.js';

const signAsync = promisify(sign);

/**
 * The lower bound: signed token requests, nothing judged. Each gets a signature of its own, made on the
 * thread pool, and its answer is read to the end.
 *
 * @returns milliseconds, from the first request to the last answer
 */
export async function bareLoop({ baseUrl, profile, client, limits }, count) {
  const { path, timestamp, grantType } = profile.services['token-b2b'];
  const key = createPrivateKey(client.privateKey);
  const body = JSON.stringify({ [grantType.member]: grantType.value });
  const pool = new Pool(new URL(baseUrl).origin, { connections: limits.concurrency });
  let left = count;
  async function worker() {
    while (left > 0) {
      left -= 1;
      const now = formatTimestamp(Date.now(), timestamp.accept[0]);
      const signed = Buffer.from(tokenStringToSign(client.clientId, now));
      const signature = await signAsync('RSA-SHA256', signed, key);
      const response = await pool.request({
        method: 'POST',
        path,
        headers: {
          'Content-Type': 'application/json',
          'X-TIMESTAMP': now,
          'X-CLIENT-KEY': client.clientId,
          'X-SIGNATURE': signature.toString('base64'),
        },
        body,
      });
      const answer = await response.body.json();
      // A loop of refusals would be a bound of something else.
      if (!answer.accessToken) throw new Error(`refused: ${JSON.stringify(answer)}`);
    }
  }
  const begun = performance.now();
  await Promise.all(Array.from({ length: limits.concurrency }, worker));
  const ms = performance.now() - begun;
  await pool.close();
  return ms;
}
