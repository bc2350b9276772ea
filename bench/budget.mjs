/** What a budget costs that is just enough: nothing is left out, so all that it adds is the counting. */
import { commandFor, timeNode } from './command.mjs';
import { median, ms, ratio } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

const rounds = 7;
const { targets, close } = await startSandboxes();
const { run, remove } = commandFor(targets);
const { requests } = await runApart(targets, { depth: 'quick' });

const quick = [...run, '--depth', 'quick'];
const ratios = [];
for (let round = 0; round < rounds; round += 1) {
  const without = await timeNode(quick);
  const within = await timeNode([...quick, '--max-requests', String(requests)]);
  ratios.push(within / without);
  console.log(`without ${ms(without)}, with --max-requests ${requests} ${ms(within)}`);
}
console.log(`median of ${rounds}: ${ratio(median(ratios), 1)}`);
close();
remove();
