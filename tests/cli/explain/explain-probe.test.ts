import { expect, it } from 'vitest';
import { snap } from '../command.js';
import { workspace } from '../workspace.js';

it('explain --probe shows what is changed, what conforms, and what a fault answers', async () => {
  const { path } = workspace();
  const { status, stdout } = await snap(
    ['explain', 'token-b2b/timestamp/rejects-epoch', '--probe'],
    {
      cwd: path,
    },
  );
  expect(status).toBe(0);
  const probe = (stdout.split('\nProbe\n')[1] ?? '').replace(/\s+/g, ' ');
  const [conforming = '', faulty = ''] = probe.split('one with the fault takes-epoch:');
  expect(conforming).toContain('a server that conforms: → the control: POST http://127.0.0.1:');
  expect(conforming).toMatch(/→ \S.* \(header X-TIMESTAMP: \S+ → \d+\) ← HTTP 400, 4007301/);
  expect(conforming).toContain('passed: ');
  expect(faulty).toContain('← HTTP 200, 2007300');
  expect(faulty).toContain('failed: ');
});
