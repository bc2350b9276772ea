import picocolors from 'picocolors';
import { wrap } from '../../../reports/console/wrap.js';
import { documentWords } from '../../../reports/shared/document-words.js';
import { shippedSuites } from '../../api/shipped-suites.js';
import { levelUnder } from '../../engine/catalogue/level.js';
import { loadProfile, shippedProfiles } from '../../engine/profile/profile.js';
import {
  type ProfileValue,
  profileValues,
  type ServiceValues,
  valueText,
} from '../../engine/profile/profile-values.js';
import { render } from '../../messages/render.js';
import type { EffectiveProfile } from '../doctor/effective-profiles.js';
import type { Terminal } from '../shared/terminal.js';

/** A profile as plain data: every value with its origin, by service. */
export function profileData({ target, profile }: EffectiveProfile): object {
  const { name, title, role, documents, requirements, contradictions } = profile;
  return {
    ...(target !== undefined && { target }),
    name,
    title,
    role,
    documents,
    services: Object.fromEntries(
      servicesOf(profile).map(({ service, values }) => [service, values]),
    ),
    requirements,
    contradictions: contradictions.map(({ id, summary, ruling, readings }) => ({
      id,
      summary,
      ruling,
      readings: readings.map((reading) => ({ ...reading, schema: undefined })),
    })),
  };
}

/**
 * A profile for people: first what the user's own files say, then services, their values, and where each is from;
 * * marks what differs from the standard.
 */
export function profileText({ target, profile }: EffectiveProfile, terminal: Terminal): string {
  const { bold } = picocolors.createColors(terminal.color);
  const services = servicesOf(profile);
  const own = ownValues(services);
  const all = services.flatMap(({ values }) => values);
  const differing = all.filter((value) => 'standard' in value).length;
  const doubtful = all.filter(({ origin }) => origin.confidence === 'third-party').length;
  const facts = [
    `${all.length} values, ${differing} of them different from the standard (*)`,
    ...profile.documents.map((each) => `document of ${each.profile}: ${documentWords(each)}`),
    ...(doubtful > 0 ? [`${doubtful} known from a third party only`] : []),
    ...Object.keys(profile.requirements).map((id) => levelText(id, profile)),
    ...profile.contradictions.map(({ id, summary }) => `contradiction ${id}: ${summary}`),
  ];
  const head = `${target === undefined ? '' : `${target}: `}profile ${profile.name} (${profile.title}), role ${profile.role}`;
  return [
    bold(head),
    ...facts.flatMap((fact) => wrap(fact, { width: terminal.width, first: '  ', rest: '    ' })),
    ...(own === undefined ? [] : ['', ...serviceLines(own, terminal)]),
    ...services.flatMap((service) => ['', ...serviceLines(service, terminal)]),
  ].join('\n');
}

/** The level of a requirement that the document changes, and why. */
function levelText(id: string, profile: EffectiveProfile['profile']): string {
  const suites = shippedSuites();
  const requirement = suites.catalogue.get(id);
  const change = profile.requirements[id];
  if (!requirement || !change) throw new RangeError(id);
  const { level, inapplicable, lowered } = levelUnder(requirement, profile, suites.settingsOf(id));
  const { source, confidence } = change.origin;
  const effective = inapplicable === undefined ? level : 'inapplicable';
  return lowered === undefined
    ? `${id} is ${effective}: ${change.because} (${source}, ${confidence})`
    : `${id}: ${render(lowered)}`;
}

function servicesOf(profile: EffectiveProfile['profile']): ServiceValues[] {
  return profileValues(profile, loadProfile('snap-bi', '.'));
}

/** The values of all services that no shipped profile states: the user's own profile does, or a config's overrides. */
function ownValues(services: readonly ServiceValues[]): ServiceValues | undefined {
  const shipped = new Set(shippedProfiles());
  const values = services.flatMap(({ service, values }) =>
    values
      .filter(({ origin }) => !shipped.has(origin.profile))
      .map((value) => ({ ...value, name: `${service} ${value.name}` })),
  );
  return values.length === 0 ? undefined : { service: "your own files' values", values };
}

function serviceLines({ service, values }: ServiceValues, terminal: Terminal): string[] {
  const { bold } = picocolors.createColors(terminal.color);
  const longest = Math.max(...values.map(({ name }) => name.length));
  return [bold(service), ...values.flatMap((value) => valueLines(value, longest, terminal))];
}

function valueLines(
  { name, value, origin, ...rest }: ProfileValue,
  longest: number,
  { color, width }: Terminal,
): string[] {
  const { dim, yellow } = picocolors.createColors(color);
  const differs = 'standard' in rest;
  const indent = ' '.repeat(longest + 6);
  const below = (text: string) => wrap(text, { width, first: indent, rest: indent }).map(dim);
  const [first = '', ...more] = wrap(valueText(value), {
    width,
    first: `  ${differs ? '*' : ' '} ${name.padEnd(longest)}  `,
    rest: indent,
  });
  return [
    differs ? yellow(first) : first,
    ...more,
    ...below(`${origin.profile}: ${origin.source} (${origin.confidence})`),
    ...(rest.standard === undefined ? [] : below(`the standard: ${valueText(rest.standard)}`)),
  ];
}
