import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedPath } from '../../../../src/protocol/signed-path.js';
import { queries, withQuery } from '../../../../suites/transaction/arbitraries/queries.js';

test('a query is never in order, and can be sent', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const target = withQuery('/v1.0/a', query);
      expect(signedPath(target, 'sorted-query')).not.toBe(target);
      expect(new URL(target, 'http://localhost').search).toBe(`?${query}`);
      expect(withQuery(target, query)).toBe(`/v1.0/a?${query}&${query}`);
    }),
  );
});
