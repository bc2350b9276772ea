import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/engine/mistakes/catalogue/catalogue.js';
import { remedyOf } from '../../../src/engine/mistakes/catalogue/remedies.js';
import { kindOf, type Mistake, sentenceOf } from '../../../src/engine/mistakes/mistake.js';
import { en } from '../../../src/messages/en/index.js';
import { say } from '../../../src/messages/message.js';
import { render } from '../../../src/messages/render.js';

const ids = Object.keys(catalogue) as Mistake['id'][];
const parameters = { seconds: 61, later: true, algorithm: 'SHA1withRSA', number: 2 };

test('each mistake has a sentence that completes "signed …", and a remedy for either side', () => {
  expect(ids.length).toBeGreaterThan(250);
  for (const id of ids) {
    const sentence = render(sentenceOf({ id, with: parameters }));
    expect(sentence, id).toMatch(
      /^(?:over|with|without|in|as|by|between|broken|cut|percent|sent|printed)\b/,
    );
    expect(sentence, id).not.toMatch(/(?<!")undefined|\.$/);
    const { sender, server } = remedyOf(kindOf(id).remedy);
    for (const remedy of [sender, server]) expect(render(say(remedy)), id).toMatch(/\.$/);
  }
});

test('each id begins with its layer', () => {
  const folder = new URL('../../../src/engine/mistakes/catalogue/', import.meta.url);
  const layers = readdirSync(folder)
    .map((file) => file.replace('.ts', ''))
    .filter((name) => !['catalogue', 'kind', 'remedies'].includes(name));
  expect(new Set(ids.map((id) => id.split('/')[0]))).toEqual(new Set(layers));
});

test('no two mistakes are said in the same words, but those of an algorithm', () => {
  const said = new Map<string, string>();
  for (const id of ids.filter(
    (each) => sentenceOf({ id: each }).id !== 'signing/rules/algorithm',
  )) {
    const sentence = render(sentenceOf({ id, with: parameters }));
    expect(said.get(sentence), id).toBeUndefined();
    said.set(sentence, id);
  }
});

test('no message of mistakes is left over', () => {
  const used = new Set<string>(
    ids.flatMap((id) => {
      const { sender, server } = remedyOf(kindOf(id).remedy);
      return [sentenceOf({ id }).id, sender, server];
    }),
  );
  const own = Object.keys(en).filter((id) =>
    /^mistakes\/(?!unexplained|layers|timestamp\/|given)/.test(id),
  );
  expect(own.filter((id) => !used.has(id))).toEqual([]);
});
