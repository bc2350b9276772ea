/** What was mended or assumed of a target before the first request. */
export const notes = {
  'run/notes/control-alone': () =>
    'environment: production: the control alone is sent, and what answers it is judged',
  'run/notes/production-allowed': ({ allow }: { allow: readonly string[] }) =>
    `environment: production: besides the control, --allow-production lets ${allow.join(', ')} be sent`,
  'run/notes/service-path-cut': ({ cut, baseUrl }: { cut: string; baseUrl: string }) =>
    `baseUrl: the path of a service, ${cut}, was cut off its end: requests add it, and go to ${baseUrl}${cut}`,
  /** `stray` says what is wrong with it: `ends with a space`. */
  'run/notes/stray-in-client-secret': ({ clientId, stray }: { clientId: string; stray: string }) =>
    `clientSecret of ${clientId} ${stray}, which is used as it stands: take it out unless it belongs to it`,
  'run/notes/stray-in-token': ({ member, stray }: { member: string; stray: string }) =>
    `${member} ${stray}, which is used as it stands: take it out unless it belongs to it`,
  'run/notes/key': ({ clientId, mended }: { clientId: string; mended: string }) =>
    `key of ${clientId}: ${mended}`,
  'run/notes/key-not-read': () => 'not read, because nothing is asked for secrets now',
  /** Requests a second. */
  'run/notes/rate-shared': ({
    share,
    rate,
    shard,
    shards,
  }: {
    share: number;
    rate: number;
    shard: number;
    shards: number;
  }) => `${share} of ${rate} requests a second, because this is shard ${shard} of ${shards}`,
  'run/notes/further-service': ({ serviceCode, most }: { serviceCode: string; most: number }) =>
    `service ${serviceCode} is tested by the classic examples, in at most ${most} requests; the first service is tested in depth`,
  /** `confirmed` says what shows that the target still serves the client. */
  'run/notes/called-once': ({
    serviceCode,
    confirmed,
  }: {
    serviceCode: string;
    confirmed: string;
  }) =>
    `service ${serviceCode} is not repeatable: one valid call is made of it, the control; ${confirmed}`,
  'run/notes/confirmed-by-token': () =>
    'that the target still serves the client afterwards is seen by a token request',
  'run/notes/confirmed-by-first': () =>
    'that the target still serves the client afterwards is seen by a call of the first service',
  'run/notes/confirmed-by-nothing': () =>
    'no token service shows that the target still serves the client afterwards, so what must be refused is untested',
  'run/notes/put-together': ({ results, seeds }: { results: number; seeds: readonly number[] }) =>
    `put together from ${results} results${seeds.length > 1 ? `, of the seeds ${seeds.join(', ')}` : ''}`,
};
