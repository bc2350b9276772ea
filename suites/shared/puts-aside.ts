import { type AcceptsOptions, accepts } from '../../src/engine/checks/accepts.js';
import type { Check } from '../../src/engine/checks/check.js';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import { untested } from '../../src/engine/session/outcome.js';
import type { ServiceId } from '../../src/engine/session/service.js';
import type { Message, Text } from '../../src/messages/message.js';

/** What is said of variations whose refusal shows nothing: of all, or of some. */
interface Words {
  all(said: { runs: number; answer: Text }): Message;
  some(said: { accepted: number; refused: number; answer: Text }): Message;
}

/**
 * A check of variations that a conforming target accepts, some of which it may refuse for a reason that is not the
 * check's affair. Where all were refused for such a reason, nothing was tested.
 *
 * @param judge Gets the list of what is put aside, to which it adds the answer to a variation that it lets pass.
 */
export function acceptsOrPutsAside<T, S extends ServiceId>(
  name: string,
  options: AcceptsOptions<T, S>,
  judge: (aside: Text[]) => Judge<S>,
  words: Words,
): Check<S> {
  const judgedBy = (aside: Text[]) => accepts(name, { ...options, judge: judge(aside) });
  return {
    ...judgedBy([]),
    run: async (t) => {
      const aside: Text[] = [];
      const finding = await judgedBy(aside).run(t);
      const { outcome, runs = 0, exchanges } = finding;
      const [answer] = aside;
      if (outcome !== 'passed' || answer === undefined) return finding;
      const accepted = runs - aside.length;
      if (accepted === 0) throw untested(words.all({ runs, answer }), exchanges);
      return { ...finding, message: words.some({ accepted, refused: aside.length, answer }) };
    },
  };
}
