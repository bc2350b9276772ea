import { type Command, Option } from 'commander';
import { addCertificationOption, addReportOptions } from '../run/run-options.js';
import type { CompareFlags, HistoryFlags, ReportFlags } from './flags.js';

const help = `
Renders reports again from result files, and sends nothing. Several files become one result: shards of a
run are put together, targets stand side by side. A target of which a shard is missing is inconclusive.
Verdicts are those of the outcomes; where a file states another, both are shown, and it isn't merged or attested. --attest signs the result as an in-toto test result, in
a DSSE envelope; --verify checks such an attestation, and that it was made of this result. --recover makes the
reports of a run that was killed, from the journal that it left in its folder.

Examples:
  $ snap-conformance report snap-report/result.json --reporter html --out again
  $ snap-conformance report snap-report/result.json --reporter form-docx --certification head.yaml
  $ snap-conformance report shard-1/result.json shard-2/result.json --out whole
  $ snap-conformance report snap-report/result.json --attest attest.pem
  $ snap-conformance report --verify snap-report/attestation.intoto.json --public-key attest.pub
  $ snap-conformance report --recover snap-report/
  $ snap-conformance report compare before/result.json after/result.json
  $ snap-conformance report history results/

Exit status:
  0    every target is conformant; with --verify: the attestation holds
  1    some target is non-conformant, or an entry of the baseline is stale or expired;
       with --verify: the attestation is refused
  2    an option, a result or a key is invalid
  3    nothing failed, but some target couldn't be judged, or a shard is missing
  130  the run was stopped by a signal, or killed before all its checks were done
`;

const compareHelp = `
Examples:
  $ snap-conformance report compare before/result.json after/result.json
  $ snap-conformance report compare before/result.json after/result.json --strict --json

Exit status:
  0  no MUST regressed; with --strict: no check
  1  some MUST that passed fails now, or can't be judged; with --strict a SHOULD too
  2  a result is invalid, or the two have no target in common
`;

const historyHelp = `
Takes every result that the folders hold, at any depth: files of JSON, whatever their names. Says for each target since
when a check fails, and what else changed then. A change of ours, of the tool, its catalogue or the profile, is never put
down to the target.

Examples:
  $ snap-conformance report history results/
  $ snap-conformance report history results/2026-03 results/2026-04 --out snap-report --lang id

Exit status: 0 the page was written, 2 a folder or a result can't be read, or is invalid.
`;

/** Adds `report`: renders, merges, compares and verifies results, without another request. */
export function addReport(program: Command): void {
  const command = program
    .command('report')
    .description('render, merge, compare, attest results again from their files')
    .argument('[result...]', 'result.json of runs');
  addCertificationOption(addReportOptions(command))
    .option('--attest <key>', 'sign the result with this private key, PEM')
    .option('--verify <file>', 'verify this attestation instead')
    .option('--public-key <file>', "with --verify: the signer's public key or certificate, PEM")
    .addOption(
      new Option(
        '--recover <dir>',
        'make the reports of a run that was killed, from its journal in this folder',
      ).conflicts(['verify', 'publicKey']),
    )
    .addHelpText('after', help)
    .action(async (files: string[], flags: ReportFlags) => {
      if (flags.recover !== undefined) {
        const { recoverReports } = await import('./recover-reports.js');
        const { out, ...others } = flags;
        const isGiven = command.getOptionValueSource('out') !== 'default';
        const chosen = { ...others, ...(isGiven && { out }) };
        process.exitCode = await recoverReports(flags.recover, files, chosen);
        return;
      }
      if (flags.verify !== undefined || flags.publicKey !== undefined) {
        const { verifyReport } = await import('./verify-report.js');
        process.exitCode = verifyReport(files, flags);
        return;
      }
      const { renderResults } = await import('./render-results.js');
      process.exitCode = await renderResults(files, flags);
    });
  command
    .command('compare')
    .description('show what changed for each target from one result to a later one')
    .argument('<before>', 'result.json of the earlier run')
    .argument('<after>', 'result.json of the later run')
    .option('--strict', 'a SHOULD that breaks is a regression too')
    .option('--json', 'print JSON')
    .addHelpText('after', compareHelp)
    .action(async (before: string, after: string, flags: CompareFlags) => {
      const { compareReports } = await import('./compare-reports.js');
      process.exitCode = compareReports(before, after, flags);
    });
  command
    .command('history')
    .description(
      'make one page of stored results: verdict, failures, dialect and latency over time',
    )
    .argument('<dir...>', 'folders of results')
    .option('--out <dir>', 'folder for history.html', 'snap-report')
    .addOption(
      new Option('--lang <language>', 'of the page: English or Indonesian').choices(['en', 'id']),
    )
    .addHelpText('after', historyHelp)
    .action(async (folders: string[], flags: HistoryFlags) => {
      const { tellHistory } = await import('./tell-history.js');
      process.exitCode = tellHistory(folders, flags);
    });
}
