import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shellWords } from '../../engine/input/text.js';
import { baselineName } from '../../results/baseline.js';
import { installCommand, installedCommand, tarball } from '../shared/package-source.js';
import { type InitAnswers, variablesIn } from './answers.js';
import type { NewFile } from './write-new.js';

/** A CI job that tests the targets of the config, and what its owner does next; undefined for `none`. */
export function ciFile(
  answers: InitAnswers,
  folder: string,
): (NewFile & { next: string }) | undefined {
  const about = 'the job';
  const variables = ['SNAP_PRIVATE_KEY', ...variablesIn(answers)];
  switch (answers.ci) {
    case 'github':
      return {
        name: '.github/workflows/snap-conformance.yml',
        text: githubText(answers.privateKey, variables),
        about,
        next: `Add ${variables.join(', ')} to the repository's secrets; SNAP_PRIVATE_KEY is the PEM itself.`,
      };
    case 'gitlab': {
      const included = existsSync(join(folder, '.gitlab-ci.yml'));
      const name = included ? 'snap-conformance.gitlab-ci.yml' : '.gitlab-ci.yml';
      return {
        name,
        text: gitlabText(answers.privateKey),
        about,
        next: `Add ${variables.join(', ')} to the CI/CD variables, SNAP_PRIVATE_KEY of the type "file"${included ? `, and include ${name} in .gitlab-ci.yml` : ''}.`,
      };
    }
    case 'none':
      return undefined;
  }
}

/** What the job installs; npm takes a name without ./ for a package of its registry. */
const source = `./${tarball}`;
const aboutSource =
  '# A tarball of snap-conformance: a path in this repository, or an https address.';

/** The options of a job that tries other inputs each night. */
const explore = ' --seed random --depth thorough --update-baseline';
const aboutExploring =
  'Other inputs each night. What fails is kept in the baseline: commit it, and later runs try it first.';

function githubText(privateKey: string, variables: readonly string[]): string {
  const file = shellWords([privateKey]);
  const secrets = variables.map((name) => `          ${name}: \${{ secrets.${name} }}\n`).join('');
  return `name: SNAP conformance
on:
  push:
  schedule:
    - cron: "17 3 * * *"

permissions:
  contents: read

jobs:
  snap-conformance:
${githubJob(file, secrets, '', 'snap-report/')}
  # ${aboutExploring}
  explore:
    if: github.event_name == 'schedule'
${githubJob(file, secrets, explore, `|\n            snap-report/\n            ${baselineName}`)}`;
}

/** The inside of a job that runs with these options, and uploads this. */
function githubJob(file: string, secrets: string, options: string, uploads: string): string {
  return `    runs-on: ubuntu-latest
    env:
      ${aboutSource}
      SNAP_PACKAGE: ${source}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${installCommand}
      - run: |
          mkdir -p "$(dirname ${file})"
          (umask 077; printf '%s\\n' "$SNAP_PRIVATE_KEY" > ${file})
          ${installedCommand} run${options}
        env:
${secrets}      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: snap-${options === '' ? 'report' : 'explored'}
          path: ${uploads}
`;
}

function gitlabText(privateKey: string): string {
  const file = shellWords([privateKey]);
  return `snap-conformance:
  image: node:22
  variables:
    ${aboutSource}
    SNAP_PACKAGE: ${source}
    SNAP_OPTIONS: ""
  script:
    - ${installCommand}
    - |
      mkdir -p "$(dirname ${file})"
      (umask 077; cat "$SNAP_PRIVATE_KEY" > ${file})
      ${installedCommand} run $SNAP_OPTIONS
  artifacts:
    when: always
    paths: [snap-report/]
    reports:
      junit: snap-report/junit.xml

# ${aboutExploring}
snap-conformance-explore:
  extends: snap-conformance
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  variables:
    SNAP_OPTIONS: "${explore.trim()}"
  artifacts:
    paths: [snap-report/, ${baselineName}]
`;
}
