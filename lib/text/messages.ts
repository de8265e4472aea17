/**
 * Sentences as data. Rooms that decide what to say give a key of `_locales` and its arguments; only the surface turns
 * it into words, so the engine holds no prose and every surface, the terminal included, says the same thing.
 *
 * Messages hold two tags of ours, read into parts and never into HTML: `<b>` for the words that matter and `<th>` for
 * what relates to the article's date (the thread); `<cap>` sets the next letter large where a sentence may begin with an
 * argument ("<cap>$SOURCES$ named").
 */

/** A message and its arguments, in the order of its placeholders. With `count` the plural form is chosen by locale. */
export interface Label {
  readonly key: string;
  readonly args: readonly Shown[];
  readonly count?: number;
}

/** Text of the world (a name, a date, a pack's sentence), shown as it is, or a message of ours. */
export type Shown = string | Label;

/** One run of a message: the words of the catalogue, or an argument, to be isolated where it is shown. */
export interface MessagePart {
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'thread';
  readonly argument: boolean;
}

/**
 * The message of a key with its placeholders as `ARG_MARK + index`, or `undefined` when there is none. Browsers and
 * catalogues differ only in this.
 */
export type MessageSource = (key: string) => string | undefined;

/** Private-use characters stand for arguments until the message is parsed; no message or name may hold them. */
const ARG_BASE = 0xe000;
export const MAX_ARGS = 9;
/** What a source substitutes for its first, second, ... placeholder. */
export const ARG_MARKS: readonly string[] = Array.from({ length: MAX_ARGS }, (_, i) =>
  String.fromCharCode(ARG_BASE + i),
);

export const label = (key: string, ...args: readonly Shown[]): Label => ({ key, args });

/** A message with a number in it: `key_one`, `key_other` and so on, the number as its first argument. */
export const counted = (key: string, count: number, ...args: readonly Shown[]): Label => ({
  key,
  args: [String(count), ...args],
  count,
});

/** Numbers up to here are said in words (`number_2`: "two"); above, figures are easier to read. */
const LAST_WORD = 10;

/** A small number as a word of the locale. */
export const spelled = (count: number): Shown =>
  Number.isInteger(count) && count >= 0 && count <= LAST_WORD ? label(`number_${count}`) : String(count);

/** Formats labels for one locale. */
export interface Messages {
  readonly locale: string;
  /** The label as plain text, for attributes and terminals. */
  text(shown: Shown): string;
  /** The label as runs, for surfaces that can set words strong and isolate arguments. */
  parts(shown: Shown): MessagePart[];
  has(key: string): boolean;
}

export function createMessages(source: MessageSource, locale: string): Messages {
  let rules: Intl.PluralRules | undefined;

  /** Browsers allow no hyphen in a key; the engine's words (`single-origin`) have them. */
  const find = (key: string): string | undefined => source(key.replaceAll('-', '_'));

  /** The catalogue's text; the key itself when it is missing, so that a gap is seen and nothing breaks. */
  function templateOf({ key, count }: Label): string {
    if (count === undefined) return find(key) ?? key;
    rules ??= new Intl.PluralRules(locale);
    return find(`${key}_${rules.select(count)}`) ?? find(`${key}_other`) ?? key;
  }

  function parts(shown: Shown, style: MessagePart['style'] = 'plain'): MessagePart[] {
    if (typeof shown === 'string') return [{ text: shown, style, argument: true }];
    const out: MessagePart[] = [];
    const open: MessagePart['style'][] = [style];
    let capital = false;
    const add = (more: readonly MessagePart[]): void => {
      const [first, ...rest] = more;
      if (!first) return;
      out.push(
        capital ? { ...first, text: first.text.charAt(0).toLocaleUpperCase(locale) + first.text.slice(1) } : first,
      );
      out.push(...rest);
      capital = false;
    };
    for (const piece of templateOf(shown).split(/(<\/?(?:b|th|cap)>|[\uE000-\uE008])/)) {
      if (piece === '') continue;
      if (piece === '<cap>') capital = true;
      else if (piece === '<b>') open.push('strong');
      else if (piece === '<th>') open.push('thread');
      else if (piece === '</b>' || piece === '</th>') open.pop();
      else {
        const now = open.at(-1) ?? style;
        const index = piece.length === 1 ? piece.charCodeAt(0) - ARG_BASE : -1;
        if (index < 0 || index >= MAX_ARGS) add([{ text: piece, style: now, argument: false }]);
        else if (shown.args[index] !== undefined) add(parts(shown.args[index], now));
      }
    }
    return out;
  }

  return {
    locale,
    parts: (shown) => parts(shown),
    text: (shown) =>
      typeof shown === 'string'
        ? shown
        : parts(shown)
            .map((part) => part.text)
            .join(''),
    has: (key) => find(key) !== undefined || find(`${key}_other`) !== undefined,
  };
}

/** The shape of `_locales/<lang>/messages.json`, as browsers define it. */
export type Catalogue = Readonly<
  Record<
    string,
    { readonly message: string; readonly placeholders?: Readonly<Record<string, { readonly content: string }>> }
  >
>;

/** Reads messages as a browser would: `$NAME$` by its placeholder, `$1` by position, `$$` as a dollar sign. */
export function fromCatalogue(catalogue: Catalogue): MessageSource {
  return (key) => {
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (!entry) return undefined;
    const named = new Map(Object.entries(entry.placeholders ?? {}).map(([name, p]) => [name.toLowerCase(), p.content]));
    return entry.message
      .replace(/\$([a-z0-9_@]+)\$/gi, (whole, name: string) => named.get(name.toLowerCase()) ?? whole)
      .replace(/\$(\$|[1-9])/g, (_, what: string) => (what === '$' ? '$' : ARG_MARKS[Number(what) - 1]!));
  };
}
