import type { MistakeId } from '../catalogue/catalogue.js';
import type { Mistake, Option } from '../mistake.js';
import { inOrder } from '../search/axes.js';
import type { Layer } from '../search/layer.js';

/** The parts of a text by name, in the documented order; a part that a scheme leaves out is undefined. */
export type Parts = Record<string, string | undefined>;

/** Makes the text of its parts; undefined if it can't be made of these. */
export type Arrange = (parts: Parts, delimiter: string) => string | undefined;

/** What of the request isn't signed, but is by mistake. */
export interface Extras {
  clientId?: string | undefined;
  clientSecret?: string | undefined;
  /** Minified, if it isn't too long. */
  body?: string | undefined;
}

const inTurn: Arrange = (parts, delimiter) => {
  let text: string | undefined;
  for (const name in parts) {
    const part = parts[name];
    if (part !== undefined) text = text === undefined ? part : text + delimiter + part;
  }
  return text ?? '';
};

/** The arrangements that senders take for the documented one. */
export function arrangementLayer(
  names: readonly string[],
  extras: Extras,
  foreign: readonly Option<Arrange>[],
): Layer<Arrange> {
  return {
    right: inTurn,
    others: inOrder([
      ...orders(names),
      ...omissions(names),
      ...additions(names, extras),
      ...notations(names),
      ...foreign,
    ]),
  };
}

/** Parts in the order of these names. */
export const joined =
  (names: readonly string[]): Arrange =>
  (parts, delimiter) =>
    names
      .map((name) => parts[name])
      .filter((part) => part !== undefined)
      .join(delimiter);

function orders(names: readonly string[]): Option<Arrange>[] {
  return permutations(names)
    .slice(1)
    .map((order) => ({ mistakes: [{ id: disorder(order, names) }], value: joined(order) }));
}

function disorder(order: readonly string[], names: readonly string[]): MistakeId {
  if (names.length === 2) return 'text/id-and-time-swapped';
  return swaps(order, names) ? 'text/two-parts-swapped' : 'text/order';
}

/** Whether an order differs in two parts alone. */
const swaps = (order: readonly string[], names: readonly string[]) =>
  order.filter((name, index) => name !== names[index]).length === 2;

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

function omissions(names: readonly string[]): Option<Arrange>[] {
  const without = (left: readonly string[], mistakes: Mistake[]): Option<Arrange> => ({
    mistakes,
    value: joined(names.filter((name) => !left.includes(name))),
  });
  const id = (name: string): Mistake => ({ id: `text/without-${name}` as MistakeId });
  // The layer of the token leaves the token out.
  const own = names.filter((name) => name !== 'token');
  const single = own.map((name) => without([name], [id(name)]));
  const double = own.flatMap((one, index) =>
    own.slice(index + 1).map((other) => without([one, other], [id(one), id(other)])),
  );
  if (names.length > 2) return [...single, ...double];
  // Of the two parts of a token request one is left.
  const [one, other] = names as [string, string];
  return [
    { mistakes: [{ id: `text/${one}-alone` as MistakeId }], value: joined([one]) },
    { mistakes: [{ id: `text/${other}-alone` as MistakeId }], value: joined([other]) },
  ];
}

/** A further part, at each place. */
function additions(names: readonly string[], extras: Extras): Option<Arrange>[] {
  const further: [MistakeId, string | undefined][] = [
    ['text/with-secret', extras.clientSecret],
    ['text/with-client-id', names.includes('id') ? undefined : extras.clientId],
    ['text/with-body', extras.body],
  ];
  return further.flatMap(([id, value]) =>
    value === undefined
      ? []
      : Array.from({ length: names.length + 1 }, (_, place) => ({
          mistakes: [{ id }],
          value: (parts: Parts, delimiter: string) => {
            const all = names.map((name) => parts[name]);
            all.splice(place, 0, value);
            return all.filter((part) => part !== undefined).join(delimiter);
          },
        })),
  );
}

/** JSON, or key=value, in the place of the parts alone. */
function notations(names: readonly string[]): Option<Arrange>[] {
  const labels: Record<string, readonly string[]> = {
    id: ['clientId', 'client_id', 'clientKey', 'X-CLIENT-KEY', 'clientID'],
    time: ['timestamp', 'timestamp', 'timestamp', 'X-TIMESTAMP', 'timeStamp'],
    method: ['method', 'method', 'httpMethod', 'HTTPMethod', 'HttpMethod'],
    path: ['path', 'path', 'endpointUrl', 'EndpointUrl', 'relativeUrl'],
    token: ['accessToken', 'access_token', 'accessToken', 'AccessToken', 'token'],
    hash: ['body', 'body', 'bodyHash', 'RequestBody', 'requestBody'],
  };
  const label = (name: string, style: number) => labels[name]?.[style] ?? name;
  return [0, 1, 2, 3, 4].flatMap((style): Option<Arrange>[] => [
    {
      mistakes: [{ id: 'text/as-json' }],
      value: (parts) =>
        JSON.stringify(Object.fromEntries(names.map((name) => [label(name, style), parts[name]]))),
    },
    ...['&', '|', ':'].map(
      (between): Option<Arrange> => ({
        mistakes: [{ id: 'text/as-pairs' }],
        value: (parts) =>
          names
            .flatMap((name) =>
              parts[name] === undefined ? [] : [`${label(name, style)}=${parts[name]}`],
            )
            .join(between),
      }),
    ),
  ]);
}
