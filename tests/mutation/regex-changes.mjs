/**
 * The ways in which a regular expression's source is changed: anchors taken away, quantifiers and
 * classes turned. Each gives the changed source and what was done, in words.
 */
export function regexChanges(source) {
  const changes = [];
  const put = (from, to, text, what) =>
    changes.push({ source: source.slice(0, from) + text + source.slice(to), what });
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') {
      const escaped = source[at + 1];
      if (/[dwsDWS]/.test(escaped)) {
        const turned =
          escaped === escaped.toLowerCase() ? escaped.toUpperCase() : escaped.toLowerCase();
        put(at + 1, at + 2, turned, `\\${escaped} at ${at} turned to \\${turned}`);
      }
      at += 1;
    } else if (inClass) inClass = character !== ']';
    else if (character === '[') {
      inClass = true;
      const negated = source[at + 1] === '^';
      put(at, at + (negated ? 2 : 1), negated ? '[' : '[^', `the class at ${at} turned round`);
    } else if (character === '^' || character === '$')
      put(at, at + 1, '', `${character} at ${at} taken away`);
    else if (character === '+') put(at, at + 1, '*', `+ at ${at} made *`);
    else if (character === '*') put(at, at + 1, '+', `* at ${at} made +`);
    else if (character === '{') {
      const times = /^\{(\d+)/.exec(source.slice(at));
      if (times)
        put(
          at + 1,
          at + times[0].length,
          String(Number(times[1]) + 1),
          `${times[0]} at ${at} raised by 1`,
        );
    }
  }
  return changes.filter(({ source: changed }) => compiles(changed));
}

function compiles(source) {
  try {
    return Boolean(new RegExp(source, 'u'));
  } catch {
    return false;
  }
}
