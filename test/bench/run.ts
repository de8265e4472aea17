/** `npm run bench [-- NAME...]`: the named measurements, or those that keep a record; `scale` (twelve minutes) by name only. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const RECORDED = ['reading', 'marks', 'first-note'];
const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : RECORDED;

for (const name of names) {
  if (!existsSync(join(import.meta.dirname, `${name}.ts`))) {
    console.error(`There is no measurement “${name}”. Those with a record: ${RECORDED.join(', ')}.`);
    process.exit(2);
  }
  console.log(`== ${name}`);
  await import(`./${name}.ts`);
}
