/**
 * JSON with a line for each member, two spaces a level. Only white space between its tokens changes: numbers,
 * escapes, doubled members and their order stay as they were. A text that is no JSON stays whole.
 */
export function indentedJson(text: string): string {
  if (!isJson(text)) return text;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return tokens
    .map((token, index) => {
      const [before, after] = [tokens[index - 1], tokens[index + 1]];
      if (token === ':') return ': ';
      if (token === ',') return `,${line()}`;
      if (token === '{' || token === '[') {
        if (after === '}' || after === ']') return token;
        depth += 1;
        return token + line();
      }
      if (token !== '}' && token !== ']') return token;
      if (before === '{' || before === '[') return token;
      depth -= 1;
      return line() + token;
    })
    .join('');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
