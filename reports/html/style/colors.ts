/** The colours, light and dark. Each text colour stands at 4.5:1 or more on the grounds it is used on (WCAG AA). */
export const colors = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --surface: #ffffff; --sunken: #f1f3f6; --line: #d9dee5; --edge: #8a95a3;
  --ink: #17202b; --muted: #525e6c; --link: #1857b0; --focus: #1857b0; --mark: #ffe58a; --mark-ink: #3a2c00;
  --passed: #146c3a; --failed: #b3231b; --warning: #855000; --cantTell: #6a3fb0; --untested: #525e6c; --inapplicable: #525e6c;
  --passed-ground: #e9f5ee; --failed-ground: #fcefee; --warning-ground: #fbf3e4; --cantTell-ground: #f3eefb;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1419; --surface: #171e26; --sunken: #10161d; --line: #2b3541; --edge: #6d7a89;
    --ink: #e7ecf2; --muted: #a2aebc; --link: #86b6ff; --focus: #86b6ff; --mark: #5c4a0c; --mark-ink: #ffeaa6;
    --passed: #63cd92; --failed: #ff958b; --warning: #f0b95e; --cantTell: #c0a8f7; --untested: #a2aebc; --inapplicable: #a2aebc;
    --passed-ground: #13281e; --failed-ground: #331a1a; --warning-ground: #2d2414; --cantTell-ground: #241e35;
  }
}
.passed { --tone: var(--passed); --tone-ground: var(--passed-ground); }
.failed { --tone: var(--failed); --tone-ground: var(--failed-ground); }
.warning { --tone: var(--warning); --tone-ground: var(--warning-ground); }
.cantTell { --tone: var(--cantTell); --tone-ground: var(--cantTell-ground); }
.untested { --tone: var(--untested); --tone-ground: var(--sunken); }
.inapplicable { --tone: var(--inapplicable); --tone-ground: var(--sunken); }
`;
