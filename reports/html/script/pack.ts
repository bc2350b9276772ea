/** Unpacks what the page holds compressed. `unpacked` is kept, also where a browser can't: it has the plain page then. */
export const pack = String.raw`
let packed = { parts: {}, texts: {} };
const unpacked = (async () => {
  const base64 = document.getElementById('pack').textContent;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  packed = await new Response(stream).json();
  root.classList.add('unpacked');
})().catch(() => {});

/** Puts the packed part of a check in; what was found wrong mostly stands there already. */
function complete(check) {
  const part = packed.parts[check.id];
  if (part === undefined || check.dataset.complete) return;
  check.dataset.complete = '1';
  const body = check.querySelector('.check-body');
  body.innerHTML = part;
  if (root.lang !== rendered) speakIn(body);
}
`;
