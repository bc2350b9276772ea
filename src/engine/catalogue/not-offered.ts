import type { Profile } from '../../../schemas/resolved.js';

/** What a provider may do without, in words. */
const words: Readonly<Record<string, string>> = {
  'token-b2b': 'token endpoint B2B',
  'token-b2b2c': 'token endpoint B2B2C',
  transaction: 'service with a transaction signature',
  'signature-utility': 'signature utility',
};

/** Why nothing of a service is asked for under a profile, and where that is from; undefined where it is offered. */
export function notOffered(
  service: string,
  { title, services, origins }: Pick<Profile, 'title' | 'services' | 'origins'>,
): { reason: string; source: string } | undefined {
  const settings: object = services[service as keyof typeof services] ?? {};
  if (!('offered' in settings) || settings.offered !== false) return undefined;
  const source = origins[`/services/${service}/offered`]?.source ?? title;
  return { reason: `${title}'s document offers no ${words[service] ?? service}`, source };
}
