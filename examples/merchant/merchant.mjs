// The two endpoints of a merchant that a provider notifies: the provider gets a token here, and sends the
// notification with it. Needs no package. Environment: PROVIDER_KEY (file with the provider's public key),
// CLIENT_ID and CLIENT_SECRET (as agreed with the provider), PORT (default: any).
import {
  createHash,
  createHmac,
  createPublicKey,
  randomBytes,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const {
  PROVIDER_KEY = 'provider-public.pem',
  CLIENT_ID,
  CLIENT_SECRET = '',
  PORT = '0',
} = process.env;
const tokenPath = '/authorization/v1/access-token/b2b';
const notificationPath = '/v1.0/transfer-va/payment';
const seconds = 900;

/** What is wrong with a request: HTTP status, case code and message of the standard. */
class Refusal extends Error {
  constructor(status, caseCode, message) {
    super(message);
    Object.assign(this, { status, caseCode });
  }
}
const missing = (name) => new Refusal(400, '02', `Invalid Mandatory Field ${name}`);
const malformed = (name) => new Refusal(400, '01', `Invalid Field Format ${name}`);
const forged = () => new Refusal(401, '00', 'Unauthorized. Signature');

const instant =
  /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;

/** The value of a header that has to be there; X-TIMESTAMP has to be a time within 15 minutes of now. */
function header(request, name) {
  const value = request.headers[name.toLowerCase()];
  if (value === undefined) throw missing(name);
  if (value === '') throw malformed(name);
  if (name !== 'X-TIMESTAMP') return value;
  const [, year, month, day] = instant.exec(value) ?? [];
  const exists =
    Number(day) > 0 &&
    Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!exists || Math.abs(Date.parse(value) - Date.now()) > 900_000) throw malformed(name);
  return value;
}

/** The bytes of X-SIGNATURE; what is not Base64 as it should be is no signature. */
function signatureOf(request) {
  const text = header(request, 'X-SIGNATURE');
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw forged();
  return bytes;
}

/** A JSON object in UTF-8. */
function objectOf(body) {
  try {
    const value = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body),
    );
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {}
  throw new Refusal(400, '00', 'Bad Request');
}

const tokens = new Map();
const publicKey = createPublicKey(readFileSync(PROVIDER_KEY));

function giveToken(request, body) {
  const [timestamp, client, signature] = [
    header(request, 'X-TIMESTAMP'),
    header(request, 'X-CLIENT-KEY'),
    signatureOf(request),
  ];
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw malformed('Content-Type');
  const { grantType, additionalInfo } = objectOf(body);
  if (grantType === undefined) throw missing('grantType');
  // Of two members of one name every parser takes another one.
  if (String(body).split('"grantType"').length > 2) throw new Refusal(400, '00', 'Bad Request');
  if (additionalInfo !== undefined && typeof additionalInfo !== 'object')
    throw malformed('additionalInfo');
  if (grantType !== 'client_credentials') throw malformed('grantType');
  if (client !== CLIENT_ID) throw new Refusal(401, '00', 'Unauthorized. Unknown Client');
  if (!verify('sha256', Buffer.from(`${client}|${timestamp}`), publicKey, signature))
    throw forged();
  const accessToken = randomBytes(32).toString('hex');
  for (const [token, until] of tokens) if (until < Date.now()) tokens.delete(token);
  tokens.set(accessToken, Date.now() + seconds * 1000);
  return { accessToken, tokenType: 'Bearer', expiresIn: seconds, additionalInfo: '' };
}

/** Ids of notifications by the day in Jakarta. */
const taken = { day: '', ids: new Set() };

/** Nothing is acknowledged before token, signature and id have been looked at. */
function checkNotification(request, body) {
  const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
  if (request.headers.authorization === undefined)
    throw new Refusal(401, '03', 'Token Not Found (B2B)');
  const until = tokens.get(token) ?? 0;
  if (scheme.toLowerCase() !== 'bearer' || until < Date.now())
    throw new Refusal(401, '01', 'Invalid Token (B2B)');
  const timestamp = header(request, 'X-TIMESTAMP');
  const signature = signatureOf(request);
  const id = header(request, 'X-EXTERNAL-ID');
  if (!/^\d{1,36}$/.test(id)) throw malformed('X-EXTERNAL-ID');
  if (header(request, 'X-PARTNER-ID').length > 36) throw malformed('X-PARTNER-ID');
  if (header(request, 'CHANNEL-ID').length > 5) throw malformed('CHANNEL-ID');
  // White space between JSON tokens goes, each string stays as it is.
  const minified = body.toString('latin1').replace(/("(?:[^"\\]|\\.)*(?:"|$))|[ \t\r\n]+/gs, '$1');
  const hash = createHash('sha256').update(minified, 'latin1').digest('hex');
  const text = [request.method, request.url, token, hash, timestamp].join(':');
  const right = createHmac('sha512', CLIENT_SECRET).update(text).digest();
  if (signature.length !== right.length || !timingSafeEqual(signature, right)) throw forged();
  objectOf(body);
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  if (taken.day !== day) Object.assign(taken, { day, ids: new Set() });
  if (taken.ids.has(id)) throw new Refusal(409, '00', 'Conflict');
  taken.ids.add(id);
}

/** Starts both endpoints; what a notification has to pass can be replaced, to see what then goes wrong. */
export function serveMerchant(check = checkNotification) {
  const services = {
    [tokenPath]: ['73', giveToken],
    [notificationPath]: ['25', (request, body) => (check(request, body), {})],
  };
  const server = createServer({ maxHeaderSize: 65_536 }, async (request, response) => {
    const [code, answer] = services[(request.url ?? '').split('?', 1)[0]] ?? ['73'];
    let status = 200;
    let members;
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      if (!answer) throw new Refusal(404, '02', 'Invalid Routing');
      if (request.method !== 'POST')
        throw new Refusal(405, '00', 'Requested Function Is Not Supported');
      members = {
        responseCode: `200${code}00`,
        responseMessage: 'Successful',
        ...answer(request, Buffer.concat(chunks)),
      };
    } catch (error) {
      const { caseCode = '00', message } = error;
      status = error.status ?? 500;
      members = {
        responseCode: `${status}${code}${caseCode}`,
        responseMessage: error.status ? message : 'General Error',
      };
    }
    const client = request.headers['x-client-key'];
    response.writeHead(status, {
      'Content-Type': 'application/json',
      'X-TIMESTAMP': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      'Cache-Control': 'no-store',
      ...(status === 200 && client && { 'X-CLIENT-KEY': client }),
      ...(status === 405 && { Allow: 'POST' }),
    });
    response.end(JSON.stringify(members));
  });
  server.listen(Number(PORT), '127.0.0.1', () =>
    console.log(`listening at http://127.0.0.1:${server.address().port}`),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) serveMerchant();
