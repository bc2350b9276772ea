import { describe, expect, it, test } from 'vitest';
import { html } from '../../../reports/html.js';
import { inShort } from '../../../reports/shared/judgement/in-short.js';
import { judgementOf, weightiestAmong } from '../../../reports/shared/judgement/judgement.js';
import { plain } from '../../../reports/shared/judgement/plain.js';
import { toMendOf } from '../../../reports/shared/judgement/to-mend.js';
import type { CheckResult, TargetResult } from '../../../schemas/generated/result.js';
import { verdictOf } from '../../../src/engine/run/result/verdict.js';
import { check, summarise } from '../fixtures/parts.js';
import { rich } from '../fixtures/result.js';

const [first] = rich.targets;
if (!first) throw new Error('the rich result has no target');
const bare = first;

const failed = (id: string, message: string, changes: Partial<CheckResult> = {}) =>
  check(id, { outcome: 'failed', message, ...changes });
const unsigned = failed('a/signature/refuses-unsigned', 'a token was given (HTTP 200) unsigned');
const type = failed('a/expiry/type', 'expiresIn is 900, not of type string (475 of 475 grants)');
const form = failed('a/errors/shape', 'the body is HTML.');
const advice = failed('a/http/cache', 'no Cache-Control', { level: 'SHOULD' });
const known = { known: { reason: 'ticket 12' } };
const untested = check('a/b/later', { outcome: 'untested', message: 'no otherClient' });
const open = check('a/b/open', { outcome: 'cantTell', message: '503 three times' });
const basis = { strict: false, only: [], skip: [], checks: 0 };

/** A target with these checks, and the verdict that they come to. */
function targetOf(checks: CheckResult[], changes: Partial<TargetResult> = {}): TargetResult {
  const target = {
    ...bare,
    name: 'bank',
    checks,
    summary: summarise(checks),
    causes: [],
    ...changes,
  };
  return { ...target, verdict: verdictOf(checks, target, target.basis?.strict ?? false) };
}

const signatures = {
  id: 'signatures-not-checked',
  message: "signatures aren't checked: no forged signature to a was refused",
  checks: [unsigned.id, 'a/signature/refuses-pss'],
};
const passed = check('a/b/c');
const refused = (outcome: TargetResult['control']['outcome'], more = {}) => ({
  control: { outcome, message: 'Refused.', exchanges: [], ...more },
});

const sentences: [said: string, target: TargetResult][] = [
  [
    '3 of 4 tested rules are broken; the weightiest: a token was given unsigned',
    targetOf([form, type, unsigned, passed]),
  ],
  ['1 of 2 tested rules is broken: expiresIn is 900, not of type string', targetOf([type, passed])],
  [
    "3 of 4 tested rules are broken; the weightiest: signatures aren't checked: no forged signature to a was refused",
    targetOf([type, unsigned, failed('a/signature/refuses-pss', 'x'), passed], {
      causes: [signatures],
    }),
  ],
  [
    '1 of 3 tested rules is broken, besides 1 known failure: the body is HTML',
    targetOf([form, { ...unsigned, ...known }, passed]),
  ],
  [
    '1 of 2 tested rules is broken: no Cache-Control',
    targetOf([advice, passed], { basis: { ...basis, strict: true } }),
  ],
  [
    '1 of 1 tested rule is broken: the body is HTML; the run ended before 1 rule was tested',
    targetOf([form, { ...untested, notReached: true }]),
  ],
  ['none of 1 tested rule is broken', targetOf([passed])],
  ['none of 1 tested rule is broken; 1 rule was not tested', targetOf([passed, untested])],
  [
    'no binding rule is broken among 2 tested; 1 recommendation is not followed',
    targetOf([passed, advice]),
  ],
  [
    'no binding rule is broken among 2 tested, besides 1 known failure',
    targetOf([passed, { ...type, ...known }]),
  ],
  [
    '1 binding rule gave no clear result; none of 1 tested rule is broken',
    targetOf([passed, open]),
  ],
  [
    'the run ended before 1 rule was tested; none of 1 tested rule is broken',
    targetOf([passed, { ...untested, notReached: true }]),
  ],
  [
    'the valid request, on which every test rests, was not accepted',
    targetOf([untested], refused('refused')),
  ],
  [
    'the valid request, on which every test rests, got no answer',
    targetOf([untested], refused('no-answer')),
  ],
  [
    'the valid request, on which every test rests, was not sent',
    targetOf([untested], refused('not-sent')),
  ],
  [
    'the answer to the valid request, on which every test rests, is unreadable',
    targetOf([untested], refused('accepted', { unreadable: true })),
  ],
  [
    'the valid request to transaction, on which its tests rest, was not answered as documented; none of 1 tested rule is broken',
    targetOf([passed], {
      controls: { transaction: refused('refused').control },
    }),
  ],
  // Why no check passed stands with the verdict.
  ['no rule could be judged', targetOf([untested])],
];

