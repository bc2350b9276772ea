import { describe, expect, it } from 'vitest';
import { otherProfile } from '../../../src/engine/causes/other-profile.js';
import type { Likeness } from '../../../src/engine/likeness/likeness.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

/** The causes of a sandbox of one profile that is tested by another, at its own path. */
async function causes(profile: string, by: string, faults: string[] = []) {
  const { services } = loadProfile(profile, '.');
  const { sandbox, target } = await startSandboxTarget(profile, {
    ...{ profile, faults },
    transaction: services.transaction.offered ? true : undefined,
  });
  const { path } = services['token-b2b'];
  const overrides = { services: { 'token-b2b': { path } }, file: 'snap.config.json', pointer: '' };
  const plan = planOf([{ ...target, profile: loadProfile(by, '.', overrides) }], {
    depth: 'quick',
  });
  const [tested] = (await run(plan)).targets;
  await sandbox.close();
  return { tested, requests: sandbox.requests, found: tested?.causes ?? [] };
}

describe('a target of another profile', () => {
  it.for(['ayolinx', 'bca', 'bri', 'dana'])('%s is named, with what it explains', async (name) => {
    const { tested, found } = await causes(name, 'snap-bi');
    const cause = found.find(({ id }) => id === 'other-profile');
    expect(cause?.message).toMatch(
      new RegExp(
        `^the target follows profile ${name} rather than snap-bi \\(\\d+ of its \\d+ differences\\): ` +
          `test it with --profile ${name}, or profile: ${name} in the config$`,
      ),
    );
    const failed = tested?.checks.flatMap(({ id, outcome }) => (outcome === 'failed' ? id : []));
    expect(failed).toEqual(expect.arrayContaining(cause?.checks ?? ['none']));
  });

  it('costs no request', async () => {
    const { tested, requests } = await causes('ayolinx', 'snap-bi');
    expect(requests).toBe(tested?.stats.requests);
  });

  it('is not named where nothing but silence of a document speaks for it', async () => {
    const { found } = await causes('midtrans', 'snap-bi');
    expect(found.map(({ id }) => id)).not.toContain('other-profile');
  });
});

it('a target with faults of its own follows no other profile', async () => {
  const faults = ['expiry-as-number', 'grant-without-timestamp', 'token-type-in-lower-case'];
  const { tested, found } = await causes('snap-bi', 'snap-bi', faults);
  expect(tested?.verdict).toBe('non-conformant');
  expect(found.map(({ id }) => id)).not.toContain('other-profile');
});

describe('of what the profiles explain', () => {
  const likeness = (changes: Partial<Likeness>): Likeness => ({
    ...{ profile: 'bank', ownPath: false, kept: [], notAsked: [], broken: [], differences: 4 },
    ...changes,
  });
  const named = (...all: Partial<Likeness>[]) =>
    otherProfile('snap-bi', all.map(likeness)).map(({ message }) => message.with?.['profiles']);

  it('one thing alone has to explain everything', () => {
    const kept = ['a'];
    expect(named({ kept, notAsked: ['b', 'c', 'd'] })).toEqual([['bank']]);
    expect(named({ kept, notAsked: ['b', 'c'] })).toEqual([]);
    expect(named({ kept, notAsked: ['b', 'c', 'd'], broken: ['e'] })).toEqual([]);
    expect(named({ ownPath: true, notAsked: ['a', 'b', 'c', 'd'] })).toEqual([['bank']]);
  });

  it('several have to explain more than half, and more than fails under the other alone', () => {
    const kept = ['a', 'b'];
    expect(named({ kept, notAsked: ['c'] })).toEqual([['bank']]);
    expect(named({ kept })).toEqual([]);
    expect(named({ kept, notAsked: ['c'], broken: ['e', 'f'] })).toEqual([]);
  });

  it('the best is named, or all that are equally good', () => {
    const better = { profile: 'better', kept: ['a', 'b', 'c'] };
    const other = { profile: 'other', kept: ['a', 'b'], notAsked: ['c'] };
    expect(named(other, better)).toEqual([['better']]);
    expect(named(other, { ...other, profile: 'another' })).toEqual([['other', 'another']]);
  });

  it('what a document says nothing of is no sign', () => {
    expect(named({ notAsked: ['a', 'b', 'c', 'd'] })).toEqual([]);
  });
});
