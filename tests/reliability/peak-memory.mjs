/** Loaded into a command before its own code: writes the most memory that its process ever held, in KiB, when it ends. */
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env['SNAP_PEAK_FILE'];
  if (!file) return;
  const kibibytes =
    process.platform === 'linux'
      ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
      : process.resourceUsage().maxRSS;
  writeFileSync(file, String(kibibytes));
});
