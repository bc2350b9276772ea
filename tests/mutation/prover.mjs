import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One copy of the package, which tells what its checks find of servers. */
export class Prover {
  constructor(root, { run }, { shippedSuites }, { loadProfile }) {
    Object.assign(this, { root, run, suites: shippedSuites(), loadProfile });
  }

  /** Loads a copy's code. */
  static async of(root) {
    const files = ['engine/run/run.js', 'api/shipped-suites.js', 'engine/profile/profile.js'];
    const modules = files.map((file) => import(pathToFileURL(join(root, 'dist/src', file)).href));
    return new Prover(root, ...(await Promise.all(modules)));
  }

  /** What is found of a server: its verdict, how it met the control, and the outcome of each check, by name. */
  async findings({ name, options, start, slow = false }, { areas, depth, signal }) {
    const { sandbox, target } = await start();
    try {
      const laidOver = options.overrides && {
        services: options.overrides,
        file: name,
        pointer: '',
      };
      const profile = this.loadProfile(options.profile ?? 'snap-bi', this.root, laidOver);
      const plan = {
        targets: [{ ...target, profile }],
        suites: this.suites,
        seed: 42,
        depth,
        only: areas.map((area) => `${area}/*`),
        skip: [],
        slow,
        replay: ['snap-conformance', 'run'],
      };
      const { targets } = await this.run(plan, { signal });
      return findingsOf(targets[0]);
    } catch (error) {
      return { 'the run': `breaks: ${error.message.split('\n')[0]}` };
    } finally {
      await sandbox.close();
    }
  }

  /** The same, from an earlier process if one has been there. */
  async usualFindings(one, how) {
    const { areas, depth } = how;
    const key = JSON.stringify([areas, depth, one.stage, one.name]);
    const folder = join(this.root, 'usual');
    const file = join(folder, createHash('sha256').update(key).digest('hex').slice(0, 16));
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    const usual = await this.findings(one, how);
    if (how.signal.aborted) return usual;
    mkdirSync(folder, { recursive: true });
    // Another process may be about to read it.
    writeFileSync(`${file}-${process.pid}`, JSON.stringify(usual));
    renameSync(`${file}-${process.pid}`, file);
    return usual;
  }
}

function findingsOf({ verdict, control, checks }) {
  return {
    'the run': 'ends',
    'the verdict': verdict,
    'the control': control.outcome,
    ...Object.fromEntries(checks.map(({ id, outcome }) => [`\`${id}\``, outcome])),
  };
}
