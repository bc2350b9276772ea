import type { Depth } from '../../schemas/generated/result.js';
import { parseTimestamp } from '../../src/protocol/timestamp.js';
import { withMembers } from '../../src/sandbox/answers/change-answer.js';
import type { SandboxAnswer } from '../../src/sandbox/answers/sandbox-answer.js';
import { changeRefusal, letPass, withStep } from '../../src/sandbox/policies/change-policy.js';
import type { TokenB2bPolicy } from '../../src/sandbox/token-b2b/policy.js';
import { signatureLength } from '../../src/sandbox/tokens/client.js';
import type { TokenAttempt, TokenStep } from '../../src/sandbox/tokens/policy.js';
import { readSignature } from '../../src/sandbox/tokens/read-signature.js';

/** A server with one mistake that few inputs show, coded the way real servers come to make it. */
export interface RareServer {
  name: string;
  title: string;
  /** The area of a check that should fail for it. */
  area: string;
  /** Depths at which nothing fails for it, whatever the seed, and why. */
  unseen?: { at: readonly Depth[]; because: string };
  /**
   * Checks that fail only if the target gave a token within the same second, or not long before: that is a matter of
   * the machine's speed, not of the seed.
   */
  bySecond?: readonly string[];
  apply(policy: TokenB2bPolicy): TokenB2bPolicy;
}

/** Lets a step read another X-TIMESTAMP than the one that was sent. */
function rereadTimestamp(read: (text: string) => string): (step: TokenStep) => TokenStep {
  return (step) => (attempt) => {
    const header = (name: string) => {
      const value = attempt.header(name);
      return name === 'X-TIMESTAMP' && value !== undefined ? read(value) : value;
    };
    return step({ ...attempt, header });
  };
}

/** What Python's datetime.fromisoformat does: the eleventh character is the separator, whichever it is. */
function anySeparator(text: string): string {
  return text.length === 25 ? `${text.slice(0, 10)}T${text.slice(11)}` : text;
}

/** The last second that MySQL's UNIX_TIMESTAMP knew for most of its life; beyond it, nothing compares. */
const lastSecond = Date.UTC(2038, 0, 19, 3, 14, 7);

function beyondTheDatabase({ header }: TokenAttempt): boolean {
  const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
  return parsed.ok && (parsed.instant < 0 || parsed.instant > lastSecond);
}

/** SQL's LIKE, letter for letter except for its two wildcards. */
function isLike(text: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** The names that a struct's fields are tagged with, whatever the letter case in the body. */
function intoFields(
  body: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      fields.find((field) => field.toLowerCase() === name.toLowerCase()) ?? name,
      value,
    ]),
  );
}

/** Seven hours: Jakarta's wall clock, taken for UTC. */
const jakartaMs = 7 * 60 * 60 * 1000;

/** The longest response message that the standard allows. */
const longestMessage = 150;

/** JSON from a template string, which escapes nothing. */
function fromTemplate({ responseCode, responseMessage }: SandboxAnswer['body']): string {
  return `{"responseCode":"${responseCode}","responseMessage":"${responseMessage}"}`;
}

export const rareServers: readonly RareServer[] = [
  {
    name: 'separator-of-any-kind',
    title: 'counts 25 characters and leaves the rest to a parser that takes any separator for T',
    area: 'timestamp',
    apply: (policy) =>
      withStep(
        withStep(policy, 'timestampForm', rereadTimestamp(anySeparator)),
        'timestampWindow',
        rereadTimestamp(anySeparator),
      ),
  },
  {
    name: 'nothing-after-2038',
    title: 'compares in SQL, where a timestamp before 1970 or after January 2038 is NULL',
    area: 'timestamp',
    unseen: {
      at: ['quick'],
      because: 'of the timestamps that lie far off it sends the nearest alone',
    },
    apply: (policy) => letPass(policy, ['timestampWindow'], beyondTheDatabase),
  },
  {
    name: 'remembers-signatures',
    title: 'caches what it verified, by the signature alone',
    area: 'signature',
    bySecond: ['token-b2b/timestamp/exact-text-is-signed'],
    apply: (policy) => {
      const verified = new Set<string>();
      return withStep(policy, 'signature', (step) => (attempt) => {
        const signature = attempt.header('X-SIGNATURE') ?? '';
        if (verified.has(signature)) return undefined;
        const refusal = step(attempt);
        if (!refusal) verified.add(signature);
        return refusal;
      });
    },
  },
  {
    name: 'verifier-throws-on-length',
    title: "doesn't catch what its library throws at a signature shorter or longer than the key",
    area: 'errors',
    apply: (policy) =>
      withStep(policy, 'signature', (step) => (attempt) => {
        const { header, client } = attempt;
        const bytes = readSignature(policy.settings.signature, header('X-SIGNATURE') ?? '');
        return bytes && client && bytes.length !== signatureLength(client)
          ? { faultClass: 'internal' }
          : step(attempt);
      }),
  },
  {
    name: 'client-like-this',
    title: 'looks the client up with LIKE, so that % and _ stand for others',
    area: 'headers',
    unseen: { at: ['quick'], because: 'the one hostile id has quotes in it, and no wildcard' },
    apply: (policy) =>
      withStep(policy, 'client', (step) => (attempt) => {
        const pattern = attempt.header('X-CLIENT-KEY') ?? '';
        const client = [...attempt.clients.values()].find(({ clientId }) =>
          isLike(clientId, pattern),
        );
        if (!client) return step(attempt);
        attempt.client = client;
        return undefined;
      }),
  },
  {
    name: 'members-in-any-case',
    title: 'reads the body into a struct whose library ignores the letter case of names',
    area: 'body',
    apply: (policy) => {
      const fields = [policy.settings.grantType.member, 'additionalInfo'];
      return withStep(policy, 'body', (step) => (attempt) => {
        const refusal = step(attempt);
        if (attempt.body) attempt.body = intoFields(attempt.body, fields);
        return refusal;
      });
    },
  },
  {
    name: 'replaces-broken-letters',
    title: 'decodes the body with U+FFFD for bytes that are not UTF-8',
    area: 'body',
    apply: (policy) => {
      const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
      return withStep(policy, 'body', (step) => (attempt) => {
        const body = Buffer.from(lenient.decode(attempt.received.body));
        attempt.received = { ...attempt.received, body };
        return step(attempt);
      });
    },
  },
  {
    name: 'epoch-of-the-wall-clock',
    title: 'dates its tokens by the seconds that local time is from 1970',
    area: 'expiry',
    apply: (policy) => ({
      ...policy,
      issue: (grant) => policy.issue({ ...grant, now: grant.now + jakartaMs }),
    }),
  },
  {
    name: 'reads-as-much-as-announced',
    title: 'reads as many bytes as Content-Length says, and none without one',
    area: 'http',
    apply: (policy) =>
      withStep(policy, 'body', (step) => (attempt) => {
        if (attempt.received.headers['content-length'] === undefined) {
          attempt.received = { ...attempt.received, body: Buffer.alloc(0) };
        }
        return step(attempt);
      }),
  },
  {
    name: 'quotes-the-unknown-client',
    title: 'writes an unknown client id into its JSON without escaping it',
    area: 'errors',
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer, _refusal, { header }) => ({
          ...withMembers(answer, {
            responseMessage: `Unauthorized. Unknown Client ${header('X-CLIENT-KEY')}`.slice(
              0,
              longestMessage,
            ),
          }),
          serialise: fromTemplate,
        }),
        ['unknown-client'],
      ),
  },
];
