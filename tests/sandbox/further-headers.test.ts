import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';

const overrides = {
  'token-b2b': {
    headers: {
      ORIGIN: { presence: 'required', value: 'www.example.com' },
      'X-PARTNER-ID': { presence: 'required' },
      'X-BRANCH': { presence: 'required', maxLength: 5, form: 'digits' },
    },
  },
  transaction: {
    headers: {
      'CHANNEL-ID': { value: '12345' },
      'X-CLIENT-KEY': { presence: 'required', value: '{clientId}' },
      'X-IP-ADDRESS': { presence: 'optional', maxLength: 15 },
    },
  },
} as const;

async function runWith(only: string[]) {
  const { sandbox, target } = await startSandboxTarget('further-headers', {
    overrides,
    transaction: true,
  });
  onTestFinished(() => sandbox.close());
  const { targets, exchanges } = await run(planOf([{ ...target, only }], { depth: 'quick' }));
  return { target: targets[0], exchanges, plan: target };
}

describe('headers that only the profile of a document names', () => {
  it('are sent, demanded and checked', async () => {
    const only = [
      'token-b2b/headers/rejects-missing-further-header',
      'token-b2b/headers/rejects-further-header-form',
      'transaction/headers/rejects-missing-further-header',
      'transaction/headers/rejects-further-header-form',
      'token-b2b/errors/missing-field',
    ];
    const { target, exchanges, plan } = await runWith(only);
    expect(target?.checks.map(({ id, outcome }) => `${id} ${outcome}`).sort()).toEqual(
      only.map((id) => `${id} passed`).sort(),
    );
    const requests = exchanges.map(({ request }) => new Map(request.headers));
    const token = requests.find((headers) => headers.get('X-BRANCH') === '95221');
    expect(token?.get('ORIGIN')).toBe('www.example.com');
    const transaction = requests.find((headers) => headers.has('Authorization'));
    expect(transaction?.get('CHANNEL-ID')).toBe('12345');
    expect(transaction?.get('X-CLIENT-KEY')).toBe(plan.client.clientId);
    expect(transaction?.has('X-IP-ADDRESS')).toBe(false);
  });
});
