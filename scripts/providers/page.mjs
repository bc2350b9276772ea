import { code, table, text } from './markdown.mjs';

const titles = {
  'token-b2b': 'Access token B2B',
  'token-b2b2c': 'Access token B2B2C',
  transaction: 'Transactions',
  'signature-utility': 'Signature utility',
};

/** The page of one provider: every value with its source, and the contradictions of its documents. */
export function providerPage({ profile, services, hosted, documents, valueText }) {
  const isStandard = profile.name === 'snap-bi';
  return [
    `# ${text(profile.title)}`,
    intro(profile, isStandard),
    ...services.map((service) => serviceSection(profile, service, isStandard, valueText)),
    ...merchantSection(profile, hosted, valueText),
    ...levelSection(profile),
    ...contradictionSection(profile),
    ...documentSection(documents),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function intro({ name }, isStandard) {
  const differs = isStandard
    ? ''
    : " Values in **bold** differ from [the standard](snap-bi.md), whose values hold where this provider's documents say nothing.";
  return `What ${code(`--profile ${name}`)} goes by. ${code('unspecified')} means that the document is silent: any behaviour passes, and the run records it.${differs}

[All providers](README.md) · try it: ${code(`snap-conformance serve --profile ${name}`)}`;
}

function serviceSection(profile, { service, values }, isStandard, valueText) {
  const heading = `## ${titles[service] ?? service}`;
  if (profile.services[service].offered === false) {
    const { origin } = values.find(({ name }) => name === 'offered');
    return `${heading}\n\nNot offered (${sourceText(origin)}).`;
  }
  const shown = values.filter(({ name }) => name !== 'offered');
  const plain = ({ name, value, origin }) => [
    code(name),
    code(valueText(value)),
    sourceText(origin),
  ];
  if (isStandard) return `${heading}\n\n${table(['setting', 'value', 'source'], shown.map(plain))}`;
  const own = shown.filter(({ origin }) => origin.profile !== 'snap-bi');
  const others = shown.filter((each) => !own.includes(each));
  const rows = own.map((each) => {
    const value = code(valueText(each.value));
    return [
      code(each.name),
      'standard' in each && each.value !== 'unspecified' ? `**${value}**` : value,
      each.standard === undefined ? '' : code(valueText(each.standard)),
      sourceText(each.origin),
    ];
  });
  return [
    heading,
    own.length === 0
      ? "This provider's documents at hand say nothing of it: the standard's values hold."
      : table(['setting', 'value', 'the standard', 'source'], rows),
    ...(others.length === 0 ? [] : [folded(others.map(plain), own.length > 0)]),
  ].join('\n\n');
}

function merchantSection({ name }, hosted, valueText) {
  const asked = hosted.filter(({ values }) => values.length > 0);
  if (asked.length === 0) return [];
  const tables = asked.map(({ service, values }) => {
    const rows = values.map((each) => [
      code(each.name),
      code(valueText(each.value)),
      // Absent: the provider's own service has the same.
      code(valueText('standard' in each ? each.standard : each.value)),
      sourceText(each.origin),
    ]);
    return `### ${titles[service]}\n\n${table(['setting', 'of a merchant', 'of the provider', 'source'], rows)}`;
  });
  return [
    `## The endpoints that a merchant hosts

What is demanded of them otherwise, or said of them once more; the values above hold for the rest
([Merchants](../merchant.md)). Try it: ${code(`snap-conformance serve --profile ${name} --role merchant`)}.`,
    ...tables,
  ];
}

/** What the standard alone says, out of the way of what the provider says. */
function folded(rows, more) {
  const values = `${rows.length}${more ? ' more' : ''} ${rows.length === 1 ? 'value' : 'values'}`;
  return `<details>
<summary>${values} of the standard</summary>

${table(['setting', 'value', 'source'], rows)}

</details>`;
}

function sourceText({ source, confidence }) {
  return `${text(source)} (${confidence})`;
}

function levelSection({ requirements }) {
  const changes = Object.entries(requirements);
  if (changes.length === 0) return [];
  const rows = changes.map(([id, { level, because, origin }]) => [
    code(id),
    level,
    text(because),
    sourceText(origin),
  ]);
  return [`## Levels\n\n${table(['requirement', 'level', 'because', 'source'], rows)}`];
}

function contradictionSection({ contradictions }) {
  if (contradictions.length === 0) return [];
  const told = contradictions.map(({ id, summary, ruling, because, readings }) => {
    const rows = readings.map(({ name, says, place }) => [code(name), text(says), text(place)]);
    const verdict =
      ruling === 'both'
        ? 'Either reading passes, and the report says which one the target follows.'
        : `Only ${code(readings[0].name)} can be meant. ${text(because)}`;
    return [
      `### ${code(id)}`,
      text(summary),
      table(['reading', 'the document says', 'where'], rows),
      verdict,
    ].join('\n\n');
  });
  return ['## Contradictions', ...told];
}

function documentSection(documents) {
  const known = Object.values(documents);
  if (known.length === 0) return [];
  const lines = known.map(({ title, edition, url, confidence }) => {
    const name = url === undefined ? text(title) : `[${text(title)}](${url})`;
    const dated = edition === undefined ? name : `${name}, ${text(edition)}`;
    return `- ${dated} (${confidence})`;
  });
  return ['## Documents', lines.join('\n')];
}
