import { daysOf } from '../text/partial-date.ts';
import { cleanText } from './clean-text.ts';

/**
 * Shapes: one definition of a pack's fields, from which both the decoder and the JSON Schema for editors are made, so
 * that they cannot drift apart. A shape reads `unknown` into a fresh value and never keeps a reference to its input.
 */

export type JsonSchema = { readonly [key: string]: unknown };

/** Takes note of what was refused; `at` is the path in the record: `facts[2].from`. */
export type Complain = (at: string, message: string) => void;

export interface Shape<T> {
  /** The value, or `undefined` when it is refused; then `complain` has been called. */
  read(raw: unknown, at: string, complain: Complain): T | undefined;
  readonly schema: JsonSchema;
}

/** `null`, an empty string and an absent field all mean "not given". */
const isGiven = (raw: unknown): boolean => raw !== undefined && raw !== null && raw !== '';

export const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const nameOf = (raw: unknown): string =>
  raw === null
    ? 'nothing'
    : Array.isArray(raw)
      ? 'a list'
      : typeof raw === 'object'
        ? 'a set of fields'
        : `a ${typeof raw}`;

/** One line of text of at most `max` UTF-16 units after cleaning. */
export function text(max: number, options: { readonly pattern?: RegExp; readonly form?: string } = {}): Shape<string> {
  const { pattern, form } = options;
  return {
    schema: { type: ['string', 'number'], minLength: 1, maxLength: max, ...(pattern && { pattern: pattern.source }) },
    read(given, at, complain) {
      // `value: 1949` is text to whoever wrote it, whatever the file's syntax takes it for.
      const raw = typeof given === 'number' && Number.isFinite(given) ? String(given) : given;
      if (typeof raw !== 'string') {
        complain(at, `expected text, found ${nameOf(raw)}${typeof raw === 'boolean' ? '; put it in quotes' : ''}`);
        return undefined;
      }
      // Before cleaning, which takes time in proportion; cleaning only ever shortens by unseen characters.
      const value = raw.length > max * 4 ? raw : cleanText(raw);
      if (value.length > max) {
        complain(at, `text of ${value.length} characters; at most ${max} are kept`);
        return undefined;
      }
      if (value === '') {
        complain(at, 'text without a visible character');
        return undefined;
      }
      if (pattern && !pattern.test(value)) {
        complain(at, `“${value}” is not ${form ?? 'of the form asked for'}`);
        return undefined;
      }
      return value;
    },
  };
}

/** A year, a month or a day. JSON may give a year as a number. */
export const date: Shape<string> = {
  schema: { type: ['string', 'integer'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', minimum: 1000, maximum: 2999 },
  read(raw, at, complain) {
    const value = typeof raw === 'number' ? String(raw) : raw;
    if (typeof value === 'string' && daysOf(value) !== null) return value;
    complain(at, `${JSON.stringify(raw) ?? nameOf(raw)} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)`);
    return undefined;
  },
};

/** 2^31 - 1: what any language's plain integer holds. */
export const MAX_NUMBER = 2_147_483_647;

export const wholeNumber = (min: number, max = MAX_NUMBER): Shape<number> => ({
  schema: { type: 'integer', minimum: min, maximum: max },
  read(raw, at, complain) {
    if (typeof raw === 'number' && Number.isInteger(raw) && raw >= min && raw <= max) return raw;
    complain(at, `expected a whole number from ${min} to ${max}`);
    return undefined;
  },
});

/** A moment, to the second, in UTC. Moments of this form compare as strings. */
export const instant: Shape<string> = {
  schema: { type: 'string', format: 'date-time' },
  read(raw, at, complain) {
    const isOne =
      typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(raw) && !Number.isNaN(Date.parse(raw));
    if (isOne) return raw;
    complain(at, 'is not a time (2026-11-24T12:00:00Z)');
    return undefined;
  },
};

/** An absolute https address without user or password; the host comes out in its ASCII form. */
export const link: Shape<string> = {
  schema: { type: 'string', format: 'uri', pattern: '^https://', maxLength: 1000 },
  read(raw, at, complain) {
    if (typeof raw === 'string' && raw.length <= 1000 && /^https:\/\//i.test(raw) && URL.canParse(raw)) {
      const url = new URL(raw);
      if (url.username === '' && url.password === '') return url.href;
    }
    complain(at, `${typeof raw === 'string' ? `“${raw.slice(0, 80)}”` : nameOf(raw)} is not an https address`);
    return undefined;
  },
};

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  const known = new Set<string>(values);
  return {
    schema: { enum: values },
    read(raw, at, complain) {
      if (typeof raw === 'string' && known.has(raw)) return raw as T;
      complain(at, `${JSON.stringify(raw) ?? nameOf(raw)} is none of: ${values.join(', ')}`);
      return undefined;
    },
  };
}

export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read(raw, at, complain) {
    if (typeof raw === 'boolean') return raw;
    complain(at, `expected true or false, found ${nameOf(raw)}`);
    return undefined;
  },
};

/** A flag that is set or left out; `false` means left out. */
export const mark: Shape<true> = {
  schema: { type: 'boolean' },
  read(raw, at, complain) {
    return flag.read(raw, at, complain) === true ? true : undefined;
  },
};

/**
 * A list of at most `max`; an item that is refused is left out, the others stay. With `allOrNone` one refused item
 * refuses the list: for lists that narrow something down, where a missing row would say more than the author did.
 */
