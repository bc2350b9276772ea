/** How a target fared in the course of a run. */
export const course = {
  /** `since` counts requests from 1; `forged` is how many of those before carried a wrong signature; `token`: it is the token that is refused. */
  'run/course/refuses': ({
    since,
    forged,
    answer,
    token,
  }: {
    since: number;
    forged: number;
    answer: string;
    token?: boolean;
  }) =>
    `the target has refused valid requests since request ${since}, after ${forged} with a wrong signature (${answer}): has it locked the client${token ? ', or is each of its tokens good for one transaction (tokenUse: once in the profile)' : ''}? Nothing more was asked of it`,
  'run/course/answers-nothing': ({ since, why }: { since: number; why: string }) =>
    `the target has served nothing since request ${since} (${why}): nothing more was asked of it`,
  /** `seconds` is the longest absence. */
  'run/course/was-away': ({ times, seconds }: { times: number; seconds: number }) =>
    times === 1
      ? `the target answered nothing for ${seconds} s, and the run waited for it`
      : `the target answered nothing ${times} times, for ${seconds} s at most, and the run waited for it`,
  /** `fits` is requests a second. */
  'run/course/asked-for-patience': ({
    putOff,
    statuses,
    fits,
    askedSeconds,
  }: {
    putOff: number;
    statuses: number[];
    fits: number;
    askedSeconds?: number;
  }) =>
    [
      `the target put off ${putOff === 1 ? 'one request' : `${putOff} requests`} (HTTP ${statuses.join(', ')})`,
      ...(askedSeconds === undefined
        ? []
        : [`it asked to wait ${askedSeconds} s, more than limits.longestWaitMs allows`]),
      `the run slowed down: --rate ${fits} fits`,
    ].join('; '),
  'run/course/not-tested-since': ({ why }: { why: string }) => `not tested: ${why}`,
};
