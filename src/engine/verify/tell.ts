import type { KeyObject } from 'node:crypto';
import { type Language, say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import type { SignatureEncoding } from '../../protocol/signature.js';
import { remedyOf } from '../mistakes/catalogue/remedies.js';
import { kindOf, type Mistake, sentenceOf } from '../mistakes/mistake.js';
import type { Layers } from '../mistakes/search/layer.js';
import { describeUnexplained } from './describe-unexplained.js';
import type { Explained } from './explain-signature.js';
import type { SaidMistake, SignatureVerification } from './verification.js';

/** What a signature was made for. */
export interface About<V> {
  signature: string;
  encoding: SignatureEncoding;
  layers: Layers<V>;
  publicKey: KeyObject | undefined;
  keyKind: 'secret' | 'rsa';
  /** Ways to write a body that weren't tried because it is large. */
  bodiesLeftOut?: number;
  /** Of the words. Default: English. */
  language?: Language | undefined;
}

type Told = Pick<
  SignatureVerification,
  'explanation' | 'mistakes' | 'likely' | 'findings' | 'tried'
>;

/** Puts what a search found into words. */
export function tell<V extends object>(explained: Explained<V>, about: About<V>): Told {
  const { language } = about;
  const { explanation, tried } = explained.outcome;
  const counts = {
    ...Object.fromEntries(
      Object.entries(about.layers).map(([name, layer]) => [
        name,
        (layer as { others: unknown[] }).others.length,
      ]),
    ),
    proof: explained.proofs,
  };
  if (explanation) {
    const mistakes = explanation.mistakes.map((mistake) => saidOf(mistake, language));
    for (const { to, others } of explanation.alternatives) {
      const said = mistakes.find(({ id }) => id === to);
      if (said)
        said.alternatives = others.map((other) => ({
          id: other.id,
          says: wordsOf(other, language),
        }));
    }
    return {
      explanation: render(
        say('signing/rules/signed', { rule: mistakes.map(({ says }) => says).join(', ') }),
        language,
      ),
      mistakes,
      tried: { texts: tried, candidates: counts },
    };
  }
  const { findings, likely } = describeUnexplained(explained, about, counts);
  const said = findings.map((each) => render(each, language));
  return {
    explanation: said.join('; '),
    findings: said,
    ...(likely.length > 0 && { likely: likely.map((mistake) => saidOf(mistake, language)) }),
    tried: { texts: tried, candidates: counts },
  };
}

const wordsOf = (mistake: Mistake, language?: Language) => render(sentenceOf(mistake), language);

function saidOf(mistake: Mistake, language?: Language): SaidMistake {
  const { sender, server } = remedyOf(kindOf(mistake.id).remedy);
  return {
    id: mistake.id,
    says: wordsOf(mistake, language),
    sender: render(say(sender), language),
    server: render(say(server), language),
  };
}
