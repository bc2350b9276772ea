import { credentialWord } from '../credential-word.js';

/** A shorter value of the environment is met in a message by chance. */
const shortest = 6;
/** A key that is cut off counts too. */
const pem = /-----BEGIN [^-]*-----[\s\S]*?(?:-----END [^-]*-----|$)/g;
const bearer = /\b(bearer|basic)\s+[^\s"',;]+/gi;
/** `secret: hunter2`, `apiKey=…`, `the token is "…"`. */
const named = new RegExp(
  `([\\w-]*(?:${credentialWord.source})[\\w-]*["'\`]?(?:\\s*[:=]\\s*|\\s+(?:is\\s+)?(?=["'\`]|\\S*\\d)))(["'\`]?)[^\\s"'\`,;)]+`,
  'gi',
);
/** Nothing but a secret is so long with a digit in it; a path has a slash or a dot before it. */
const long = /(?<![\w./\\+=-])(?=[A-Za-z_+=/-]*\d)[A-Za-z0-9][A-Za-z0-9+/=_-]{19,}(?![\w./\\+=-])/g;
/** A text of the source that is given to a member or a variable with the name of a credential. */
const assigned = new RegExp(
  `(?:${credentialWord.source})\\w*["'\`]?\\s*[:=]\\s*(["'\`])((?:(?!\\1)[^\\\\]|\\\\.)+)\\1`,
  'gis',
);

/**
 * The first line of what a module of the user threw, without values that may be secrets: what stands in the module
 * or the environment under the name of a credential, and what looks like one.
 *
 * @param source The module's text.
 */
export function thrownMessage(
  error: unknown,
  source: string,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const whole = error instanceof Error ? error.message : String(error);
  const values = [...ofEnvironment(environment), ...ofSource(source)]
    .filter((value) => value.length >= shortest)
    .toSorted((a, b) => b.length - a.length);
  const known = values.reduce((text, value) => text.replaceAll(value, '…'), whole);
  const shown = known
    .replace(pem, '…')
    .replace(bearer, '$1 …')
    .replace(named, '$1$2…')
    .replace(long, '…');
  return shown.split('\n')[0]?.trim() ?? '';
}

function ofEnvironment(environment: NodeJS.ProcessEnv): string[] {
  return Object.entries(environment).flatMap(([name, value = '']) =>
    credentialWord.test(name) ? [value, ...value.split('\n')] : [],
  );
}

function ofSource(source: string): string[] {
  return [...source.matchAll(assigned)].map(([, , text = '']) => text);
}
