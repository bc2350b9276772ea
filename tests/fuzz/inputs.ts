import { isAbsolute, relative, resolve } from 'node:path';
import { reporterNames } from '../../reports/formats.js';
import { shippedSuites } from '../../src/api/shipped-suites.js';
import { writeReports } from '../../src/api/write-reports.js';
import { configOf } from '../../src/engine/config/config.js';
import { planAll } from '../../src/engine/config/plan-all.js';
import { givenHeader } from '../../src/engine/given/given-header.js';
import { givenToken } from '../../src/engine/given/given-token.js';
import { readGiven } from '../../src/engine/given/read-given.js';
import { serviceOfGiven } from '../../src/engine/given/service-of-given.js';
import { InputProblem } from '../../src/engine/input/input-problem.js';
import { readDataFile } from '../../src/engine/input/read-data.js';
import { readBytes } from '../../src/engine/input/reading/read-bytes.js';
import { specFile } from '../../src/engine/input/specs.js';
import { loadProfile } from '../../src/engine/profile/profile.js';
import { acceptResult } from '../../src/results/acceptance/accept-result.js';
import { readPolicy } from '../../src/results/acceptance/policy.js';
import { applyBaseline } from '../../src/results/apply-baseline.js';
import { readBaseline } from '../../src/results/baseline.js';
import { judgedByOutcomes } from '../../src/results/by-outcomes.js';
import { compareResults } from '../../src/results/compare-results.js';
import { mergeResults } from '../../src/results/merge/merge-results.js';
import { readResult } from '../../src/results/read-result.js';
import { harOf, oneLineCurl, sample } from '../engine/given/requests.js';
import { check, control } from '../reports/fixtures/parts.js';
import { ids, outcomeOf, resultOf, targetOf } from '../results/results.js';
import { testCredentials } from '../support/sandbox-target.js';

/** One kind of file that users give. */
export interface InputKind {
  /** Names of files, each ending in what it is read as. */
  files: readonly string[];
  /** A valid value; a text where the file is no JSON. */
  valid: unknown;
  /**
   * Does with the file all that a command would, and writes into `out` alone.
   *
   * @param pick A number by which one of several ways is taken.
   */
  use(file: string, out: string, pick: number): Promise<void> | void;
}

const [client, otherClient] = await testCredentials();
const credentials = ({ clientId, clientSecret, privateKey }: typeof client) => ({
  ...{ clientId, clientSecret, privateKey },
});

const config = {
  targets: [
    {
      name: 'bank',
      profile: 'snap-bi',
      baseUrl: 'https://sandbox.example/api',
      client: credentials(client),
      otherClient: credentials(otherClient),
      tokenHeaders: { 'X-PARTNER-ID': 'toko-1' },
      redact: ['X-Branch'],
      transaction: {
        serviceCode: '11',
        method: 'POST',
        path: '/v1.0/balance-inquiry?a=1',
        body: { partnerReferenceNo: '1', amount: { value: '1.00' } },
        headers: { 'X-PARTNER-ID': 'toko-1', 'CHANNEL-ID': '95221' },
      },
      customer: { authCodes: ['a-code-of-a-customer'], headers: { 'X-LATITUDE': '-6.1' } },
      overrides: { 'token-b2b': { path: '/v1.0/access-token/b2b' } },
      limits: { rate: 5, concurrency: 2, timeoutMs: 1000, maxRequests: 100 },
    },
  ],
};

const result = resultOf([
  targetOf('bank', [
    outcomeOf(ids.epoch, 'failed', { exchanges: ['e1'] }),
    outcomeOf(ids.grant, 'passed'),
    check(ids.caching, { level: 'SHOULD', outcome: 'untested', message: 'not tried' }),
  ]),
  targetOf('second', [outcomeOf(ids.offset, 'cantTell')], { notes: ['a note'] }),
]);
result.exchanges = [control('e1', 'bank'), control('e2', 'second')];

const baseline = {
  known: [
    { target: 'bank', check: ids.epoch, reason: 'known since March', expires: '2027-01-31' },
    { target: 'bank', check: ids.offset, reason: 'as above' },
  ],
};

const policy = {
  targets: [
    { baseUrl: 'https://api.example', profile: 'snap-bi', services: ['token-b2b', 'transaction'] },
  ],
  requirements: { level: 'SHOULD', also: [ids.caching], mayBeUntested: ['token-b2b/expiry/*'] },
  knownFailures: [{ check: ids.epoch, reason: 'known since March', until: '2027-01-31' }],
  ...{ depth: 'quick', maxAgeDays: 30, toolVersions: ['0.1.0'] },
};

export const kinds: Readonly<Record<string, InputKind>> = {
  config: {
    files: ['snap.config.json', 'snap.config.yaml'],
    valid: config,
    use(file) {
      planAll(configOf(readDataFile(file), file, resolve(file, '..'), {}), {});
    },
  },
  profile: {
    files: ['mine.yaml', 'mine.json'],
    valid: readDataFile(specFile('profiles/doku')),
    use(file, folder) {
      loadProfile(file, folder);
    },
  },
  baseline: {
    files: ['snap-baseline.yaml', 'baseline.json'],
    valid: baseline,
    use(file) {
      applyBaseline(result, readBaseline(file), { strict: false, targets: ['bank'] });
    },
  },
  policy: {
    files: ['policy.yaml', 'policy.json'],
    valid: policy,
    use(file) {
      acceptResult(
        { bytes: Buffer.from(JSON.stringify(result)), file: 'result.json' },
        {
          policy: readPolicy(file),
          suites: shippedSuites(),
          now: Date.parse(result.run.finishedAt),
        },
      );
    },
  },
  result: {
    files: ['result.json'],
    valid: result,
    async use(file, out, pick) {
      const read = readResult(file);
      const merged = judgedByOutcomes(mergeResults([read]));
      compareResults(result, read.result, false);
      const name = reporterNames[pick % reporterNames.length] ?? 'json';
      const { files, broken } = await writeReports(merged, [name], out);
      for (const { path } of files) requireWithin(out, path);
      for (const { error } of broken) throw error;
    },
  },
  HAR: { files: ['exchanges.har'], valid: harOf(sample), use: useRequest },
  curl: { files: ['curl.txt'], valid: oneLineCurl(sample), use: useRequest },
};

/** @throws Error if a file was written anywhere else. */
function requireWithin(out: string, path: string): void {
  const inside = relative(out, resolve(path));
  if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`written outside: ${path}`);
}

/** The format of HAR and of curl are told from each other by their text alone. */
function useRequest(file: string): void {
  const given = readGiven(readBytes(file), {
    file,
    readFile: (name) => {
      throw new InputProblem('file-not-found', "can't read the file", { file: name, remedy: 'x' });
    },
  });
  serviceOfGiven(given);
  givenHeader(given, 'X-SIGNATURE', { option: '--signature' });
  givenToken(given, {});
  if (given.pathProblem) throw given.pathProblem;
  if (given.bodyProblem) throw given.bodyProblem;
}
