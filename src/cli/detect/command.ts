import type { Command } from 'commander';
import type { TargetPlan } from '../../engine/plan/plan.js';
import type { ProfileFit } from '../../engine/run/detect.js';
import type { TargetOptions } from '../run/target-plans.js';
import { exitStatus } from '../shared/exit-status.js';
import { list, positiveNumber, seed, wholeNumber } from '../shared/parse-option.js';

const help = `
Sends the valid request of each shipped profile at the target's own path; then, at depth quick, the checks
that tell the profiles apart, each once for all profiles that agree on it; and ranks the profiles by how
little the target differs from them. --dry-run says how many requests that takes.

Examples:
  $ snap-conformance detect --config snap.config.json --dry-run
  $ snap-conformance detect --profile snap-bi --base-url https://sandbox.example \\
      --client-id my-client --private-key keys/client.pem

Exit status: 0 a profile was found whose valid request the target accepts, 3 none, 2 as in run.
`;

interface DetectFlags extends TargetOptions {
  seed?: number | 'random';
  json?: boolean;
  dryRun?: boolean;
}

/** Adds `detect`: names the profiles that come closest to a target, with the differences. */
export function addDetect(program: Command): void {
  program
    .command('detect')
    .description('name the profiles that come closest to a target, with the differences')
    .option('--config <file>', 'the config')
    .option('--target <name>', 'only this target; may be repeated', list)
    .option('--profile <name>', 'profile of the one target given by flags; its path is used')
    .option('--base-url <url>', 'its address; the path of the service is appended')
    .option('--client-id <id>', 'the client id, sent as X-CLIENT-KEY')
    .option('--private-key <file>', "the client's private key, PEM")
    .option('--rate <n>', 'requests a second', positiveNumber('--rate'))
    .option('--max-requests <n>', 'never send more than this', wholeNumber('--max-requests', 1))
    .option('--seed <n>', 'of the inputs: a number, or random (default: the same each time)', seed)
    .option('--dry-run', 'print how many requests would be sent, and send nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (flags: DetectFlags) => {
      const { seedOfRun } = await import('../../engine/catalogue/seed-of-run.js');
      const { planTargets } = await import('../run/target-plans.js');
      const { detectProfiles, detectRequests } = await import('../../engine/run/detect.js');
      const { targets, suites } = await planTargets(flags, process.cwd());
      if (flags.dryRun) {
        for (const target of targets) {
          const requests = detectRequests(suites, target);
          console.log(
            `Nothing was sent. ${target.name} would get about ${requests} requests: fewer if it refuses a profile's valid request, a few more if it refuses variations of one.`,
          );
        }
        return;
      }
      const { seed } = seedOfRun(flags.seed, suites.catalogue);
      const found: Record<string, ProfileFit[]> = {};
      for (const target of targets) {
        const fits = await detectProfiles(suites, target, seed);
        found[target.name] = fits;
        if (!flags.json) process.stdout.write(`${fitText(target, fits)}\n`);
      }
      if (flags.json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      const some = Object.values(found).every((fits) => fits.some(({ accepted }) => accepted));
      process.exitCode = some ? exitStatus.conformant : exitStatus.inconclusive;
    });
}

/** The ranking of one target's profiles, in words. */
function fitText({ name, profile }: TargetPlan, fits: readonly ProfileFit[]): string {
  const { path: own } = profile.services['token-b2b'];
  const other = fits.find(({ path }) => path !== own)?.path;
  const at = other === undefined ? [] : [`  at ${other}: no request was accepted at ${own}`];
  return [name, ...at, ...fits.flatMap(profileLines), ''].join('\n');
}

function profileLines(fit: ProfileFit): string[] {
  const { profile, title, accepted, control, differences, passed } = fit;
  if (!accepted) return [`  ${profile} (${title}): ${control}`];
  const count = differences.length;
  const verdict =
    count === 0 ? 'no difference' : `${count} ${count === 1 ? 'difference' : 'differences'}`;
  return [
    `  ${profile} (${title}): ${verdict} in ${passed + count} checks`,
    ...differences.map(({ id, level, message }) => `    ${level.padEnd(6)} ${id}: ${message}`),
  ];
}
