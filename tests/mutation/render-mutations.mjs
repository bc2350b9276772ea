/** The published page: which changes were made, and what noticed each. */
export function renderMutations(outcomes, groups, seed) {
  const noticed = outcomes.filter(({ by }) => by);
  const explained = outcomes.filter(({ by, reason }) => !by && reason !== undefined);
  const unexplained = outcomes.filter(({ by, reason }) => !by && reason === undefined);
  const all = Object.values(groups).flat().length;
  return [
    '# Proof that the proof looks closely',
    '',
    'Made by `npm run mutation`. One expectation of the checks is changed at a time: a comparison, a limit, a',
    'status, a text that something is compared with, a regular expression, a keyword of a wire schema, a value',
    "of the standard's profile. Then the changed checks meet the servers of the proof, which stay as they are.",
    'The change is noticed when any check of any of them, or the verdict, comes to another outcome than without',
    'the change, twice in a row: a conforming server is accused, or a fault no longer fails exactly the checks',
    'that it declares. A change that the checks of its own areas let through is tried on all areas at quick',
    'depth, with all faults, all benign variations and all broken endpoints, before it counts as unnoticed. Left',
    'out are texts of messages, forecasts and measurements for the dialect, which decide no outcome, and the',
    'inputs that the checks send.',
    '',
    `${all} such places: ${Object.entries(groups)
      .map(([name, sites]) => `${sites.length} in ${places[name]}`)
      .join(', ')}.`,
    `${outcomes.length} of them were chosen at random (seed ${seed}): **${noticed.length} noticed, ${explained.length} explained, ${unexplained.length} unexplained.**`,
    '',
    ...section('Noticed', ['place', 'change', 'noticed by'], noticed, ({ by }) => noticedBy(by)),
    ...section(
      'Explained',
      ['place', 'change', 'why nothing can notice it'],
      explained,
      ({ reason }) => reason,
    ),
    ...section('Unexplained', ['place', 'change', 'checks of'], unexplained, ({ site }) =>
      site.areas.join(', '),
    ),
  ].join('\n');
}

const places = {
  suites: 'the suites',
  engine: "the engine's judging parts",
  schema: 'the wire schemas',
  profile: 'the profile',
};

const kinds = {
  profiles: 'profile',
  faults: 'fault',
  variations: 'variation',
  lapses: 'lapse',
  broken: 'endpoint',
};

function noticedBy({ stage, name, what }) {
  return name === '' ? what : `${kinds[stage]} \`${name}\` ${what}`;
}

function section(title, columns, outcomes, last) {
  if (outcomes.length === 0) return [];
  return [
    `## ${title}`,
    '',
    `| ${columns.join(' | ')} |`,
    '| --- | --- | --- |',
    ...outcomes.map((outcome) => row([placeOf(outcome.site), outcome.site.what, last(outcome)])),
    '',
  ];
}

function placeOf({ file, line, code }) {
  const short = file.replace(/^dist\//, '');
  return line !== undefined && file.endsWith('.js')
    ? `${short}, line ${line}`
    : `${short}, ${code}`;
}

function row(cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
