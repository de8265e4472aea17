import { MANIFEST_SHAPE, RECORD_SHAPES } from './records.ts';
import type { JsonSchema } from './shape.ts';

/**
 * The JSON Schema of the source form, for editors: made from the definitions that decode it, so that what an editor
 * accepts a reader's browser accepts. It is a little stricter where that helps an author: names of fields that nobody
 * reads are marked.
 */
export function sourceSchema(): JsonSchema {
  const recordOf = (type: string, schema: JsonSchema): JsonSchema => ({
    ...schema,
    properties: { type: { const: type }, ...(schema.properties as object) },
    required: ['type', ...((schema.required as string[] | undefined) ?? [])],
    additionalProperties: false,
  });
  const records = Object.entries(RECORD_SHAPES).map(([type, { schema }]) => [type, recordOf(type, schema)] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Note pack, source form',
    description: 'One record of a .yaml or .jsonl file (a note, check, origin or withdrawal), or pack.yaml.',
    if: { required: ['type'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      oneOf: records.map(([type]) => ({ $ref: `#/$defs/${type}` })),
    },
    else: { $ref: '#/$defs/pack' },
    $defs: { ...Object.fromEntries(records), pack: { ...MANIFEST_SHAPE.schema, additionalProperties: false } },
  };
}
