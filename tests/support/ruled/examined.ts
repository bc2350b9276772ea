import type { TargetConfig } from '../../../schemas/generated/config.js';
import type { Services } from '../../../schemas/generated/profile.js';
import { type Examination, examine } from '../../../src/engine/doctor/examine.js';
import type { DoctorFinding } from '../../../src/engine/doctor/finding.js';
import { targetConfig, workspace } from '../../cli/workspace.js';
import { testCredentials } from '../sandbox-target.js';

/** Examines a config of one target, with the test client and its secret. */
export async function examineTarget(
  baseUrl: string,
  changes: Partial<Omit<TargetConfig, 'overrides'>> & { overrides?: Services },
  deep: boolean,
): Promise<Examination> {
  const space = workspace();
  const [{ clientId, clientSecret, privateKey }] = await testCredentials();
  const target = await targetConfig(baseUrl, {
    client: { clientId, clientSecret, privateKey },
    ...(changes as Partial<TargetConfig>),
  });
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const [examination] = await examine({ deep }, space.path);
  if (!examination) throw new Error('one target is examined');
  return examination;
}

/** The finding about the valid request of a service. */
export function findingOn({ findings }: Examination, service: string): DoctorFinding {
  const found = findings.find(({ about }) => about === `control of ${service}`);
  if (!found) throw new Error(`nothing was found about ${service}`);
  return found;
}
