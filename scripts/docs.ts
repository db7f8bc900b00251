// npm run docs: writes every file that is made from the code.
import { writeFileSync } from 'node:fs';
import { generatedDocs } from './generated-docs.ts';

for (const [path, text] of generatedDocs()) {
  writeFileSync(path, text);
  console.log(path);
}
