import { expect, test } from 'vitest';
import { renderSummary } from '../../reports/console.js';
import type { ReporterName } from '../../reports/formats.js';
import { renderReport, whole } from '../../reports/render.js';
import type { Result } from '../../schemas/generated/result.js';
import { statementOf } from '../../src/results/statement.js';
import { ids, outcomeOf, resultOf, targetOf } from '../results/results.js';

const passed = outcomeOf(ids.epoch, 'passed');
const recovered = (interrupted: boolean, checks: number): Result =>
  resultOf([targetOf('bank', [passed])], { interrupted, recovered: { checks } });

async function rendered(name: ReporterName, result: Result): Promise<string> {
  const files = await renderReport(name, result);
  return files.map(({ content }) => String(whole(content))).join('\n');
}

test('a recovered run says so in every format that says how a run went', async () => {
  const part = recovered(true, 1);
  const said = 'this was recovered from its journal: 1 check was done by then';
  expect(renderSummary(part, { color: false })).toContain(said);
  for (const [name, wanted] of [
    ['html', '1 check was done by then, the others are untested.'],
    ['junit', said],
    ['markdown', said],
    ['github', `::warning title=Recovered::The run was killed, and ${said}`],
    ['sarif', '"recovered": {'],
    ['ctrf', '"recovered": {'],
    ['json', '"recovered": {'],
  ] as const)
    expect(await rendered(name, part), name).toContain(wanted);
});

test('one whose checks were all done says that', async () => {
  const all = recovered(false, 2);
  expect(renderSummary(all, { color: false })).toContain('all its checks were done');
  expect(await rendered('html', all)).toContain('all its checks were done');
  expect(await rendered('junit', all)).not.toContain('<error');
});

test('in Indonesian too', async () => {
  const [page] = await renderReport('html', recovered(true, 3), { lang: 'id' });
  expect(String(whole(page?.content ?? ''))).toContain('dipulihkan dari jurnalnya: 3 pemeriksaan');
});

test('an attestation has it', () => {
  const { predicate } = statementOf(recovered(false, 1), Buffer.from('{}'));
  expect(predicate.configuration[0]?.annotations?.['recovered']).toBe(
    'from the journal of a killed run',
  );
});

test('a run that ended by itself says nothing of it', () => {
  const plain = resultOf([targetOf('bank', [passed])]);
  expect(renderSummary(plain, { color: false })).not.toContain('recovered');
});
