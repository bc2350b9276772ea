import { describe, expect, test } from 'vitest';
import type { Services } from '../../../schemas/generated/profile.js';
import type { DoctorFinding } from '../../../src/engine/doctor/finding.js';
import { timestampForms } from '../../../src/protocol/timestamp-forms.js';
import { afternoon, freezeDate, morning } from '../../support/frozen-date.js';
import { examineTarget, findingOn } from '../../support/ruled/examined.js';
import { tokenRules } from '../../support/ruled/token-rules.js';
import { richBody, richPath, transactionRules } from '../../support/ruled/transaction-rules.js';
import { startSandboxTarget } from '../../support/sandbox-target.js';
import { serveTokens } from '../../support/token-server.js';
import { transactionServer } from '../../support/transaction-server.js';

/** The ids that a finding names, those told as the same signature included. */
const idsOf = ({ rule }: DoctorFinding) =>
  [...(rule?.mistakes ?? []), ...(rule?.alternatives ?? [])].map(({ id }) => id);

/** The setting as it is printed for the user, read as the config would be. */
function printedOverrides({ remedies }: DoctorFinding): Services | undefined {
  const text = remedies.map((remedy) => /"overrides": .*$/.exec(remedy)?.[0]).find(Boolean);
  return text === undefined
    ? undefined
    : (JSON.parse(`{${text}}`) as { overrides: Services }).overrides;
}

describe('doctor --deep names the rule of a token service', () => {
  test.for(tokenRules)('$id: $title', async ({ id, grants }) => {
    const { url } = await serveTokens(grants);
    const examination = await examineTarget(url, {}, true);
    const found = findingOn(examination, 'token-b2b');
    expect(examination.outcome).toBe('other-rule');
    expect(idsOf(found)).toContain(id);
    expect(found.remedies[0]).toContain('the target takes what is signed');
    const overrides = printedOverrides(found);
    expect(overrides).toEqual(found.rule?.overrides);
    if (overrides) {
      const again = await examineTarget(url, { overrides }, false);
      expect(findingOn(again, 'token-b2b').status, JSON.stringify(overrides)).toBe('ok');
    }
  });
});

describe('doctor --deep names the rule of a transaction', () => {
  test.for(transactionRules)('$id: $title', async ({ id, sign }) => {
    const plan = await transactionServer(id, { sign }, { prefix: '/snap' });
    if (!plan.transaction) throw new Error('the plan has a transaction');
    const transaction = { ...plan.transaction, path: richPath, body: richBody };
    const examination = await examineTarget(plan.baseUrl, { transaction }, true);
    const found = findingOn(examination, 'transaction');
    expect(examination.outcome).toBe('other-rule');
    expect(idsOf(found)).toContain(id);
    const overrides = printedOverrides(found);
    expect(overrides).toEqual(found.rule?.overrides);
    if (overrides) {
      const again = await examineTarget(plan.baseUrl, { transaction, overrides }, false);
      expect(findingOn(again, 'transaction').status, JSON.stringify(overrides)).toBe('ok');
    }
  });
});

test('at least sixty rules, of every layer', () => {
  const ids = [...tokenRules, ...transactionRules].map(({ id }) => id.split('/')[0]);
  expect(ids.length).toBeGreaterThanOrEqual(60);
  for (const layer of [
    'text',
    'time',
    'id',
    'path',
    'body',
    'hash',
    'secret',
    'token',
    'scheme',
    'encoding',
  ])
    expect(ids).toContain(layer);
});

describe('without --deep the likeliest ten are named', () => {
  const likeliest = [
    'text/id-and-time-swapped',
    'text/colon-delimiter',
    'text/no-delimiter',
    'scheme/hmac',
    'encoding/hex',
    'hash/rsa-algorithm',
  ];
  const hours = [morning, afternoon];
  test.for(hours.flatMap((at) => likeliest.map((id) => [id, at] as const)))(
    '%s at %s',
    async ([id, at]) => {
      freezeDate(at);
      const rule = tokenRules.find((each) => each.id === id);
      let asked = 0;
      const { url } = await serveTokens((request) => {
        asked += 1;
        return rule?.grants(request) ?? false;
      });
      const found = findingOn(await examineTarget(url, {}, false), 'token-b2b');
      expect(found.rule?.mistakes.map((mistake) => mistake.id)).toEqual([id]);
      // The control comes twice and at four other instants, in each of the two forms.
      expect(asked).toBeLessThanOrEqual(12 + 10 + (at === afternoon ? 1 : 0));
    },
  );

  test.for(['utc', 'utc-millis', 'local', 'local-millis'] as const)(
    'X-TIMESTAMP in the form %s',
    async (form) => {
      const overrides = {
        'token-b2b': {
          timestamp: { accept: [form], reject: timestampForms.filter((other) => other !== form) },
        },
      } as Services;
      const { sandbox } = await startSandboxTarget('form', { overrides });
      try {
        const found = findingOn(await examineTarget(sandbox.url, {}, false), 'token-b2b');
        expect(found.message).toMatch(new RegExp(`X-TIMESTAMP in the form ${form}$`));
        const said = printedOverrides(found);
        expect(said).toMatchObject({ 'token-b2b': { timestamp: { accept: [form] } } });
        const again = await examineTarget(sandbox.url, { overrides: said as Services }, false);
        expect(findingOn(again, 'token-b2b').status).toBe('ok');
      } finally {
        await sandbox.close();
      }
    },
  );

  test('a form that is taken is told from a timestamp that is printed again', async () => {
    const rule = tokenRules.find(({ id }) => id === 'time/utc-form');
    const { url } = await serveTokens((asked) => rule?.grants(asked) ?? false);
    const found = findingOn(await examineTarget(url, {}, false), 'token-b2b');
    expect(found.rule?.mistakes.map(({ id }) => id)).toEqual(['time/utc-form']);
    expect(printedOverrides(found)).toMatchObject({
      'token-b2b': { timestamp: { accept: ['utc'] } },
    });
  });
});
