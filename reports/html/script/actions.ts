/** Copies, prints, changes the theme, and listens to the keys. */
export const actions = String.raw`
async function copy(button) {
  const code = button.closest('.code').querySelector('code');
  let copied = true;
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    copied = document.execCommand('copy');
  }
  const label = button.querySelector('[data-t]');
  label.textContent = say(copied ? 'copied' : 'selected');
  document.getElementById('announcer').textContent = label.textContent;
  setTimeout(() => { label.textContent = say('copy'); }, 2000);
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('button.copy');
  if (button) copy(button);
});

const themes = document.getElementById('theme');
function dress(theme) {
  if (theme === '') delete root.dataset.theme;
  else root.dataset.theme = theme;
  themes.value = theme;
}
themes.addEventListener('change', () => {
  dress(themes.value);
  remember('theme', themes.value);
});

// On paper stands the evidence of what was found, whatever is open or filtered on the screen.
let opened = [];
addEventListener('beforeprint', () => {
  opened = checks.filter((check) => check.matches('.finding') && !check.open);
  for (const check of opened) {
    check.open = true;
    complete(check);
  }
});
addEventListener('afterprint', () => {
  for (const check of opened) check.open = false;
});
document.getElementById('print').addEventListener('click', () => print());

const help = document.getElementById('keys-help');
const keysOn = document.getElementById('keys-on');
keysOn.checked = recall('keys') !== 'off';
keysOn.addEventListener('change', () => remember('keys', keysOn.checked ? 'on' : 'off'));
document.getElementById('keys').addEventListener('click', () => help.showModal());

function step(by) {
  const shown = checks.filter((check) => !check.hidden);
  const at = shown.indexOf(document.activeElement?.closest('details.check'));
  const next = shown[at < 0 && by < 0 ? shown.length - 1 : at + by];
  next?.querySelector('summary').focus();
}

const deeds = {
  '/': () => { goTo('details'); form.elements.q.focus(); form.elements.q.select(); },
  'j': () => { goTo('details'); step(1); },
  'k': () => { goTo('details'); step(-1); },
  's': () => goTo('summary'),
  'd': () => goTo('details'),
  '?': () => help.showModal(),
};

function goTo(view) {
  if (root.dataset.view === view) return;
  show(view);
  history.pushState(null, '', '#' + view);
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input:not([type=checkbox]), select, textarea, dialog');
  const deed = deeds[event.key];
  if (!deed || typing || !keysOn.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  deed();
});
`;
