import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { configOf } from '../../../src/engine/config/config.js';
import { planAll } from '../../../src/engine/config/plan-all.js';
import { mostForFurther } from '../../../src/engine/plan/effort.js';
import { loadProfile, shippedProfiles } from '../../../src/engine/profile/profile.js';
import { fitBudgets } from '../../../src/engine/run/budgets.js';
import { forecastRun } from '../../../src/engine/run/forecast-run.js';
import type { JournalEntry } from '../../../src/engine/run/journal-entry.js';
import { run } from '../../../src/engine/run/run.js';
import { mergeResults } from '../../../src/results/merge/merge-results.js';
import { usualHeaders } from '../../../src/sandbox/tokens/usual-headers.js';
import { usualTransaction } from '../../../src/sandbox/transaction/usual-transaction.js';
import { planOf, testCredentials } from '../../support/sandbox-target.js';
import { serve, type TestServer } from '../../support/server.js';
import { fourServices, type ServedCall, serveServices } from '../../support/services.js';

const failedIn = (checks: readonly { id: string; outcome: string }[]) =>
  checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);

describe('four services of one target', { timeout: 180_000 }, () => {
  test('are conformant; each further one is a target of its own, and gets what is forecast', async () => {
    const { sandbox, received, plan } = await serveServices(fourServices);
    const planned = planOf(plan(), { depth: 'standard' });
    const forecast = forecastRun(planned);
    const { targets, exchanges } = await run(planned);
    expect(
      targets.map(({ name, partOf, transaction, verdict }) => ({
        name,
        partOf,
        code: transaction?.serviceCode,
        path: transaction?.path,
        repeatable: transaction?.repeatable,
        verdict,
      })),
    ).toEqual(
      fourServices.map(({ serviceCode, path }, at) => ({
        name: at === 0 ? 'bank' : `bank/${serviceCode}`,
        partOf: at === 0 ? undefined : 'bank',
        code: serviceCode,
        path,
        repeatable: at === 0,
        verdict: 'conformant',
      })),
    );
    expect(targets.map(({ stats }) => stats.requests)).toEqual(
      forecast.map(({ requests }) => requests),
    );
    expect(sandbox.requests).toBe(forecast.reduce((sum, { requests }) => sum + requests, 0));
    expect(fourServices.map(({ path }) => received.get(path)?.carriedOut)).toEqual(
      forecast.map(({ carriedOut }) => carriedOut),
    );
    expect(forecast.slice(1).map(({ carriedOut }) => carriedOut)).toEqual([1, 1, 1]);
    for (const { requests } of forecast.slice(1))
      expect(requests).toBeLessThanOrEqual(mostForFurther);
    // The token services are tested once.
    expect(
      targets
        .slice(1)
        .flatMap(({ checks }) => checks)
        .map(({ id }) => id.split('/')[0]),
    ).not.toContain('token-b2b');
    for (const { name, checks } of targets)
      for (const id of checks.flatMap((check) => check.exchanges))
        expect(exchanges.find((exchange) => exchange.id === id)?.target).toBe(name);
  });

  test('a service that is not repeatable is carried out once, and refusals are tested', async () => {
    const { received, plan } = await serveServices(fourServices);
    const { targets } = await run(planOf(plan(['bank/54']), { depth: 'standard' }));
    expect(received.get('/v1.0/debit/payment-host-to-host')?.carriedOut).toBe(1);
    const [target] = targets;
    expect(target?.verdict).toBe('conformant');
    const outcome = (id: string) =>
      target?.checks.find((check) => check.id === `transaction/${id}`);
    expect(outcome('signature/refuses-bit-flip')?.outcome).toBe('passed');
    expect(outcome('token/refuses-empty-token')?.outcome).toBe('passed');
    expect(outcome('errors/invalid-signature')?.outcome).toBe('passed');
    // The X-EXTERNAL-ID of the one call that was carried out is sent again.
    const reused = outcome('headers/rejects-reused-external-id');
    expect(reused?.outcome).toBe('passed');
    expect(reused?.exchanges[0]).toBe(target?.control.exchanges[0]);
    expect(outcome('errors/conflict')?.outcome).toBe('passed');
    expect(outcome('signature/accepts-valid')).toMatchObject({
      outcome: 'untested',
      message:
        'the check has service 54 carried out more than once, and the config does not say that it is repeatable',
    });
  });

  test('one that carries the same X-EXTERNAL-ID out again is told so', async () => {
    const [first, second] = fourServices;
    const { plan } = await serveServices([
      first as ServedCall,
      { ...(second as ServedCall), faults: ['transaction-takes-external-id-again'] },
    ]);
    const { targets } = await run(planOf(plan(['bank/27']), { depth: 'quick' }));
    const failed = targets[0]?.checks.filter(({ outcome }) => outcome === 'failed');
    expect(failed?.map(({ id }) => id)).toEqual(['transaction/headers/rejects-reused-external-id']);
  });

  test('the same holds for the first service, at its depth', async () => {
    const [, first] = fourServices;
    const { sandbox, received, plan } = await serveServices([first as ServedCall]);
    const planned = planOf(plan(), { depth: 'standard', only: ['transaction/*'] });
    const [forecast] = forecastRun(planned);
    const { targets } = await run(planned);
    expect(targets[0]?.verdict).toBe('conformant');
    expect(sandbox.requests).toBe(forecast?.requests);
    expect(received.get('/v1.0/transfer-va/create-va')?.carriedOut).toBe(1);
  });

  test('repeatable: true has everything tested', async () => {
    const [first, second] = fourServices;
    const { sandbox, received, plan } = await serveServices([
      first as ServedCall,
      { ...(second as ServedCall), repeatable: true },
    ]);
    const planned = planOf(plan(['bank/27']), { depth: 'standard' });
    const [forecast] = forecastRun(planned);
    const { targets } = await run(planned);
    expect(targets[0]?.verdict).toBe('conformant');
    expect(sandbox.requests).toBe(forecast?.requests);
    expect(forecast?.requests).toBeLessThanOrEqual(mostForFurther);
    expect(received.get('/v1.0/transfer-va/create-va')?.carriedOut).toBe(forecast?.carriedOut);
    expect(forecast?.carriedOut).toBeGreaterThan(20);
    expect(
      targets[0]?.checks.find(({ id }) => id === 'transaction/headers/rejects-reused-external-id')
        ?.outcome,
    ).toBe('passed');
  });

  test('a fault of one of them is told there alone', async () => {
    const calls = fourServices.map((call) =>
      call.serviceCode === '47' ? { ...call, faults: ['transaction-overlooks-one-bit'] } : call,
    );
    const { plan } = await serveServices(calls);
    const { targets } = await run(planOf(plan(), { depth: 'quick' }));
    expect(targets.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['bank', 'conformant'],
      ['bank/27', 'conformant'],
      ['bank/47', 'non-conformant'],
      ['bank/54', 'conformant'],
    ]);
    const [lead, , faulty] = targets;
    expect(failedIn(lead?.checks ?? [])).toEqual([]);
    expect(failedIn(faulty?.checks ?? [])).toContain('transaction/signature/refuses-bit-flip');
    const failed = faulty?.checks.find(({ id }) => id === 'transaction/signature/refuses-bit-flip');
    expect(failed?.replay).toContain(
      '--target bank/47 --only transaction/signature/refuses-bit-flip',
    );
  });

  test('GET with a query and DELETE, without a body', async () => {
    const { received, plan } = await serveServices([
      {
        serviceCode: '35',
        method: 'GET',
        path: '/v1.0/transfer-va/report?partnerServiceId=88899&pageNumber=2',
      },
      {
        serviceCode: '31',
        method: 'DELETE',
        path: '/v1.0/transfer-va/delete-va?virtualAccountNo=8889912345',
      },
      { serviceCode: '66', method: 'GET', path: '/v1.0/auth/capture-query?id=1' },
    ]);
    const planned = planOf(plan(), { depth: 'standard', only: ['transaction/*'] });
    const forecast = forecastRun(planned);
    const { targets } = await run(planned);
    expect(targets.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['bank', 'conformant'],
      ['bank/31', 'conformant'],
      ['bank/66', 'conformant'],
    ]);
    expect(targets.map(({ transaction }) => transaction?.path)).toEqual([
      '/v1.0/transfer-va/report',
      '/v1.0/transfer-va/delete-va',
      '/v1.0/auth/capture-query',
    ]);
    expect(targets.map(({ stats }) => stats.requests)).toEqual(
      forecast.map(({ requests }) => requests),
    );
    expect(received.get('/v1.0/transfer-va/delete-va')?.carriedOut).toBe(1);
    const query = targets[2]?.checks.find(({ id }) => id === 'transaction/signature/accepts-query');
    expect(query?.outcome).toBe('passed');
  });

  test('a merchant with two notifications', async () => {
    const { received, plan } = await serveServices(
      [
        {
          serviceCode: '25',
          method: 'POST',
          path: '/v1.0/transfer-va/payment',
          body: { trxId: 'conformance-test' },
          repeatable: true,
        },
        {
          serviceCode: '56',
          method: 'POST',
          path: '/v1.0/debit/notify',
          body: { originalReferenceNo: 'conformance-test' },
        },
      ],
      { profile: 'doku', role: 'merchant', name: 'shop' },
    );
    const planned = planOf(plan(), { depth: 'quick' });
    const forecast = forecastRun(planned);
    const { targets } = await run(planned);
    expect(targets.map(({ name, verdict, role }) => [name, verdict, role])).toEqual([
      ['shop', 'conformant', 'merchant'],
      ['shop/56', 'conformant', 'merchant'],
    ]);
    expect(targets.map(({ stats }) => stats.requests)).toEqual(
      forecast.map(({ requests }) => requests),
    );
    expect(received.get('/v1.0/debit/notify')?.carriedOut).toBe(1);
  });

  test('a budget is shared by all of them', async () => {
    const { sandbox, plan } = await serveServices(fourServices);
    const targets = plan();
    const limited = (maxRequests: number) =>
      planOf(
        targets.map((target) => ({ ...target, limits: { ...target.limits, maxRequests } })),
        { depth: 'standard', only: ['transaction/*'] },
      );
    expect(() => fitBudgets(limited(50))).toThrow('a budget of 50 requests is too small for bank');
    const fitted = fitBudgets(limited(500));
    const requests = forecastRun(fitted).map((forecast) => forecast.requests);
    const all = requests.reduce((sum, each) => sum + each, 0);
    expect(all).toBeLessThanOrEqual(500);
    expect(requests[0]).toBeGreaterThan(requests[1] ?? 0);
    await run(limited(500));
    expect(sandbox.requests).toBe(all);
  });

  test('shards: what may be carried out once alone is carried out once in all of them', async () => {
    const { received, plan } = await serveServices(fourServices);
    const parts = await Promise.all(
      [1, 2].map(async (index) => {
        const shard = { index, count: 2 };
        const result = await run(planOf(plan([], shard), { depth: 'quick', shard }));
        return { result, file: `shard-${index}.json` };
      }),
    );
    expect(parts[1]?.result.targets.map(({ name }) => name)).toEqual(['bank']);
    const merged = mergeResults(parts);
    expect(merged.targets.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['bank', 'conformant'],
      ['bank/27', 'conformant'],
      ['bank/47', 'conformant'],
      ['bank/54', 'conformant'],
    ]);
    expect(merged.targets[1]?.partOf).toBe('bank');
    expect(
      ['create-va', 'qr-mpm-generate', 'payment-host-to-host'].map(
        (end) => [...received].find(([path]) => path.endsWith(end))?.[1].carriedOut,
      ),
    ).toEqual([1, 1, 1]);
  });

  test('a call that may have been carried out is not made again', async () => {
    const { sandbox, plan } = await serveServices(fourServices);
    let calls = 0;
    const breaking = await serveInFront(sandbox.url, (path) => {
      if (!path.endsWith('/create-va')) return undefined;
      calls += 1;
      return { status: 500, body: '{"responseCode":"5002700","responseMessage":"General Error"}' };
    });
    const [target] = plan(['bank/27']);
    if (!target) throw new Error('it is planned');
    const { targets } = await run(
      planOf([{ ...target, baseUrl: breaking.url }], { depth: 'standard' }),
    );
    expect(calls).toBe(1);
    expect(targets[0]?.verdict).toBe('inconclusive');
    expect(targets[0]?.control).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('the call may have been carried out'),
    });
  });

  test('without a token service nothing confirms a refusal: the control alone is sent', async () => {
    const [first, second] = fourServices;
    const { sandbox, plan } = await serveServices([first as ServedCall, second as ServedCall], {
      overrides: { transaction: { scheme: 'asymmetric' }, 'token-b2b': { offered: false } },
    });
    const planned = planOf(plan(['bank/27']), { depth: 'quick' });
    const [forecast] = forecastRun(planned);
    const { targets } = await run(planned);
    expect([sandbox.requests, forecast?.requests, forecast?.carriedOut]).toEqual([1, 1, 1]);
    const [target] = targets;
    expect(target?.notes.join()).toContain('no token service shows that the target still serves');
    const refused = target?.checks.find(
      ({ id }) => id === 'transaction/signature/refuses-bit-flip',
    );
    expect(refused).toMatchObject({
      outcome: 'untested',
      message: expect.stringContaining('has no token service to ask instead'),
    });
    const shape = target?.checks.find(({ id }) => id === 'transaction/response/body-json');
    expect(shape?.outcome).toBe('passed');
  });

  test('without a token service, a call of the first service confirms', async () => {
    const { sandbox, received, plan } = await serveServices(fourServices, {
      overrides: { transaction: { scheme: 'asymmetric' }, 'token-b2b': { offered: false } },
    });
    const planned = planOf(plan(), { depth: 'quick' });
    const forecast = forecastRun(planned);
    const { targets } = await run(planned);
    expect(targets.map(({ verdict }) => verdict)).toEqual(targets.map(() => 'conformant'));
    expect(targets.map(({ stats }) => stats.requests)).toEqual(
      forecast.map(({ requests }) => requests),
    );
    expect(sandbox.requests).toBe(forecast.reduce((sum, { requests }) => sum + requests, 0));
    const [, second] = targets;
    expect(second?.notes.join()).toContain('is seen by a call of the first service');
    const refused = second?.checks.find(
      ({ id }) => id === 'transaction/signature/refuses-bit-flip',
    );
    expect(refused?.outcome).toBe('passed');
    expect(received.get('/v1.0/transfer-va/create-va')?.carriedOut).toBe(1);
  });

  test('a lock that one meets ends those after it, without another request', async () => {
    const { sandbox, plan } = await serveServices(fourServices);
    const told: JournalEntry[] = [];
    let count = 0;
    const locking = await serveInFront(sandbox.url, () => {
      count += 1;
      const body = '{"responseCode":"4037301","responseMessage":"Client is locked"}';
      return count > 200 ? { status: 403, body } : undefined;
    });
    const targets = plan().map((target) => ({ ...target, baseUrl: locking.url }));
    const result = await run(planOf(targets, { depth: 'quick' }), {
      record: (entry) => told.push(entry),
    });
    const [lead, ...further] = result.targets;
    expect(lead?.verdict).toBe('inconclusive');
    expect(further.map(({ verdict, stats }) => [verdict, stats.requests])).toEqual(
      further.map(() => ['inconclusive', 0]),
    );
    for (const { checks } of further)
      expect(checks.filter(({ outcome }) => !/untested|inapplicable/.test(outcome))).toEqual([]);
    expect(told.filter(({ entry }) => entry === 'target').length).toBe(4);
  });
});

