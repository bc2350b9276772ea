import type { Command } from 'commander';
import { addPassphraseFlags } from '../shared/passphrase.js';
import type { BaselineFlags } from './baseline-of-run.js';
import { addCertificationOption, addRunOptions, type RunFlags } from './run-options.js';
import type { TargetOptions } from './target-plans.js';

const help = `
The config is snap.config.{ts,mjs,js,json,yaml} in the working directory, or --config FILE.
One target can be given without a config, by --profile, --base-url, --client-id and --private-key.
Failures listed in snap-baseline.yaml, next to the config, are known: they don't fail the run. An entry
whose check passes now, or whose last day is over, does.

Examples:
  $ snap-conformance run
  $ snap-conformance run --dry-run
  $ snap-conformance run --only "*/timestamp/*" --depth thorough
  $ snap-conformance run --profile snap-bi --base-url https://sandbox.example \\
      --client-id my-client --private-key keys/client.pem

Exit status:
  0    every target is conformant
  1    some target is non-conformant, or an entry of the baseline is stale or expired
  2    an option or the config is wrong; nothing was sent
  3    nothing failed, but some target couldn't be judged
  130  stopped by a signal; the reports hold what was found by then
`;

/** Adds `run`: tests the targets of a config, or one given by flags. */
export function addRun(program: Command): void {
  const target = program
    .command('run')
    .description('test the targets of a config and write reports')
    .option('--config <file>', 'the config')
    .option('--profile <name>', 'profile of the one target given by flags')
    .option('--base-url <url>', 'its address; the path of the service is appended')
    .option('--client-id <id>', 'the client id, sent as X-CLIENT-KEY')
    .option('--private-key <file>', "the client's private key, PEM");
  const command = addPassphraseFlags(target)
    .option(
      '--baseline <file>',
      'the known failures (default: snap-baseline.yaml next to the config)',
    )
    .option('--update-baseline', 'write the failures of this run into the baseline');
  addCertificationOption(addRunOptions(command))
    .addHelpText('after', help)
    .action(async (flags: RunFlags & TargetOptions & BaselineFlags) => {
      const { planTargets } = await import('./target-plans.js');
      const { carryOut } = await import('./carry-out.js');
      const { baselineOfRun } = await import('./baseline-of-run.js');
      const { planRun } = await import('./plan-run.js');
      const { keepWords } = await import('./exploring-note.js');
      const { certificationOf } = await import('../shared/certification.js');
      const { withKeptInputs } = await import('../../results/kept-inputs.js');
      const head = certificationOf(flags.certification);
      const { words, suites, leftOut, ...planned } = await planTargets(flags, process.cwd());
      const { targets: ofConfig, ...place } = planned;
      const targets = ofConfig.map((target) => ({
        ...target,
        ...(head && { certification: { ...target.certification, ...head } }),
      }));
      const { configFile } = place;
      const baseline = baselineOfRun(
        flags,
        { ...place, catalogue: suites.catalogue },
        process.cwd(),
        (text) => process.stderr.write(text),
      );
      const named = flags.baseline === undefined ? [] : ['--baseline', flags.baseline];
      const begin = ['snap-conformance', 'run', ...words, ...named];
      const tried = withKeptInputs(targets, baseline?.before.known ?? []);
      const plan = { ...planRun(flags, suites, tried, begin), targetsLeftOut: leftOut };
      const keep = keepWords(flags, configFile);
      process.exitCode = await carryOut(plan, flags, {
        ...(baseline && { baseline }),
        ...(keep && { keep }),
        ...(configFile !== undefined && { configFile }),
      });
    });
}
