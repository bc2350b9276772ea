/**
 * The colours, light and dark: each text colour stands at 4.5:1 or more on the grounds that it is used on (WCAG AA).
 * Paper is light.
 */
const colorOf: Record<string, [light: string, dark: string]> = {
  ground: ['#f6f7f9', '#0f1419'],
  surface: ['#ffffff', '#171e26'],
  sunken: ['#f1f3f6', '#10161d'],
  line: ['#d9dee5', '#2b3541'],
  edge: ['#7d8896', '#6d7a89'],
  ink: ['#17202b', '#e7ecf2'],
  muted: ['#525e6c', '#a2aebc'],
  link: ['#1857b0', '#86b6ff'],
  mark: ['#ffe58a', '#5c4a0c'],
  'mark-ink': ['#3a2c00', '#ffeaa6'],
  sign: ['#e4dcf7', '#3b2f5c'],
  'sign-ink': ['#45237f', '#dccfff'],
  passed: ['#146c3a', '#63cd92'],
  failed: ['#b3231b', '#ff958b'],
  warning: ['#855000', '#f0b95e'],
  cantTell: ['#6a3fb0', '#c0a8f7'],
  untested: ['#525e6c', '#a2aebc'],
  inapplicable: ['#525e6c', '#a2aebc'],
  'passed-ground': ['#e9f5ee', '#13281e'],
  'failed-ground': ['#fcefee', '#331a1a'],
  'warning-ground': ['#fbf3e4', '#2d2414'],
  'cantTell-ground': ['#f3eefb', '#241e35'],
};

function values(at: 0 | 1): string {
  return Object.entries(colorOf)
    .map(([name, pair]) => `--${name}: ${pair[at]};`)
    .join(' ');
}

export const colors = `
:root { color-scheme: light dark; ${values(0)} }
:root[data-theme=light] { color-scheme: light; }
@media screen {
  @media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${values(1)} } }
  :root[data-theme=dark] { color-scheme: dark; ${values(1)} }
}
.passed { --tone: var(--passed); --tone-ground: var(--passed-ground); }
.failed { --tone: var(--failed); --tone-ground: var(--failed-ground); }
.warning { --tone: var(--warning); --tone-ground: var(--warning-ground); }
.cantTell { --tone: var(--cantTell); --tone-ground: var(--cantTell-ground); }
.untested, .inapplicable, .known { --tone: var(--untested); --tone-ground: var(--sunken); }
`;