test('the budget of a further service holds for each profile, whatever can be tested of it', async () => {
  const credentials = await testCredentials();
  const [client, otherClient] = credentials.map(({ clientId, clientSecret, privateKey }) => ({
    ...{ clientId, clientSecret, privateKey },
  }));
  const counts = shippedProfiles().map((name) => {
    const profile = loadProfile(name, '.');
    const usual = usualTransaction(profile, client?.clientId ?? '');
    const { services } = profile;
    const tokenHeaders = {
      ...usualHeaders(services['token-b2b'].headers),
      ...usualHeaders(services['token-b2b2c'].headers),
    };
    const further = {
      ...{ ...usual, serviceCode: '12', name: 'further', repeatable: true },
      ...{ expiredToken: 'an-old-token', outOfScopeToken: 'another-token' },
    };
    const target = {
      ...{ name, profile: name, baseUrl: 'http://127.0.0.1:9', client, otherClient, tokenHeaders },
      transactions: [usual, further],
      customer: { authCodes: ['a'] },
    };
    const config = configOf({ targets: [target] }, 'snap.config.json', '/', {});
    const targets = planAll(config, {});
    const [, forecast] = forecastRun(planOf(targets, { depth: 'thorough', slow: true }));
    const tokens = forecast?.checks.reduce((sum, each) => sum + each.tokens, 0) ?? 0;
    return [name, forecast?.requests ?? 0, tokens] as const;
  });
  expect(counts.length).toBeGreaterThan(20);
  for (const [name, requests, tokens] of counts) {
    expect(requests, name).toBeGreaterThan(0);
    // A document by which a token is good for one call has a request for one go with each.
    expect(requests - tokens, name).toBeLessThanOrEqual(mostForFurther);
  }
});

/** Passes requests on to another server, except those that it answers itself. */
function serveInFront(
  to: string,
  answerTo: (path: string) => { status: number; body: string } | undefined,
): Promise<TestServer> {
  const { port } = new URL(to);
  return serve((incoming, response) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const own = answerTo(path);
    if (own) {
      incoming.resume();
      response.writeHead(own.status, { 'Content-Type': 'application/json' });
      response.end(own.body);
      return;
    }
    const outgoing = request({ port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
}