describe('what a verdict comes to, in a sentence', () => {
  it.each(sentences)('%s', (said, target) => {
    expect(plain(judgementOf(target))).toBe(said);
    const page = html.render({ ...rich, targets: [target] });
    const headline = /<h2 class="headline">(.*?)<\/h2>/s.exec(page)?.[1] ?? '';
    expect(headline.replace(/<[^>]*>/g, '').replaceAll('&#39;', "'")).toContain(`: ${said}`);
  });

  it.each(sentences)('is said in Indonesian too: %s', (_, target) => {
    const page = html.render({ ...rich, targets: [target] }, { lang: 'id' });
    const headline = /<h2 class="headline">(.*?)<\/h2>/s.exec(page)?.[1] ?? '';
    // What checks and controls say is English in both, and is marked so.
    const own = headline.replace(/<span lang="en">.*?<\/span>/g, '').replace(/<[^>]*>/g, '');
    expect(own).toMatch(/^bank (sesuai|tidak sesuai|belum dapat disimpulkan)/);
    expect(own).not.toMatch(/\b(rule|tested|broken|request|is|the)\b/);
  });

  it('names the weightiest finding of several targets, and where it is', () => {
    const targets = [targetOf([form]), { ...targetOf([unsigned]), name: 'other' }];
    expect(plain(weightiestAmong({ targets }))).toBe(
      '; the weightiest finding, at other: a token was given unsigned',
    );
    expect(weightiestAmong({ targets: [targetOf([passed, advice])] })).toEqual([]);
  });
});

test('what is to be mended comes by cause, then by level and weight, without known failures', () => {
  const pss = failed('a/signature/refuses-pss', 'x');
  const target = targetOf([advice, form, unsigned, pss, type, { ...open }, passed], {
    causes: [signatures],
  });
  expect(toMendOf(target).map(({ message }) => message)).toEqual([
    signatures.message,
    type.message,
    form.message,
    advice.message,
  ]);
  expect(toMendOf(targetOf([{ ...type, ...known }]))).toEqual([]);
});

describe('the head of a target', () => {
  const head = (target: TargetResult) =>
    /<section class="card[\s\S]*?<\/section>/.exec(
      html.render({ ...rich, targets: [target] }),
    )?.[0];

  it('says what to do, the cause with its remedy and who can do it first', () => {
    const pss = failed('a/signature/refuses-pss', 'x');
    const text = head(targetOf([type, unsigned, pss, passed], { causes: [signatures] })) ?? '';
    const list = /<ol>[\s\S]*?<\/ol>/.exec(text)?.[0] ?? '';
    const items = list.split('<li>').slice(1);
    expect(items).toHaveLength(2);
    expect(items[0]).toContain('signatures aren&#39;t checked');
    expect(items[0]).toContain('Verify X-SIGNATURE over the documented string to sign');
    expect(items[0]).toContain('the provider, whose service this is');
    expect(items[1]).toContain('expiresIn is 900');
  });

  it('says that a merchant mends its own service, and who looks into a refused control', () => {
    expect(head(targetOf([type], { role: 'merchant' }))).toContain(
      'the merchant (the client), whose service this is',
    );
    expect(head(targetOf([untested], refused('not-sent')))).toContain(
      '>whoever configures this run<',
    );
    expect(head(targetOf([untested], refused('refused')))).toContain(
      '>whoever configures this run, or else the provider<',
    );
  });

  it('says that nothing is wrong only of what was judged, and of no known failure', () => {
    expect(head(targetOf([passed, untested]))).toContain('Nothing is wrong in what was tested');
    for (const checks of [[untested], [passed, { ...type, ...known }], [passed, advice]])
      expect(head(targetOf(checks))).not.toContain('Nothing is wrong');
  });

  it('folds the cells of many targets, and has them all', () => {
    const page = (count: number) =>
      html.render({
        ...rich,
        targets: Array.from({ length: count }, () => targetOf([type, passed])),
      });
    expect(page(3).match(/<details class="map" open>/g)).toHaveLength(3);
    expect(page(4).match(/<details class="map">/g)).toHaveLength(4);
    expect(page(4).match(/<a class="failed" href="[^"]*">failed: type</g)).toHaveLength(4);
  });

  it('has a bar over what was judged alone, and the numbers of the rest beside it', () => {
    const text = head(targetOf([type, passed, untested, untested])) ?? '';
    const bar = /<svg class="bar"[\s\S]*?<\/svg>/.exec(text)?.[0] ?? '';
    expect(
      [...bar.matchAll(/<rect class="(\w+)"[^>]* width="([\d.]+)"/g)].map(([, ...it]) => it),
    ).toEqual([
      ['passed', '50.00'],
      ['failed', '50.00'],
    ]);
    expect(text.replace(/<[^>]*>/g, '')).toMatch(/Judged 2.*Not judged 2/s);
  });
});

describe('a message within another sentence', () => {
  it.each([
    [
      'a token was given (HTTP 200 2007300 "Successful" with an access token) though X',
      'a token was given though X',
    ],
    ['refused (HTTP 400): why (not)', 'refused: why'],
    ['it said "a (b" (HTTP 200)', 'it said "a (b" (HTTP 200)'],
    ['it said ":)" first', 'it said ":)" first'],
    ['(all of it)', '(all of it)'],
    ['The end.', 'The end'],
  ])('%s', (message, short) => {
    expect(inShort(message)).toBe(short);
  });

  it('is no longer than a sentence', () => {
    expect(inShort('long '.repeat(100)).length).toBeLessThanOrEqual(180);
  });
});
