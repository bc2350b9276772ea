import { faultClasses } from '../../dist/src/protocol/fault-classes.js';
import { code, table, text } from './markdown.mjs';

const tokenClasses = faultClasses['token-b2b'];
const ranks = ['primary', 'mirror', 'sdk', 'third-party'];

/** Columns of the table: a heading, and what a profile says there; `undefined` if it has no such service. */
const columns = [
  ['path', token(({ path, otherPaths = [] }) => [path, ...otherPaths].join(', '))],
  [
    'X-TIMESTAMP',
    token(({ timestamp }) => timestamp.accept.join(timestamp.alternatives ? ' or ' : ', ')),
  ],
  ['window', token(({ timestamp: { window } }) => windowText(window))],
  ['grant type', token(({ grantType }) => `${grantType.member}, ${grantType.presence}`)],
  [
    'expiresIn',
    token(({ success: { expiresIn } }) => `${expiresIn.types.join(' or ')} ${expiresIn.seconds}`),
  ],
  ['tokenType', token(({ success }) => [success.tokenTypes].flat().join(', '))],
  ['success code', token(({ success }) => success.codePresence)],
  ...tokenClasses.map((faultClass) => [
    faultClass,
    token(({ answers }) => codesOf(answers[faultClass])),
  ]),
  ['signature', token(({ signature }) => signature.encoding)],
  [
    'transactions',
    transaction(({ scheme, otherSchemes = [] }) => [scheme, ...otherSchemes].join(' or ')),
  ],
  ['signed path', transaction(({ pathMode }) => pathMode)],
  ...['X-PARTNER-ID', 'X-EXTERNAL-ID', 'CHANNEL-ID'].map((name) => [
    name,
    transaction(({ headers }) => headerText(headers[name])),
  ]),
];

/** The page with all providers in one table. */
export function comparisonPage(profiles) {
  const standard = profiles.find(({ name }) => name === 'snap-bi');
  const rows = [standard, ...profiles.filter((profile) => profile !== standard)].map((profile) => [
    `[${text(profile.title)}](${profile.name}.md)`,
    ...columns.map(([, read]) => cell(read(profile), read(standard))),
    confidencesOf(profile),
  ]);
  const head = ['provider', ...columns.map(([name]) => name), 'confidence'];
  return `# Providers

What differs between the providers of SNAP, from their documents. **Bold** is what differs from the standard, ${code('–')} what the provider doesn't offer, \`unspecified\` where its document is silent. Each provider's page has every value with its source, and the places where its documents contradict themselves.

The columns from ${code(tokenClasses[0])} to ${code(tokenClasses.at(-1))} hold the documented response codes of the token endpoint for a request that gets that wrong. The last column says where the profile's own values are from: the provider's page (${code('primary')}), a copy of it (${code('mirror')}), its libraries (${code('sdk')}), or somebody who implements it (${code('third-party')}; a value known from there alone is asked for, not demanded: SHOULD in place of MUST).

${table(head, rows)}

Providers whose documents don't say enough for a profile, and what they lack: [not-shipped.md](not-shipped.md).

Made from \`specs/profiles\` by \`npm run docs\`.
`;
}

function token(read) {
  return ({ services }) =>
    services['token-b2b'].offered ? read(services['token-b2b']) : undefined;
}

function transaction(read) {
  return ({ services }) => (services.transaction.offered ? read(services.transaction) : undefined);
}

function cell(value, usual) {
  if (value === undefined) return '–';
  return value === usual || value === 'unspecified' ? code(value) : `**${code(value)}**`;
}

function windowText(window) {
  if (window === 'unspecified') return window;
  const { pastSeconds, futureSeconds } = window;
  return pastSeconds === futureSeconds
    ? `±${pastSeconds} s`
    : `-${pastSeconds} s +${futureSeconds} s`;
}

function codesOf(answers) {
  if (answers === 'unspecified') return answers;
  return [...new Set(answers.map(({ code: documented }) => documented))].join(', ');
}

function headerText({ presence, maxLength, form }) {
  const known = [
    presence,
    ...(maxLength === 'unspecified' ? [] : [`≤${maxLength}`]),
    ...(form === 'unspecified' ? [] : [form]),
  ];
  return known.join(' ');
}

/** The confidence of the values that the profile itself sets. */
function confidencesOf({ name, origins }) {
  const own = Object.values(origins).filter(({ profile }) => profile === name);
  const seen = new Set(own.map(({ confidence }) => confidence));
  return ranks.filter((rank) => seen.has(rank)).join(', ');
}
