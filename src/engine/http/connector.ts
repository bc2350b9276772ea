import { buildConnector } from 'undici';
import type { TargetPlan } from '../plan/plan.js';
import { watchAnswers } from './reading/watch-answers.js';

/** Opens connections for the pool, each of them watched. */
export function connector(tls: TargetPlan['tls'], timeoutMs: number): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, ...tls });
  return (options, done) =>
    connect(options, (...[error, socket]) => {
      if (error) done(error, null);
      else done(null, watchAnswers(socket));
    });
}
