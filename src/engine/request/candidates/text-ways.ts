import type { Services } from '../../../../schemas/generated/profile.js';
import { say } from '../../../messages/message.js';
import type { MistakeId } from '../../mistakes/catalogue/catalogue.js';
import type { Mistake, Option } from '../../mistakes/mistake.js';
import type { Layers, Signed } from '../../mistakes/search/layer.js';
import type { TokenDraft } from '../draft.js';
import type { TransactionDraft } from '../transaction-draft.js';
import { documented, type Way, wordsOf } from './candidate.js';

/** How a kind of request is made of layers. */
export interface Textual<V, D extends TokenDraft | TransactionDraft> {
  layersOf(draft: D): Layers<V>;
  /** What is signed. */
  compose(values: V): Signed | undefined;
  /** The same before it is encoded as a whole, which would hide secrets from those who look for them. */
  plain(values: V): string | undefined;
  /** What of a config says so. */
  overrides(layer: keyof V, mistakes: readonly Mistake[], value: unknown): Services | undefined;
}

/** The ways to sign another text than the documented one, by one mistake each. */
export function textWays<V extends object, D extends TokenDraft | TransactionDraft>(
  textual: Textual<V, D>,
  draft: D,
): Way<D>[] {
  const prepared = new WeakMap<D, Prepared<V>>();
  const prepare = (of: D): Prepared<V> => {
    const known = prepared.get(of) ?? preparedOf(textual, of);
    prepared.set(of, known);
    return known;
  };
  const { singles } = prepare(draft);
  return (Object.keys(singles) as (keyof V)[]).flatMap((layer) =>
    [...singles[layer].values()].flatMap((options) =>
      options.map(({ mistakes, value }, place): Way<D> => {
        const [mistake] = mistakes as [Mistake];
        // Another draft has another time: its options are other texts, in the same order.
        const made = (of: D) => {
          const { right, singles: own } = prepare(of);
          const option = own[layer].get(mistake.id)?.[place];
          if (!option) return undefined;
          const values = { ...right, [layer]: option.value };
          const text = textual.compose(values);
          return text === undefined ? undefined : { values, text };
        };
        return {
          mistakes,
          mark: (of) => {
            const { text } = made(of) ?? {};
            if (text === undefined) return undefined;
            const mark = markOf(text);
            return mark === prepare(of).rightMark ? documented : `text ${mark}`;
          },
          apply: (of) => {
            const { values, text } = made(of) ?? {};
            if (values === undefined || text === undefined) return of;
            return over(of, text, textual.plain(values) ?? '', mistakes);
          },
          overrides: textual.overrides(layer, mistakes, value),
        };
      }),
    ),
  );
}

/** The draft with another text in the place of the documented one. */
function over<D extends TokenDraft | TransactionDraft>(
  draft: D,
  signed: Signed,
  shown: string,
  mistakes: readonly Mistake[],
): D {
  const { signing } = draft;
  return {
    ...draft,
    signing: {
      ...signing,
      algorithm: say('signing/rules/and', { one: signing.algorithm, other: wordsOf(mistakes) }),
      stringToSign: () => shown,
      sign: () => signing.sign(signed),
    },
  } as D;
}

/** The layers of one draft, ready to be picked from. */
interface Prepared<V> {
  right: V;
  rightMark: string;
  /** The options of one mistake, by layer and mistake. */
  singles: { [K in keyof V]: Map<MistakeId, Option<V[K]>[]> };
}

function preparedOf<V extends object, D extends TokenDraft | TransactionDraft>(
  { layersOf, compose }: Textual<V, D>,
  draft: D,
): Prepared<V> {
  const layers = layersOf(draft);
  const names = Object.keys(layers) as (keyof V)[];
  const right = Object.fromEntries(names.map((name) => [name, layers[name].right])) as unknown as V;
  const singles = Object.fromEntries(names.map((name) => [name, byMistake(layers[name].others)]));
  return {
    right,
    rightMark: markOf(compose(right) ?? ''),
    singles: singles as unknown as Prepared<V>['singles'],
  };
}

function byMistake<T>(options: readonly Option<T>[]): Map<MistakeId, Option<T>[]> {
  const found = new Map<MistakeId, Option<T>[]>();
  for (const option of options) {
    const [only, more] = option.mistakes;
    if (!only || more) continue;
    const same = found.get(only.id);
    if (same) same.push(option);
    else found.set(only.id, [option]);
  }
  return found;
}

const markOf = (text: Signed) => (typeof text === 'string' ? text : `\0${text.toString('latin1')}`);
