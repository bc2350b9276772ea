import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';

// Draws the picture of docs/architecture.md from the imports of the package.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, 'docs', 'architecture.md');
const { pageWithPicture } = await createJiti(import.meta.url).import('./architecture/page.ts');
writeFileSync(file, pageWithPicture(readFileSync(file, 'utf8'), root));
