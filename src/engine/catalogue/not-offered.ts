import type { Profile } from '../../../schemas/resolved.js';
import { type Message, say } from '../../messages/message.js';

/** Why nothing of a service is asked for under a profile, and where that is from; undefined if it is offered. */
export function notOffered(
  service: string,
  { title, services, origins }: Pick<Profile, 'title' | 'services' | 'origins'>,
): { reason: Message; source: string } | undefined {
  const settings: object = services[service as keyof typeof services] ?? {};
  if (!('offered' in settings) || settings.offered !== false) return undefined;
  const source = origins[`/services/${service}/offered`]?.source ?? title;
  return { reason: say('run/catalogue/not-offered', { title, service }), source };
}
