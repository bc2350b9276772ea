import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { connection } from './troubleshooting/connection.js';
import { keys } from './troubleshooting/keys.js';
import { troubleshootingPage } from './troubleshooting/page.js';
import { refusals } from './troubleshooting/refusals.js';
import { runs } from './troubleshooting/runs.js';
import { serving } from './troubleshooting/serving.js';
import { signatures } from './troubleshooting/signatures.js';
import { Stage, type Step } from './troubleshooting/stage.js';
import { languages, textsIn } from './troubleshooting/texts.js';

const writing = process.env['WRITE_DOCS'] === '1';
const scenarios = [...signatures, ...refusals, ...keys, ...connection, ...serving, ...runs];
const played = new Map<string, Step[]>();

describe('the troubleshooting pages', () => {
  // The pages are made of what these said.
  describe('have remedies that help', () => {
    test.each(scenarios)('$id', { timeout: 60_000 }, async ({ id, env, play }) => {
      const stage = new Stage(env);
      await play(stage);
      played.set(id, stage.steps);
    });
  });

  test.each(languages)('tell what the commands say: %s', (language) => {
    const file = join(packageRoot, 'docs', textsIn(language).file);
    const page = troubleshootingPage(language, played);
    if (writing) writeFileSync(file, page);
    else expect(readFileSync(file, 'utf8'), 'npm run docs writes it').toBe(page);
  });

  test.each(languages)('have a text for each scenario, and no other: %s', (language) => {
    const told = textsIn(language).groups.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(told.toSorted()).toEqual(scenarios.map(({ id }) => id).toSorted());
  });
});
