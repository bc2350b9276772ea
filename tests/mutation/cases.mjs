import { shippedProfiles } from '../../src/engine/profile/profile.ts';
import { faults } from '../../src/sandbox/faults/index.ts';
import { variations } from '../../src/sandbox/variations/index.ts';
import { startFaulty } from '../proof/start-faulty.ts';
import { brokenKinds, createBroken } from '../support/broken-endpoints.ts';
import { lapses } from '../support/lapses.ts';
import { startSandboxTarget, targetAt } from '../support/sandbox-target.ts';

/** A document of tokens that a run can see to their end. */
const shortLived = { 'token-b2b': { success: { expiresIn: { seconds: 3 } } } };

/** With checks that a run without waiting leaves untested. */
const waitingAreas = ['token-b2b/expiry', 'transaction/token'];

/**
 * The servers that the checks of some areas are tried on, in order: how each is started, and whether the run
 * waits for its tokens to expire. What notices most comes first, what takes longest comes last.
 */
export function casesFor(areas) {
  const inAreas = (id) => areas.some((area) => id.startsWith(`${area}/`));
  /** A conforming target is asked for all that the chosen areas need. */
  const asked = {
    transaction: areas.some((area) => area.startsWith('transaction/')) || undefined,
    customer: areas.some((area) => /^(?:token-b2b2c|transaction\/customer)/.test(area)),
  };
  const server = (stage, name, options) => ({
    stage,
    name,
    options,
    start: () => startSandboxTarget(name, { ...asked, ...options }),
  });
  const faulty = (stage, fault) => ({
    stage,
    name: fault.name,
    options: fault,
    start: () => startFaulty(fault),
  });
  const shown = faults.filter(({ trips }) => trips.some(inAreas));
  const waits = waitingAreas.some((area) => areas.includes(area));

  return [
    ...shippedProfiles().map((profile) => server('profiles', profile, { profile })),
    ...(areas.includes('token-b2b/http') ? [server('profiles', 'over TLS', { tls: true })] : []),
    ...lapses.map(({ name, apply }) => server('lapses', name, { changeTokenB2b: apply })),
    ...shown.filter(({ slow }) => !slow).map((fault) => faulty('faults', fault)),
    ...variations.map(({ name, overrides }) =>
      server('variations', name, {
        overrides,
        variations: [name],
        ...(dieEarly(overrides) && { transaction: undefined }),
      }),
    ),
    ...(waits
      ? [
          server('variations', 'short-lived tokens', {
            transaction: true,
            overrides: shortLived,
          }),
          ...shown.filter(({ slow }) => slow).map((fault) => faulty('faults', fault)),
        ].map((each) => ({ ...each, slow: true }))
      : []),
  ];
}

/** True for tokens that may expire on the way: whether a transaction is taken then depends on how busy this machine is. */
function dieEarly(overrides) {
  return overrides?.['token-b2b']?.success?.expiresIn?.seconds < 10;
}

/** Endpoints that work for nobody. */
export function brokenCases() {
  return brokenKinds.map((kind) => ({
    stage: 'broken',
    name: kind,
    options: {},
    start: async () => {
      const sandbox = await createBroken(kind);
      const target = await targetAt(sandbox.url, kind);
      // Silence is waited for; loopback answers within this or never.
      target.limits.timeoutMs = 300;
      return { sandbox, target };
    },
  }));
}
