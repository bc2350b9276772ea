import type { KeyObject } from 'node:crypto';
import { say } from '../../messages/message.js';
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
}

type Told = Pick<
  SignatureVerification,
  'explanation' | 'mistakes' | 'likely' | 'findings' | 'tried'
>;

/** Puts what a search found into words. */
export function tell<V extends object>(explained: Explained<V>, about: About<V>): Told {
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
    const mistakes = explanation.mistakes.map(saidOf);
    for (const { to, others } of explanation.alternatives) {
      const said = mistakes.find(({ id }) => id === to);
      if (said) said.alternatives = others.map((other) => ({ id: other.id, says: wordsOf(other) }));
    }
    return {
      explanation: `signed ${mistakes.map(({ says }) => says).join(', ')}`,
      mistakes,
      tried: { texts: tried, candidates: counts },
    };
  }
  const { findings, likely } = describeUnexplained(explained, about, counts);
  const said = findings.map((each) => render(each));
  return {
    explanation: said.join('; '),
    findings: said,
    ...(likely.length > 0 && { likely: likely.map(saidOf) }),
    tried: { texts: tried, candidates: counts },
  };
}

const wordsOf = (mistake: Mistake) => render(sentenceOf(mistake));

function saidOf(mistake: Mistake): SaidMistake {
  const { sender, server } = remedyOf(kindOf(mistake.id).remedy);
  return {
    id: mistake.id,
    says: wordsOf(mistake),
    sender: render(say(sender)),
    server: render(say(server)),
  };
}
