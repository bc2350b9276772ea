import { createHash } from 'node:crypto';
import { lineText } from '../shared/explanation-lines.js';
import { areaOf } from '../shared/group.js';
import type { Problem } from '../shared/problems.js';
import { visible } from '../shared/visible.js';
import { ruleIdOf } from './rule.js';
import { sarifText } from './text.js';

/** A problem as a SARIF result (§3.27); `indices` are the places of the rules in the driver's list. */
export function sarifResult(
  problem: Problem,
  indices: ReadonlyMap<string, number>,
  configFile: string | undefined,
): object {
  const { target, id, severity, title, lines, known, check } = problem;
  const ruleId = ruleIdOf(problem);
  const text = [
    `${target.name}: ${check === undefined ? title : problem.message}`,
    ...lines.map((line) => lineText(line)),
  ].join('\n');
  return {
    ruleId,
    ruleIndex: indices.get(ruleId),
    level: severity,
    message: { text: sarifText(text) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(target.profile, configFile),
          region: { startLine: 1 },
        },
        logicalLocations: [
          {
            fullyQualifiedName: `${target.name}/${check === undefined ? id : areaOf(id)}`,
            kind: 'resource',
          },
        ],
      },
    ],
    partialFingerprints: fingerprints(target.name, id),
    ...(known !== undefined && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: known }],
    }),
    properties: {
      target: target.name,
      profile: target.profile,
      ...(check && {
        level: check.level,
        outcome: check.outcome,
        sources: check.sources,
        exchanges: check.exchanges,
        ...(check.replay !== undefined && { replay: check.replay }),
      }),
    },
  };
}

/** The config, if it is known: it names the target that the problem is about. */
function artifact(profile: string, configFile: string | undefined): object {
  if (configFile !== undefined) return { uri: asUri(configFile) };
  return { uri: asUri(`specs/profiles/${profile}.yaml`), uriBaseId: 'PACKAGE' };
}

function asUri(path: string): string {
  // encodeURI throws for a lone surrogate, which no file's name can hold.
  return encodeURI(visible(path).replaceAll('\\', '/')).replace(/[?#[\]]/g, encodeURIComponent);
}

/**
 * The same target and check have the same fingerprint, whatever was sent and came back. It has the one name that
 * GitHub's code scanning reads: without it, GitHub would tell results by their line, and all are in the first line of
 * one file.
 */
function fingerprints(target: string, id: string): Record<string, string> {
  const hash = createHash('sha256').update(`${target}\0${id}`).digest('hex').slice(0, 16);
  return { primaryLocationLineHash: `${hash}:1` };
}
