/** Filters the checks, and keeps the filter in the hash. */
export const filter = String.raw`
const texts = new Map();
const stripper = document.createElement('template');

function textOf(check) {
  if (!texts.has(check)) {
    const part = packed.parts[check.id] ?? '';
    stripper.innerHTML = check.dataset.complete ? '' : part;
    texts.set(check, (check.textContent + ' ' + stripper.content.textContent).toLowerCase());
  }
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
  const { outcome, level } = check.dataset;
  const own = [outcome, ...('known' in check.dataset ? ['known'] : [])];
  return (wanted.outcomes.length === 0 || wanted.outcomes.some((one) => own.includes(one)))
    && (wanted.level === '' || wanted.level === level)
    && (wanted.area === '' || wanted.area === check.parentElement.dataset.area)
    && (wanted.target === '' || wanted.target === targetOf(check))
    && wanted.words.every((word) => textOf(check).includes(word));
}

function targetOf(check) {
  return check.closest('.target-checks').getAttribute('aria-labelledby');
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
  document.getElementById('shown').textContent = say('shown', shown, checks.length);
  document.getElementById('no-match').hidden = shown > 0 || checks.length === 0;
}

function writeHash() {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(filled).toString();
  history.replaceState(null, '', query === '' ? '#details' : '#?' + query);
}

function readFilter(query) {
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.type === 'checkbox') field.checked = query.getAll(field.name).includes(field.value);
    else field.value = query.get(field.name) ?? '';
    if (field.selectedIndex === -1) field.value = '';
  }
  apply();
}

async function changeFilter() {
  // Words are looked for in what is packed too.
  if (form.elements.q.value !== '') await unpacked;
  apply();
  writeHash();
}

form.addEventListener('input', changeFilter);
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('clear').addEventListener('click', () => {
  form.reset();
  changeFilter();
});
document.getElementById('toggle-all').addEventListener('click', async ({ currentTarget: button }) => {
  await unpacked;
  const open = button.getAttribute('aria-pressed') !== 'true';
  for (const check of checks) check.open = open && !check.hidden;
  button.setAttribute('aria-pressed', String(open));
  const label = button.querySelector('[data-t]');
  label.dataset.t = open ? 'closeAll' : 'openAll';
  label.textContent = say(label.dataset.t);
});
// Toggle events don't bubble: caught on their way down.
document.addEventListener('toggle', async ({ target }) => {
  if (!target.open || !target.matches('details.check')) return;
  await unpacked;
  complete(target);
}, true);
`;
