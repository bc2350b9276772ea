/** Writes the tokens of a JSON text without white space in another layout. */
export type Layout = (compact: string) => string;

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^"{}[\],:]+/g;

interface Indent {
  unit: string;
  lineEnd?: string;
  colon?: string;
  emptyObject?: string;
  emptyArray?: string;
  /** Writes the brackets of what is empty on lines of their own, as Ruby does before JSON 2.10. */
  openEmpty?: boolean;
  end?: string;
}

/** Each member and item on a line of its own. */
function indented({
  unit,
  lineEnd = '\n',
  colon = ': ',
  emptyObject = '{}',
  emptyArray = '[]',
  openEmpty = false,
  end = '',
}: Indent): Layout {
  return (compact) => {
    const all = compact.match(tokens) ?? [];
    let depth = 0;
    const written: string[] = [];
    const line = () => lineEnd + unit.repeat(depth);
    for (let index = 0; index < all.length; index += 1) {
      const token = all[index] as string;
      const next = all[index + 1];
      if (token === '{' || token === '[') {
        if (next === '}' || next === ']') {
          const empty = token === '{' ? emptyObject : emptyArray;
          // Of an empty array Ruby leaves the line blank.
          const open = token === '{' ? `{${line()}}` : `[${lineEnd}${line()}]`;
          written.push(openEmpty ? open : empty);
          index += 1;
        } else {
          depth += 1;
          written.push(token, line());
        }
      } else if (token === '}' || token === ']') {
        depth -= 1;
        written.push(line(), token);
      } else if (token === ',') written.push(token, line());
      else written.push(token === ':' ? colon : token);
    }
    return written.join('') + end;
  };
}

/** Jackson's DefaultPrettyPrinter: members on lines of their own, the items of an array on one. */
function jackson(lineEnd: string): Layout {
  return (compact) => {
    const all = compact.match(tokens) ?? [];
    const open: string[] = [];
    const depth = () => open.filter((token) => token === '{').length;
    const line = () => lineEnd + '  '.repeat(depth());
    let written = '';
    for (let index = 0; index < all.length; index += 1) {
      const token = all[index] as string;
      const next = all[index + 1];
      if ((token === '{' && next === '}') || (token === '[' && next === ']')) {
        written += `${token} ${next}`;
        index += 1;
      } else if (token === '{') {
        open.push(token);
        written += token + line();
      } else if (token === '[') {
        open.push(token);
        written += '[ ';
      } else if (token === '}') {
        open.pop();
        written += line() + token;
      } else if (token === ']') {
        open.pop();
        written += ' ]';
      } else if (token === ',') written += open.at(-1) === '{' ? token + line() : ', ';
      else written += token === ':' ? ' : ' : token;
    }
    return written;
  };
}

const spaced =
  (comma: string, colon: string): Layout =>
  (compact) =>
    compact.replace(/"(?:[^"\\]|\\.)*"|[,:]/g, (token) =>
      token === ',' ? comma : token === ':' ? colon : token,
    );

/** How libraries lay JSON out. */
export const layouts = {
  compact: (compact: string) => compact,
  /** json.dumps of Python, by default. */
  python: spaced(', ', ': '),
  afterColon: spaced(',', ': '),
  afterComma: spaced(', ', ':'),
  twoSpaces: indented({ unit: '  ' }),
  fourSpaces: indented({ unit: '    ' }),
  tab: indented({ unit: '\t' }),
  oneSpace: indented({ unit: ' ' }),
  threeSpaces: indented({ unit: '   ' }),
  twoSpacesCrLf: indented({ unit: '  ', lineEnd: '\r\n' }),
  fourSpacesCrLf: indented({ unit: '    ', lineEnd: '\r\n' }),
  tabCrLf: indented({ unit: '\t', lineEnd: '\r\n' }),
  jackson: jackson('\n'),
  jacksonCrLf: jackson('\r\n'),
  ruby: indented({ unit: '  ', openEmpty: true }),
  perl: indented({ unit: '   ', colon: ' : ', end: '\n' }),
  linesAlone: indented({ unit: '', colon: ':' }),
} satisfies Record<string, Layout>;
