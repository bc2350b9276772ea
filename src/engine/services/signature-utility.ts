import { type Message, say } from '../../messages/message.js';
import { tokenStringToSign } from '../../protocol/string-to-sign.js';
import { formatTimestamp } from '../../protocol/timestamp.js';
import { isLoopback } from '../config/is-loopback.js';
import type { WireHeaders } from '../http/wire.js';
import type { TargetPlan } from '../plan/plan.js';
import type { Signer } from '../request/signer.js';
import { documentedParts } from '../request/transaction-draft.js';
import { composeUtility, type UtilityDraft, type UtilityPart } from '../request/utility-draft.js';
import { WireSchema } from '../schema/wire-schema.js';
import type { Observed } from '../session/observed.js';
import { type CheckEnded, inapplicable, untested } from '../session/outcome.js';
import type { ServiceAdapter } from '../session/service.js';
import type { Session } from '../session/session.js';

/** What signature-service is asked to sign; no token of anyone's is needed for that. */
const call = {
  method: 'POST',
  path: '/api/v1.0/balance-inquiry',
  accessToken: 'snap-conformance-asks-for-a-signature',
  body: '{"accountNo":"2000100101"}',
};

/** How one of the two services of a portal's signature utility is asked. */
export function signatureUtilityAdapter(part: UtilityPart): ServiceAdapter<'signature-utility'> {
  return {
    id: 'signature-utility',
    part,
    lacking: (target) => lacking(target, part),
    settings: ({ profile }) => profile.services['signature-utility'],
    // The document shows one member of the answer; the rules look at it.
    schema: () => new WireSchema({ $defs: {} }),
    draft: (session, instant) => drafts[part](session, instant),
    compose: composeUtility,
    serves: (path, settings) => path === settings[`${part}Path`],
    grants: ({ members }) =>
      typeof members?.['signature'] === 'string' && members['signature'] !== '',
    granting: say('signature-utility/control/signature-given'),
    unreadable: say('signature-utility/control/no-signature'),
    candidates: () => [],
    causes,
  };
}

/** A private key as the header Private_Key carries it: PKCS#8 in Base64 on one line. */
export function keyText(pem: string): string {
  return pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
}

/** A utility is sent secrets: only if the config asks for it, and over TLS. */
function lacking(target: TargetPlan, part: UtilityPart): CheckEnded | undefined {
  const { profile, signatureUtility, baseUrl, client } = target;
  if (!profile.services['signature-utility'].offered)
    return inapplicable(say('signature-utility/control/not-in-document'));
  if (!signatureUtility) return untested(say('signature-utility/control/not-asked-for'));
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'http:' && !isLoopback(hostname))
    return untested(say('signature-utility/control/plain-http'));
  if (part === 'service' && client.clientSecret === undefined)
    return untested(say('signature-utility/control/no-secret-in-config'));
  return undefined;
}

type Draft = (session: Session<'signature-utility'>, instant: number) => UtilityDraft;

const drafts: Record<UtilityPart, Draft> = {
  auth: (session, instant) => ({
    ...base(session, instant),
    path: session.settings.authPath,
    body: undefined,
    headers: credentialsOf(session.signer),
    stringToSign: ({ headers, timestamp }) =>
      tokenStringToSign(
        valueOf(headers, 'X-CLIENT-KEY'),
        timestamp,
        session.target.profile.services['token-b2b'].signature.delimiter,
      ),
    algorithm: byTarget('SHA256withRSA'),
  }),
  service: (session, instant) => ({
    ...base(session, instant),
    path: session.settings.servicePath,
    body: Buffer.from(call.body),
    headers: [
      ['X-CLIENT-SECRET', session.signer.clientSecret ?? ''],
      ['HttpMethod', call.method],
      ['EndpoinUrl', call.path],
      ['AccessToken', call.accessToken],
    ],
    stringToSign: ({ headers, body, timestamp }) => {
      const signing = documentedParts(session.target.profile.services.transaction);
      return signing.stringToSign({
        method: valueOf(headers, 'HttpMethod'),
        path: valueOf(headers, 'EndpoinUrl'),
        accessToken: valueOf(headers, 'AccessToken'),
        bodyHash: signing.hash(body),
        timestamp,
      });
    },
    algorithm: byTarget('HMAC-SHA512'),
  }),
};

function byTarget(algorithm: string): Message {
  return say('signing/rules/and', { one: algorithm, other: say('signing/rules/by-target') });
}

function base({ controlForm }: Session<'signature-utility'>, instant: number) {
  return {
    method: 'POST',
    timestamp: formatTimestamp(instant, controlForm),
    contentType: 'application/json',
    chunked: false,
  };
}

function credentialsOf({ clientId, key }: Signer): WireHeaders {
  return [
    ['X-CLIENT-KEY', clientId],
    ['Private_Key', keyText(key.export({ type: 'pkcs8', format: 'pem' }) as string)],
  ];
}

function valueOf(headers: WireHeaders, name: string): string {
  return headers.find(([key]) => key === name)?.[1] ?? '';
}

function causes({ answer }: Observed<'signature-utility'>): Message[] {
  if (answer?.status === 404) return [say('signature-utility/control/another-path')];
  if (answer?.status === 400)
    return [
      say('signature-utility/control/another-form'),
      say('signature-utility/control/unknown-client'),
    ];
  return [];
}
