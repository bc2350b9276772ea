/** All benchmarks, one after the other. Needs a build in dist/. */
for (const name of [
  'startup',
  'throughput',
  'journal',
  'latency',
  'memory',
  'targets',
  'budget',
  'install',
  'report',
  'history',
]) {
  console.log(`# ${name}\n`);
  await import(`./${name}.mjs`);
  console.log();
}
