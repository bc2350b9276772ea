import { type Command, Option } from 'commander';
import { defaultReporters, reporterNames } from '../../../reports/formats.js';
import type { RunPlan } from '../../engine/plan/plan.js';
import { langOption } from '../shared/lang-option.js';
import { list, positiveNumber, seed, shard, wholeNumber } from '../shared/parse-option.js';

/** The options that `run` and `demo` share, as commander gives them. */
export interface RunFlags {
  target?: string[];
  only?: string[];
  skip?: string[];
  shard?: { index: number; count: number };
  depth: RunPlan['depth'];
  seed?: number | 'random';
  concurrency?: number;
  rate?: number;
  maxRequests?: number;
  reporter: string[];
  out: string;
  strict?: boolean;
  slow?: boolean;
  allowProduction?: string[];
  dryRun?: boolean;
  lang?: 'en' | 'id';
  certification?: string;
  quiet?: boolean;
  verbose?: boolean;
}

/** Adds the options that say which checks run, how hard, and what becomes of the result. */
export function addRunOptions(command: Command): Command {
  command
    .option('--target <name>', 'only this target; may be repeated', list)
    .option(
      '--only <glob>',
      'only these checks: an id, * for any text, or tag:must; may be repeated',
      list,
    )
    .option('--skip <glob>', 'all but these checks; may be repeated', list)
    .option('--shard <i/n>', 'part I of N of the checks, for parallel jobs', shard)
    .addOption(
      new Option('--depth <depth>', 'how many inputs a property is tried with')
        .choices(['quick', 'standard', 'thorough'])
        .default('standard'),
    )
    .option(
      '--seed <n>',
      'of the inputs: a number, or random to explore (default: the same in each run)',
      seed,
    )
    .option('--rate <n>', 'requests a second, per target', positiveNumber('--rate'))
    .option(
      '--concurrency <n>',
      'requests under way at once, per target',
      wholeNumber('--concurrency', 1, 256),
    )
    .option(
      '--max-requests <n>',
      'never send a target more than this',
      wholeNumber('--max-requests', 1),
    );
  return addReportOptions(command)
    .option('--strict', 'warnings count as failures')
    .option('--slow', 'wait for a token to expire, to see that it does')
    .option(
      '--allow-production <glob>',
      'make these checks of targets in production too: an id, * for any text, or a tag; may be repeated',
      list,
    )
    .option('--dry-run', 'print what would be sent, and send nothing')
    .addOption(
      new Option('--quiet', 'print nothing but verdicts and problems').conflicts('verbose'),
    )
    .option('--verbose', 'print each check as it ends, with its time and its requests');
}

/** Adds the options that say what is written, and where. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--reporter <list>', `reports to write: ${reporterNames.join(', ')}`)
        // Replaces the default; isn't added to it.
        .argParser((value) => list(value))
        .default(defaultReporters, defaultReporters.join(',')),
    )
    .option('--out <dir>', 'folder for the reports', 'snap-report/')
    .addOption(langOption());
}

/** Adds the option of the certification form's head. */
export function addCertificationOption(command: Command): Command {
  return command.option(
    '--certification <file>',
    'the head of the certification form, YAML or JSON: provider, user, api, date',
  );
}
