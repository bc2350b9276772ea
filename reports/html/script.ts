/**
 * What the page does beyond showing itself: filters, opens deep links, copies. Everything that it reads is in the
 * document, and everything that it writes is text or a clone of what is there.
 */
export const script = String.raw`
'use strict';
const root = document.documentElement;
root.classList.add('scripted');
const form = document.getElementById('filter');
const checks = [...document.querySelectorAll('details.check')];
const texts = new Map();

function textOf(check) {
  // Read once, before any exchange is cloned into it.
  if (!texts.has(check)) texts.set(check, check.textContent.toLowerCase());
  return texts.get(check);
}

function readForm() {
  const data = new FormData(form);
  return {
    words: String(data.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean),
    outcomes: data.getAll('outcome'),
    area: data.get('area') ?? '',
    level: data.get('level') ?? '',
    target: data.get('target') ?? '',
  };
}

function matches(check, wanted) {
  const { outcome, area, level, target } = check.dataset;
  return (wanted.outcomes.length === 0 || wanted.outcomes.includes(outcome))
    && (wanted.area === '' || wanted.area === area)
    && (wanted.level === '' || wanted.level === level)
    && (wanted.target === '' || wanted.target === target)
    && wanted.words.every((word) => textOf(check).includes(word));
}

function apply() {
  const wanted = readForm();
  let shown = 0;
  for (const check of checks) {
    check.hidden = !matches(check, wanted);
    if (!check.hidden) shown += 1;
  }
  for (const group of document.querySelectorAll('.area, .target-checks')) {
    const own = group.querySelectorAll('details.check');
    group.hidden = own.length > 0 && [...own].every((check) => check.hidden);
  }
  document.getElementById('shown').value = shown + ' of ' + checks.length + ' checks';
  document.getElementById('no-match').hidden = shown > 0;
}

function writeHash() {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(filled).toString();
  history.replaceState(null, '', query === '' ? '#checks' : '#?' + query);
}

function readHash() {
  const fragment = location.hash.slice(1);
  if (fragment.startsWith('?')) return readFilter(new URLSearchParams(fragment.slice(1)));
  const element = document.getElementById(fragment) ?? document.getElementById(decoded(fragment));
  if (element) reveal(element);
}

function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function readFilter(query) {
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.type === 'checkbox') field.checked = query.getAll(field.name).includes(field.value);
    else field.value = query.get(field.name) ?? '';
    if (field.selectedIndex === -1) field.value = '';
  }
  apply();
  document.getElementById('checks').scrollIntoView();
}

function reveal(element) {
  if (element.closest('[hidden]')) {
    form.reset();
    apply();
  }
  for (let at = element; at; at = at.parentElement) {
    if (at.localName === 'details') at.open = true;
  }
  element.scrollIntoView();
  if (element.localName === 'details') {
    element.querySelector('summary').focus({ preventScroll: true });
  }
}

async function copy(button) {
  const code = button.closest('.code').querySelector('code');
  let copied = true;
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    copied = document.execCommand('copy');
  }
  const said = copied ? 'Copied' : 'Selected: copy it with the keyboard';
  button.textContent = copied ? 'Copied' : 'Selected';
  document.getElementById('announcer').textContent = said;
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}

function fill(details) {
  const from = document.getElementById(details.dataset.from);
  const body = from?.querySelector('.exchange-body');
  const link = details.querySelector(':scope > p');
  if (body && link) link.replaceWith(body.cloneNode(true));
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button.copy');
  if (button) copy(button);
  const link = event.target.closest('a[href^="#"]');
  // A second click on the same link changes no hash, and must open the check all the same.
  if (link && link.getAttribute('href') === location.hash) readHash();
});
// Toggle events don't bubble: caught on their way down.
document.addEventListener('toggle', (event) => {
  if (event.target.open && event.target.dataset.from) fill(event.target);
}, true);
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, select, textarea');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    form.elements.q.focus();
    form.elements.q.select();
  }
});
form.addEventListener('input', () => { apply(); writeHash(); });
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('clear').addEventListener('click', () => {
  form.reset();
  apply();
  writeHash();
});
document.getElementById('toggle-all').addEventListener('click', ({ currentTarget: button }) => {
  const open = button.getAttribute('aria-pressed') !== 'true';
  for (const check of checks) check.open = open && !check.hidden;
  button.setAttribute('aria-pressed', String(open));
  button.textContent = open ? 'Close all' : 'Open all';
});
addEventListener('hashchange', readHash);
// A reload keeps what fields held, but the hash is what a link was made of.
form.reset();
readHash();
`;
