// What a project that installs the package writes; checked against the built declarations, never run.
import {
  type CheckResult,
  type Config,
  createSandbox,
  defineConfig,
  InputProblem,
  KeyError,
  type ProblemCode,
  type Result,
  type RunOptions,
  run,
  type SignedRequest,
  signTokenRequest,
  signTransactionRequest,
  type TargetConfig,
} from 'snap-conformance';

const target: TargetConfig = {
  name: 'mine',
  profile: 'snap-bi',
  baseUrl: 'https://sandbox.example',
  client: { clientId: 'me', privateKey: { file: 'client.pem' } },
};
const config: Config = defineConfig({ targets: [target] });

// @ts-expect-error a target has a client
defineConfig({ targets: [{ name: 'mine', profile: 'snap-bi', baseUrl: 'https://x.example' }] });
// @ts-expect-error there is no such member
defineConfig({ targets: [target], extra: true });
// @ts-expect-error a role is one of two
const _role: TargetConfig = { ...target, role: 'bank' };

const options: RunOptions = {
  only: ['token-b2b/*'],
  depth: 'quick',
  seed: 1,
  onCheck: (check: CheckResult, name: string) => {
    const outcome: 'passed' | 'failed' | 'cantTell' | 'inapplicable' | 'untested' = check.outcome;
    return `${name} ${outcome}`;
  },
};
const result: Promise<Result> = run(config, options);
const _fromFile: Promise<Result> = run('snap.config.ts');
// @ts-expect-error a depth is one of three
void run(config, { depth: 'deep' });

export async function all(): Promise<string | undefined> {
  const sandbox = await createSandbox({ profile: 'doku', faults: ['takes-epoch'] });
  const { targets } = await run({ targets: [sandbox.target] });
  await sandbox.close();
  // @ts-expect-error it is read-only
  sandbox.requests = 1;
  const verdict: 'conformant' | 'non-conformant' | 'inconclusive' | undefined = targets[0]?.verdict;
  const signed: SignedRequest = await signTokenRequest({ clientId: 'me', privateKey: 'PEM' });
  // @ts-expect-error a token request is signed with a key
  await signTokenRequest({ clientId: 'me' });
  const call = await signTransactionRequest({
    method: 'POST',
    path: '/v1.0/balance-inquiry',
    body: '{}',
    accessToken: 'token',
    clientSecret: 'secret',
  });
  const header: string | undefined = call.headers['X-SIGNATURE'] ?? signed.headers['X-SIGNATURE'];
  return (await result).targets.length > 0 ? verdict : header;
}

export function told(error: unknown): string[] {
  if (error instanceof KeyError) return [error.message];
  if (!(error instanceof InputProblem)) throw error;
  // @ts-expect-error there is no such code
  const _wrong: ProblemCode = 'no-such-code';
  return error.problems.map(({ code, what, file = '', pointer = '', remedy = '' }) => {
    const typed: ProblemCode = code;
    return [typed, what, file, pointer, remedy].join(' ');
  });
}
