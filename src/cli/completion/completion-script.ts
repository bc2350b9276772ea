import type { Command } from 'commander';
import type { Shell } from './command.js';
import { type CompletedCommand, completedCommands } from './completion-words.js';

/** A script that completes the program's command line in a shell. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = completedCommands(program);
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands);
}

/** The part that bash and zsh share: it finds the command before the cursor, and what may follow it. */
function posixBody(
  commands: readonly CompletedCommand[],
  add: (words: readonly string[]) => string,
  files: string,
): string[] {
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ flag, value }) =>
      value === 'none'
        ? []
        : [`    "${path}:${flag}") ${typeof value === 'string' ? files : add(value)} ;;`],
    ),
  );
  return [
    '  case "$command:$prev" in',
    ...values,
    '    *) case "$command" in',
    ...commands.map(
      ({ path, options, words }) =>
        `      "${path}") ${add([...words, ...options.map(({ flag }) => flag), '--help'])} ;;`,
    ),
    '    esac ;;',
    '  esac',
  ];
}

/** Finds the command among the words before the cursor. */
function finder(commands: readonly CompletedCommand[], words: string): string[] {
  const paths = commands.map(({ path }) => `"${path}"`).filter((path) => path !== '""');
  return [
    `  for word in ${words}; do`,
    '    case "${command:+$command }$word" in',
    `      ${paths.join('|')}) command="\${command:+$command }$word" ;;`,
    '    esac',
    '  done',
  ];
}

function bashScript(commands: readonly CompletedCommand[]): string {
  const add = (words: readonly string[]) =>
    `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$cur"))`;
  return [
    '_snap_conformance() {',
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="" word',
    '  COMPREPLY=()',
    // bash ends a word at a colon.
    '  [[ $prev == : && $COMP_CWORD -ge 3 ]] && prev="${COMP_WORDS[COMP_CWORD-3]}" && cur="${COMP_WORDS[COMP_CWORD-2]}:$cur"',
    ...finder(commands, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"'),
    ...posixBody(commands, add, 'COMPREPLY=($(compgen -f -- "$cur"))'),
    '  [[ $cur == *:* ]] && word="${cur%:*}:" && COMPREPLY=("${COMPREPLY[@]#$word}")',
    '  return 0',
    '}',
    'complete -o filenames -o bashdefault -F _snap_conformance snap-conformance',
  ].join('\n');
}

function zshScript(commands: readonly CompletedCommand[]): string {
  const add = (words: readonly string[]) => `compadd -- ${words.join(' ')}`;
  return [
    '#compdef snap-conformance',
    '_snap_conformance() {',
    '  local prev="${words[CURRENT-1]}" command="" word',
    ...finder(commands, '"${(@)words[2,CURRENT-1]}"'),
    ...posixBody(commands, add, '_files'),
    '}',
    'if [ "$funcstack[1]" = "_snap_conformance" ]; then _snap_conformance; else compdef _snap_conformance snap-conformance; fi',
  ].join('\n');
}

function fishScript(commands: readonly CompletedCommand[]): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ path, options, words }) => {
    const within = path.split(' ').filter(Boolean);
    const own = commands.map((each) => each.path).filter((each) => each.startsWith(`${path} `));
    const inner = own.map((each) => each.slice(path.length + 1));
    const conditions =
      within.length === 0
        ? ['__fish_use_subcommand']
        : [
            ...within.map((name) => `__fish_seen_subcommand_from ${name}`),
            ...(inner.length > 0 ? [`not __fish_seen_subcommand_from ${inner.join(' ')}`] : []),
          ];
    const at = `complete -c snap-conformance -n ${quoted(conditions.join('; and '))}`;
    return [
      ...(words.length > 0 ? [`${at} -f -a ${quoted(words.join(' '))}`] : []),
      ...options.map(({ flag, description, value }) => {
        const what = `${at} -l ${flag.slice(2)} -d ${quoted(description)}`;
        if (value === 'none') return what;
        return value === 'any' ? `${what} -r` : `${what} -x -a ${quoted(value.join(' '))}`;
      }),
    ];
  });
  return lines.join('\n');
}
