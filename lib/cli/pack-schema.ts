import { sourceSchema } from '../packs/json-schema.ts';
import type { Command } from './command.ts';

const USAGE = `Usage: npm run -s pack -- schema

Prints the JSON Schema of the source form, for editors; lib/packs/source-schema.json holds the same.
In a YAML file:  # yaml-language-server: $schema=PATH/source-schema.json`;

export const schemaText = (): string => `${JSON.stringify(sourceSchema(), null, 2)}\n`;

export const schema: Command = {
  does: 'prints the JSON Schema of the source form, for editors',
  usage: USAGE,
  options: {},
  takes: 0,
  async run() {
    process.stdout.write(schemaText());
    return 0;
  },
};
