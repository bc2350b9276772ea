import { expect, test } from 'vitest';
import { loadProfile } from '../../src/engine/profile/profile.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { serviceIds } from '../../src/protocol/services.js';

const { services } = loadProfile('snap-bi', '.');

test('each service of a profile is listed, and no other', () => {
  expect(Object.keys(services).sort()).toEqual([...serviceIds].sort());
});

test.for(serviceIds)('%s: each fault class that a profile documents is listed', (id) => {
  expect(Object.keys(services[id].answers).sort()).toEqual([...faultClasses[id]].sort());
});
