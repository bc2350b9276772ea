/** The names of what is found otherwise than usual. */
export function differences(found, usual) {
  return Object.keys(usual).filter((name) => found[name] !== usual[name]);
}

/** What of a server is found otherwise than usual, in words that follow its name. */
export function inWords(names, found, usual) {
  if (names.includes('the run')) return `the run ${found['the run']}`;
  const checks = names.filter((name) => name.startsWith('`'));
  const [broke, lost] = [found, usual].map((now) =>
    checks.filter((name) => now[name] === 'failed'),
  );
  const unsaid = checks.filter((name) => found[name] === 'cantTell' && usual[name] !== 'failed');
  const parts = [
    broke.length > 0 && `fails ${listed(broke)}`,
    lost.length > 0 && `no longer fails ${listed(lost)}`,
    unsaid.length > 0 && `can't tell of ${listed(unsaid)}`,
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(', ');
  const [name] = [...checks, ...names];
  return `${name} is ${found[name]}, not ${usual[name]}`;
}

function listed(names) {
  const shown = names.slice(0, 2).join(', ');
  return names.length > 2 ? `${shown} and ${names.length - 2} more` : shown;
}
