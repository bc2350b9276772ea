import { describe, expect, it } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import { type Examination, examine } from '../../../src/engine/doctor/examine.js';
import type { DoctorFinding } from '../../../src/engine/doctor/finding.js';
import { targetConfig, workspace } from '../../cli/workspace.js';
import { tokenRules } from '../../support/ruled/token-rules.js';
import { richBody, richPath, transactionRules } from '../../support/ruled/transaction-rules.js';
import { testCredentials } from '../../support/sandbox-target.js';
import { serveTokens } from '../../support/token-server.js';
import { transactionServer } from '../../support/transaction-server.js';

async function doctor(baseUrl: string, changes: Partial<TargetConfig>, deep: boolean) {
  const space = workspace();
  const [{ clientId, clientSecret, privateKey }] = await testCredentials();
  const target = await targetConfig(baseUrl, {
    client: { clientId, clientSecret, privateKey },
    ...changes,
  });
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const [examination] = await examine({ deep }, space.path);
  return examination as Examination;
}

const controlOf = ({ findings }: Examination, service: string) =>
  findings.find(({ about }) => about === `control of ${service}`) as DoctorFinding;

describe('measure', () => {
  it('tokens', async () => {
    for (const { id, title, grants } of tokenRules) {
      let n = 0;
      const { url } = await serveTokens((a) => {
        n += 1;
        return grants(a);
      });
      const began = Date.now();
      const f = controlOf(await doctor(url, {}, true), 'token-b2b');
      const ids = f.rule?.mistakes.map((m) => m.id) ?? [];
      const alt = f.rule?.alternatives?.map((m) => m.id) ?? [];
      console.log(
        ids.includes(id) ? 'ok ' : alt.includes(id) ? 'ALT' : '!!!',
        id,
        title,
        ids.join(),
        '|',
        alt.join(),
        n,
        Date.now() - began,
        JSON.stringify(f.rule?.overrides),
      );
    }
  }, 300_000);
  it('transactions', async () => {
    for (const { id, title, sign } of transactionRules) {
      let n = 0;
      const plan = await transactionServer(
        'x',
        {
          sign: (c) => {
            n += 1;
            return sign(c);
          },
        },
        { prefix: '/snap' },
      );
      const began = Date.now();
      const transaction = {
        ...plan.transaction,
        path: richPath,
        body: richBody,
      } as TargetConfig['transaction'];
      const f = controlOf(
        await doctor(plan.baseUrl, { transaction } as never, true),
        'transaction',
      );
      const ids = f?.rule?.mistakes.map((m) => m.id) ?? [];
      const alt = f?.rule?.alternatives?.map((m) => m.id) ?? [];
      console.log(
        ids.includes(id) ? 'ok ' : alt.includes(id) ? 'ALT' : '!!!',
        id,
        title,
        ids.join(),
        '|',
        alt.join(),
        n,
        Date.now() - began,
        JSON.stringify(f?.rule?.overrides),
        ids.length ? '' : f?.message,
      );
    }
  }, 300_000);
});
