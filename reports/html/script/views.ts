/** Shows one of the two views, and what the hash names in it: a section, a check, an exchange or a filter. */
export const views = String.raw`
function show(view) {
  root.dataset.view = view;
  for (const link of document.querySelectorAll('.views a')) {
    if (link.hash === '#' + view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

async function readHash() {
  const fragment = location.hash.slice(1);
  if (fragment === '' || fragment === 'summary') return toTop('summary');
  if (fragment === 'details') return toTop('details');
  if (fragment.startsWith('?')) {
    toTop('details');
    await unpacked;
    return readFilter(new URLSearchParams(fragment.slice(1)));
  }
  const element = elementOf(fragment) ?? elementOf(decoded(fragment));
  if (element) reveal(element);
}

function toTop(view) {
  show(view);
  scrollTo(0, 0);
}

/** An element by its id; an exchange, target/e12, by the first check that it is evidence of. */
function elementOf(id) {
  const [, target, exchange] = /^(.*)\/(e\d+)$/.exec(id) ?? [];
  return document.getElementById(id) ?? checks.find((check) =>
    check.id.startsWith(target + '/') && check.dataset.evidence?.split(' ').includes(exchange));
}

function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function reveal(element) {
  show(element.closest('[data-view]')?.id ?? root.dataset.view);
  if (element.closest('[hidden]')) {
    form.reset();
    apply();
  }
  for (let at = element; at; at = at.parentElement) {
    if (at.localName === 'details') at.open = true;
  }
  element.scrollIntoView();
  const focused = element.localName === 'details' ? element.querySelector('summary') : undefined;
  focused?.focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link?.dataset.filter) {
    event.preventDefault();
    location.hash = '?' + link.dataset.filter;
    return;
  }
  // A second click on the same link changes no hash, and must open the check all the same.
  if (link && link.getAttribute('href') === location.hash) readHash();
});
addEventListener('hashchange', readHash);
`;