export function list<T>(of: Shape<T>, max: number, allOrNone = false): Shape<T[]> {
  return {
    schema: { type: 'array', items: of.schema, maxItems: max },
    read(raw, at, complain) {
      if (!Array.isArray(raw)) {
        complain(at, `expected a list, found ${nameOf(raw)}`);
        return undefined;
      }
      if (raw.length > max) {
        complain(at, `a list of ${raw.length}; ${allOrNone ? 'at most' : 'the first'} ${max} are kept`);
        if (allOrNone) return undefined;
      }
      const values: T[] = [];
      for (let i = 0; i < raw.length && i < max; i++) {
        const value = of.read(raw[i], `${at}[${i}]`, complain);
        if (value !== undefined) values.push(value);
        else if (allOrNone) return undefined;
      }
      return values;
    },
  };
}

/** Keys an author may choose. Starts with a letter or digit, so none is a name objects come with (`__proto__`). */
export const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** Named items; comes out without a prototype, so that only what the pack gives is found in it. */
export function keyed<T>(of: Shape<T>, max: number): Shape<Record<string, T>> {
  return {
    schema: {
      type: 'object',
      propertyNames: { pattern: KEY.source },
      additionalProperties: of.schema,
      maxProperties: max,
    },
    read(raw, at, complain) {
      if (!isObject(raw)) {
        complain(at, `expected named items, found ${nameOf(raw)}`);
        return undefined;
      }
      const keys = Object.keys(raw);
      if (keys.length > max) complain(at, `${keys.length} items; the first ${max} are kept`);
      const values = Object.create(null) as Record<string, T>;
      for (const key of keys.slice(0, max)) {
        if (!KEY.test(key)) {
          complain(`${at}.${key.slice(0, 40)}`, 'a key is letters, digits, “.”, “_” and “-”, at most 40');
          continue;
        }
        const value = of.read(raw[key], `${at}.${key}`, complain);
        if (value !== undefined) values[key] = value;
      }
      return values;
    },
  };
}

interface Field<T, How extends 'need' | 'may' | 'or'> {
  readonly shape: Shape<T>;
  readonly how: How;
  readonly fallback?: () => T;
  /** A value that is refused refuses the record too. */
  readonly firm?: true;
}

/** A field without which the whole is refused. */
export const need = <T>(shape: Shape<T>): Field<T, 'need'> => ({ shape, how: 'need' });
/** A field that may be left out. */
export const may = <T>(shape: Shape<T>): Field<T, 'may'> => ({ shape, how: 'may' });
/** A field with a value when it is left out. */
export const or = <T>(shape: Shape<T>, fallback: () => T): Field<T, 'or'> => ({ shape, how: 'or', fallback });

/** A field that narrows what a record says: refused, it takes the record with it, for the rest would say too much. */
export const firm = <T, How extends 'need' | 'may' | 'or'>(field: Field<T, How>): Field<T, How> => ({
  ...field,
  firm: true,
});

// biome-ignore lint/suspicious/noExplicitAny: the type of each field is recovered below
type Fields = Readonly<Record<string, Field<any, 'need' | 'may' | 'or'>>>;
type Value<F> = F extends Field<infer T, 'need' | 'may' | 'or'> ? T : never;
type Flat<T> = { [K in keyof T]: T[K] };
/** The value a set of fields reads into. */
export type Read<F extends Fields> = Flat<
  { [K in keyof F as F[K]['how'] extends 'may' ? never : K]: Value<F[K]> } & {
    [K in keyof F as F[K]['how'] extends 'may' ? K : never]?: Value<F[K]>;
  }
>;

function fieldsShape<F extends Fields>(fields: F, lenient: boolean): Shape<Read<F>> {
  const entries = Object.entries(fields);
  const required = entries.filter(([, { how }]) => how === 'need').map(([name]) => name);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, { shape }]) => [name, shape.schema])),
      ...(required.length > 0 && { required }),
    },
    read(raw, at, complain) {
      if (!isObject(raw)) {
        complain(at, `expected a set of fields, found ${nameOf(raw)}`);
        return undefined;
      }
      const value: Record<string, unknown> = {};
      for (const [name, { shape, how, fallback, firm: isFirm }] of entries) {
        const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
        const where = at === '' ? name : `${at}.${name}`;
        let refused = false;
        const read = isGiven(given)
          ? shape.read(given, where, (place, message) => {
              refused = true;
              complain(place, message);
            })
          : undefined;
        if (read !== undefined) {
          value[name] = read;
        } else if (how === 'need') {
          if (!refused) complain(where, 'is missing');
          return undefined;
        } else if (refused && (isFirm || !lenient)) {
          return undefined;
        } else if (fallback) {
          value[name] = fallback();
        }
      }
      return value as Read<F>;
    },
  };
}

/** Fields that stand or fall together: one refused, and the whole is. */
export const whole = <F extends Fields>(fields: F): Shape<Read<F>> => fieldsShape(fields, false);

/** The fields of a record: one refused that is neither needed nor firm is left out. */
export const record = <F extends Fields>(fields: F): Shape<Read<F>> => fieldsShape(fields, true);

/** A shape with a short form: text alone stands for the whole. */
export function shorthand<T>(short: Shape<string>, long: Shape<T>, expand: (text: string) => unknown): Shape<T> {
  return {
    schema: { anyOf: [short.schema, long.schema] },
    read: (raw, at, complain) => long.read(typeof raw === 'string' ? expand(raw) : raw, at, complain),
  };
}

/** The value after another step, which may refuse it by a message. */
export function refine<T, U>(
  shape: Shape<T>,
  step: (value: T) => { readonly value: U } | { readonly refusal: string },
): Shape<U> {
  return {
    schema: shape.schema,
    read(raw, at, complain) {
      const value = shape.read(raw, at, complain);
      if (value === undefined) return undefined;
      const result = step(value);
      if ('value' in result) return result.value;
      complain(at, result.refusal);
      return undefined;
    },
  };
}
