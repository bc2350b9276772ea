import type { Command, Option } from 'commander';
import { reporterNames } from '../../../reports/formats.js';
import { shippedCatalogue } from '../../engine/catalogue/catalogue.js';
import { allTags } from '../../engine/catalogue/choose.js';
import { shippedProfiles } from '../../engine/profile/profile.js';
import { faults } from '../../sandbox/faults/index.js';
import { variations } from '../../sandbox/variations/index.js';

/** A command as a shell completes it. */
export interface CompletedCommand {
  /** `run`; `sign token` for a subcommand. */
  path: string;
  options: CompletedOption[];
  /** What may follow besides options: subcommands, or names. */
  words: readonly string[];
}

/** An option, and what may follow it. */
export interface CompletedOption {
  /** `--depth` */
  flag: string;
  description: string;
  /** `none`: nothing follows; `any`: a file, or a text that can't be listed. */
  value: 'none' | 'any' | readonly string[];
}

/** All commands of the program: first the program itself, with the path '', and each command before its subcommands. */
export function completedCommands(program: Command): CompletedCommand[] {
  const names = namesByOption();
  const visit = (command: Command, path: string): CompletedCommand[] => [
    {
      path,
      options: command.options.map((option) => completedOption(option, names)),
      words: [
        ...command.commands.map((each) => each.name()),
        ...command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
        ...(path === 'explain' ? shippedCatalogue().keys() : []),
      ],
    },
    ...command.commands.flatMap((each) => visit(each, `${path} ${each.name()}`.trim())),
  ];
  return visit(program, '');
}

function completedOption(
  option: Option,
  names: Readonly<Record<string, readonly string[]>>,
): CompletedOption {
  const { long, short, description, argChoices, required, optional } = option;
  const flag = long ?? short ?? '';
  const value = required || optional ? (argChoices ?? names[flag] ?? 'any') : 'none';
  return { flag, description, value };
}

function namesByOption(): Record<string, readonly string[]> {
  const checks = [...shippedCatalogue().keys(), ...allTags(shippedCatalogue())];
  return {
    '--profile': shippedProfiles(),
    '--fault': faults.map(({ name }) => name),
    '--variation': variations.map(({ name }) => name),
    '--only': checks,
    '--skip': checks,
    '--reporter': reporterNames,
  };
}
