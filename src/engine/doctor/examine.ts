import type { KeyObject } from 'node:crypto';
import { type ChosenTarget, chooseCalls } from '../config/choose-targets.js';
import { type LoadedConfig, loadConfig, targetAt } from '../config/config.js';
import { isLoopback } from '../config/is-loopback.js';
import { ofBaseUrl, planTarget } from '../config/plan-target.js';
import { fetchSecrets } from '../config/secrets/fetch-secrets.js';
import { InputProblem } from '../input/input-problem.js';
import type { TargetPlan } from '../plan/plan.js';
import { examineControl } from './examine-control.js';
import { examineKeys } from './examine-keys.js';
import { examineConnection, examineName, examineProxy } from './examine-network.js';
import { examineTls } from './examine-tls.js';
import { type DoctorFinding, failure, ok, skipped, warning } from './finding.js';

/** What the examination of a target found. */
export interface Examination {
  /** Absent when the config itself can't be read. */
  target?: string;
  /**
   * `ready` for a run; `misconfigured`: config, keys or profile are invalid, and nothing was sent;
   * `unready`: it can't be reached, or doesn't accept the valid request; `other-rule`: it accepts what is
   * signed by a rule other than its document's.
   */
  outcome: 'ready' | 'misconfigured' | 'unready' | 'other-rule';
  findings: DoctorFinding[];
}

/** What is examined: the targets of a config. */
export interface ExamineOptions {
  /** As the user gave it; by default the usual names are looked for. */
  config?: string;
  /** Names of targets; by default all. */
  target?: readonly string[];
  /** The public key that the provider has for `client`. */
  registered?: KeyObject;
  /** A target that refuses the valid request is asked by the whole catalogue of mistakes. */
  deep?: boolean;
}

/** Examines a config and what each of its targets needs, in the order in which a run needs it. */
export async function examine(options: ExamineOptions, folder: string): Promise<Examination[]> {
  const { config, target: names = [] } = options;
  try {
    const loaded = await loadConfig(config, folder);
    const chosen = chooseCalls(loaded, names);
    const examinations: Examination[] = [];
    // One by one: the findings about one target must not depend on another.
    for (const each of chosen) examinations.push(await examineTarget(loaded, each, options));
    return examinations;
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    return [{ outcome: 'misconfigured', findings: [failure('config', error.message)] }];
  }
}

async function examineTarget(
  loaded: LoadedConfig,
  { target: { name }, index, calls }: ChosenTarget,
  { registered, deep = false }: ExamineOptions,
): Promise<Examination> {
  const planned = await plansOf(loaded, index, calls);
  if ('error' in planned)
    return {
      target: name,
      outcome: 'misconfigured',
      findings: [failure('config', planned.error)],
    };
  const { plan, further } = planned;
  const findings = [
    ok('config', `${loaded.file} is valid`),
    ...plan.notes
      .filter((note) => note.startsWith(ofBaseUrl))
      .map((note) => warning('baseUrl', note.slice(ofBaseUrl.length), 'Write baseUrl without it.')),
    profileFinding(plan),
    ...examineKeys(plan, loaded, registered),
  ];
  if (broken(findings)) {
    const left = skipped('target', 'not asked, because of what is wrong above');
    return { target: name, outcome: 'misconfigured', findings: [...findings, left] };
  }
  const way = await examineWay(plan);
  findings.push(...way);
  if (broken(way)) {
    findings.push(skipped('control', 'not sent, because of what is wrong above'));
    return { target: name, outcome: 'unready', findings };
  }
  const control = await examineControl(plan, deep ? 'deep' : 'usual', further);
  findings.push(...control.findings);
  const outcome = control.wrongRule ? 'other-rule' : broken(control.findings) ? 'unready' : 'ready';
  return { target: name, outcome, findings };
}

/** From the name of the host to a connection that requests can take. */
async function examineWay(target: TargetPlan): Promise<DoctorFinding[]> {
  const findings = [examineProxy(target), await examineName(target)].filter(
    (finding) => finding !== undefined,
  );
  if (broken(findings)) return findings;
  findings.push(await examineConnection(target));
  if (broken(findings)) return findings;
  const { protocol, hostname } = new URL(target.baseUrl);
  if (protocol === 'https:') return [...findings, ...(await examineTls(target))];
  return isLoopback(hostname)
    ? findings
    : [
        ...findings,
        warning(
          'TLS',
          'none: access tokens and bodies travel in the clear',
          'Write https in baseUrl if the target has it.',
        ),
      ];
}

/** A target, planned with its first service, and those of its further ones that were chosen. */
async function plansOf(
  loaded: LoadedConfig,
  index: number,
  calls: readonly number[],
): Promise<{ plan: TargetPlan; further: TargetPlan[] } | { error: string }> {
  try {
    const { name } = targetAt(loaded, index);
    const ready = await fetchSecrets(loaded, [name]);
    return {
      plan: planTarget(ready, index),
      further: calls.filter((call) => call > 0).map((call) => planTarget(ready, index, { call })),
    };
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    return { error: error.message };
  }
}

function profileFinding({ profile, role }: TargetPlan): DoctorFinding {
  const origins = Object.values(profile.origins);
  const overridden = origins.filter(({ profile }) => profile === 'overrides').length;
  const doubtful = origins.filter(({ confidence }) => confidence === 'third-party').length;
  const facts = [
    `${profile.name} (${profile.title}), role ${role}`,
    ...(overridden > 0 ? [`${overridden} values by overrides`] : []),
    ...(doubtful > 0 ? [`${doubtful} values known from a third party only`] : []),
  ];
  return ok('profile', facts.join('; '));
}

function broken(findings: readonly DoctorFinding[]): boolean {
  return findings.some(({ status }) => status === 'error');
}
