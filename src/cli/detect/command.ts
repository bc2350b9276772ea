import type { Command } from 'commander';
import type { ProfileFit } from '../../engine/detect/fit.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import type { TargetPlan } from '../../engine/plan/plan.js';
import type { TargetOptions } from '../run/target-plans.js';
import { exitStatus } from '../shared/exit-status.js';
import { list, positiveNumber, seed, wholeNumber } from '../shared/parse-option.js';
import { addPassphraseFlags } from '../shared/passphrase.js';
import { fitText } from './fit-text.js';

const help = `
Looks for the target's token service, at its own path and at those of the shipped profiles; sends the valid
request of each profile there, once for all that have the same; has every profile judge one set of refusals;
and ranks the profiles by how little the target differs from them. 60 requests at most.

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

/** @throws InputProblem for a target in production: it takes wrong requests to find a profile. */
function requireNoProduction(targets: readonly TargetPlan[]): void {
  const target = targets.find(({ production }) => production);
  if (target)
    throw new InputProblem(
      'target-in-production',
      `${target.name} is in production, and detect sends requests that must be refused`,
      {
        remedy: 'Name its sandbox instead, by --target NAME or by --base-url and the other flags.',
      },
    );
}

/** Adds `detect`: names the profiles that come closest to a target, with the differences. */
export function addDetect(program: Command): void {
  const command = program
    .command('detect')
    .description('name the profiles that come closest to a target, with the differences')
    .option('--config <file>', 'the config')
    .option('--target <name>', 'only this target; may be repeated', list)
    .option('--profile <name>', 'profile of the one target given by flags; its path is used')
    .option('--base-url <url>', 'its address; the path of the service is appended')
    .option('--client-id <id>', 'the client id, sent as X-CLIENT-KEY')
    .option('--private-key <file>', "the client's private key, PEM");
  addPassphraseFlags(command)
    .option('--rate <n>', 'requests a second', positiveNumber('--rate'))
    .option('--max-requests <n>', 'never send more than this', wholeNumber('--max-requests', 1))
    .option('--seed <n>', 'of the inputs: a number, or random (default: the same each time)', seed)
    .option('--dry-run', 'print how many requests would be sent, and send nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (flags: DetectFlags) => {
      const { seedOfRun } = await import('../../engine/catalogue/seed-of-run.js');
      const { planTargets } = await import('../run/target-plans.js');
      const { servicesByTarget } = await import('../../engine/run/services-by-target.js');
      const { detectProfiles, detectRequests } = await import('../../engine/detect/detect.js');
      const { targets: planned, suites } = await planTargets(flags, process.cwd());
      // A profile shows in the token service, which all services of a target share.
      const targets = servicesByTarget(planned).map(([first]) => {
        const { partOf: _, ...target } = first;
        return target;
      });
      requireNoProduction(targets);
      if (flags.dryRun) {
        for (const target of targets) {
          const requests = detectRequests(target);
          console.log(`Nothing was sent. ${target.name} would get at most ${requests} requests.`);
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
