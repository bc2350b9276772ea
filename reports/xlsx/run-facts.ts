import type { CellObject } from 'write-excel-file/node';
import type { Result, TargetResult } from '../../schemas/generated/result.js';
import { documentWords } from '../shared/document-words.js';
import { recoveredWords } from '../shared/recovered-words.js';
import { seedWords } from '../shared/seed-words.js';
import { verdictSentence } from '../shared/verdict-sentence.js';
import { headCell, textCell } from './cells.js';

/** The first sheet: what the run was made with, and what it found of each target. */
export function runFacts({ tool, run, targets }: Result): CellObject[][] {
  return [
    [headCell('Run'), headCell('')],
    ...pairs([
      ['Tool', `${tool.name} ${tool.version}`],
      ['Started', run.startedAt],
      ['Finished', run.finishedAt],
      ['Seed', seedWords(run)],
      ['Depth', run.depth],
      ['Left out', run.targetsLeftOut?.join(', ')],
      ['Interrupted', run.interrupted ? 'yes: this is part of the run' : 'no'],
      ['Recovered', recoveredWords(run)],
      ['Catalogue digest', run.catalogueDigest],
      [
        'How to read it',
        'A row passes only where its scenario was tried and answered as expected. Evidence names the exchange in result.json, and the check. Secrets were removed, tokens shortened.',
      ],
    ]),
    ...targets.flatMap(targetFacts),
  ];
}

function targetFacts(target: TargetResult): CellObject[][] {
  const {
    name,
    profile,
    profileDigest,
    profileDocuments = [],
    role,
    baseUrl,
    summary,
    stats,
    control,
  } = target;
  return [
    [headCell('Target'), headCell(name)],
    ...pairs([
      ['Verdict', verdictSentence(target)],
      ['Profile', profile],
      ['Profile digest', profileDigest],
      ...profileDocuments.map((document): [string, string] => [
        'Document',
        documentWords(document),
      ]),
      ['Role', role],
      ['Base URL', baseUrl],
      ['Control', control.message],
      [
        'Checks',
        `${summary.passed} passed, ${summary.failed} failed, ${summary.warnings} warnings, ${summary.cantTell} can't tell, ${summary.untested} not tested, ${summary.inapplicable} inapplicable`,
      ],
      ['Requests', String(stats.requests)],
    ]),
  ];
}

function pairs(facts: [string, string | undefined][]): CellObject[][] {
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [[textCell(name), textCell(value)]],
  );
}
