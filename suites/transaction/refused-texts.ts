import fc from 'fast-check';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { delimiterText } from '../../src/protocol/delimiter.js';
import { schemes } from '../../src/protocol/scheme.js';
import { tokenStringToSign } from '../../src/protocol/string-to-sign.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import type { TransactionParts } from '../../src/protocol/transaction-string-to-sign.js';
import { type OtherInstant, otherInstants } from '../shared/arbitraries/other-instants.js';
import { delimiterExamples, wrongDelimiter } from '../shared/arbitraries/signatures.js';
import { onlyIf, refusesRules, signing, wrongSignature } from './signature-mutations.js';

type Context = CheckContext<'transaction'>;
type Part = keyof TransactionParts;

const documented: readonly Part[] = ['method', 'path', 'accessToken', 'bodyHash', 'timestamp'];
const otherOrders: readonly (readonly Part[])[] = [
  ['path', 'method', 'accessToken', 'bodyHash', 'timestamp'],
  ['method', 'path', 'bodyHash', 'accessToken', 'timestamp'],
  ['method', 'path', 'accessToken', 'timestamp', 'bodyHash'],
  ['accessToken', 'method', 'path', 'bodyHash', 'timestamp'],
  ['timestamp', 'method', 'path', 'accessToken', 'bodyHash'],
];

const delimiterOf = ({ settings }: Context) => delimiterText(settings.signature.delimiter);

/** The parts in this order; if the scheme signs no token, without it. */
function signedParts({ settings }: Context, order: readonly Part[]): Part[] {
  return order.filter((part) => part !== 'accessToken' || schemes[settings.scheme].signsToken);
}

function joined(order: readonly Part[], delimiter: string) {
  return (parts: TransactionParts) => order.flatMap((part) => parts[part] ?? []).join(delimiter);
}

function orders(t: Context): Mutation<TransactionDraft>[] {
  const right = signedParts(t, documented).join(', ');
  const others = otherOrders.map((order) => signedParts(t, order));
  return others
    .filter((order) => order.join(', ') !== right)
    .map((order) =>
      signing(say('transaction/signature/parts-in-another-order', { parts: order }), () => ({
        stringToSign: joined(order, delimiterOf(t)),
      })),
    );
}

function otherPaths({ session }: Context): Mutation<TransactionDraft>[] {
  const { signing: right, prefix, path } = session.draft();
  const signed = right.path(`${prefix}${path}`);
  const [own = '', query] = signed.split('?', 2);
  const end = query === undefined ? '' : `?${query}`;
  const [sent = ''] = `${prefix}${path}`.split('?', 1);
  const others = [
    // As sent, where the document has a prefix cut or added.
    sent,
    `${own}/`,
    // Without the first segment after the prefix, the version.
    own.replace(new RegExp(`^(.{${prefix.length}})/[^/]*`), '$1'),
    own.replace(/[^/]*$/, 'another-service'),
    own.toUpperCase(),
    own.replace(/^\//, ''),
    `/${own}`,
  ];
  return [...new Set(others)]
    .filter((other) => other !== own)
    .map((other) => `${other}${end}`)
    .map((other) =>
      signing(say('transaction/signature/over-another-path', { path: other }), () => ({
        path: () => other,
      })),
    );
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function otherMethods({ session }: Context): Mutation<TransactionDraft>[] {
  const { method } = session.draft();
  return [...methods, method.toLowerCase()]
    .filter((other) => other !== method)
    .map((other) =>
      signing(say('transaction/signature/with-another-method', { method: other }), (right) => ({
        stringToSign: (parts) => right.stringToSign({ ...parts, method: other }),
      })),
    );
}

function tokenSignatures({ session, settings }: Context): Mutation<TransactionDraft>[] {
  const { signer } = session;
  const tokenText = ({ timestamp }: TransactionParts) =>
    tokenStringToSign(
      signer.clientId,
      timestamp,
      session.target.profile.services['token-b2b'].signature.delimiter,
    );
  const own = signing(say('transaction/signature/as-token-request'), () => ({
    stringToSign: tokenText,
  }));
  const whole = signing(say('transaction/signature/of-token-request'), () => ({
    stringToSign: tokenText,
    sign: (text) => signer.sign(text),
  }));
  return schemes[settings.scheme].keyKind === 'secret' ? [own, whole] : [own];
}

const tokenSigned = onlyIf(({ signsToken }) => signsToken);

/** Right signatures over the text of another request. */
export const refusedTexts: readonly Check<'transaction'>[] = [
  refuses('refuses-other-method', { ...wrongSignature, probes: otherMethods }),
  refuses('refuses-other-path', { ...wrongSignature, probes: otherPaths }),
  refusesRules('refuses-path-without-prefix', ['path-without-prefix'], {
    when: ({ session }) => {
      const { signing: right, prefix, path } = session.draft();
      if (prefix === '') throw inapplicable(say('transaction/signature/no-prefix'));
      if (right.path(`${prefix}${path}`) === right.path(path))
        throw inapplicable(say('transaction/signature/prefix-not-signed'));
    },
  }),
  refusesRules('refuses-full-url', ['full-url']),
  refuses<OtherInstant, 'transaction'>('refuses-other-timestamp', {
    // The timestamp that is sent may also lie outside the target's window, so the probes have no class of their own.
    as: 'other',
    // The control of this second is sent first, so that its signature has been used once.
    before: (t) =>
      t.session.probe({
        name: say('transaction/signature/sent-once-right'),
        field: 'header X-TIMESTAMP',
        apply: (draft) => ({ ...draft, timestamp: formatTimestamp(t.now, t.session.controlForm) }),
      }),
    property: () =>
      fc.record({
        seconds: fc.integer({ min: 1, max: 600 }),
        direction: fc.constantFrom(-1, 1),
        used: fc.boolean(),
      }),
    examples: () => otherInstants,
    mutate: ({ seconds, direction, used }, t) => {
      const present = formatTimestamp(t.now, t.session.controlForm);
      const other = formatTimestamp(t.now + direction * seconds * 1000, t.session.controlForm);
      const [sent, signed] = used ? [other, present] : [present, other];
      const signedOver = signing(
        say('transaction/signature/of-another-timestamp', { timestamp: signed }),
        (right) => ({
          stringToSign: (parts) => right.stringToSign({ ...parts, timestamp: signed }),
        }),
      );
      return {
        ...signedOver,
        apply: (draft) => ({ ...signedOver.apply(draft), timestamp: sent }),
      };
    },
  }),
  refusesRules('refuses-bearer-in-token', ['bearer-kept'], tokenSigned),
  refusesRules('refuses-without-token', ['without-token'], tokenSigned),
  refusesRules(
    'refuses-signed-token',
    ['with-token'],
    onlyIf(({ carriesToken, signsToken }) => carriesToken && !signsToken),
  ),
  refuses('refuses-other-order', { ...wrongSignature, probes: orders }),
  refuses<string, 'transaction'>('refuses-other-delimiter', {
    ...wrongSignature,
    settings: ['/signature/delimiter'],
    property: (t) => wrongDelimiter(delimiterOf(t)),
    examples: (t) => delimiterExamples(delimiterOf(t)),
    mutate: (delimiter, t) =>
      signing(say('transaction/signature/with-another-delimiter', { delimiter }), () => ({
        stringToSign: joined(signedParts(t, documented), delimiter),
      })),
  }),
  refuses('refuses-token-request-signature', { ...wrongSignature, probes: tokenSignatures }),
];
