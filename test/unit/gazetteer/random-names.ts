/** Dictionaries and texts that are random but near each other, so that names are met, nearly met, and met in pieces. */
import { randomFrom } from '../../support/random.ts';

const WORDS = (
  'Hama Bas News Ahram Army Division Brigade Guard Corps Assad Hassan Ali Müller Şahin Łódź Æther Élan Öst Ba O B The US UN ' +
  'Times of de van al the a Twenty Thirty fifth Fifth V VIII 5th 21st First twenty first Mohammed Muhammad Qasim Kassem ' +
  "O'Brien Sana'a Gen St NATO S Ъй Ответ Ивана القدس 東京 iTunes police x I United States Nations Is's forces Forces é"
).split(' ');
const GAPS = [
  ' ',
  ' ',
  ' ',
  ' ',
  ' ',
  '-',
  '\u00a0',
  '\u2009',
  '  ',
  '\n',
  '\n\n',
  ', ',
  '. ',
  '.',
  ' - ',
  '\u2011',
  '\u00ad',
  "'s ",
  '’s ',
  "' ",
  '’',
  '/',
  ' “',
  '” ',
  '&',
  ' (',
  ') ',
  '',
];
const ARTICLES = [
  'al-',
  'Al-',
  'el-',
  'Al ',
  'al ',
  'ash-',
  'Ar-',
  'al\u2011',
  'the ',
  'The ',
  'THE ',
  'U.S. ',
  'U.S',
  'J.K. ',
  'St. ',
];

export class RandomNames {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  below(n: number): number {
    return Math.floor(this.#random() * n);
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  #word(): string {
    const word = this.#pick(WORDS);
    switch (this.below(14)) {
      case 0:
        return word.toUpperCase();
      case 1:
        return word.toLowerCase();
      case 2:
        return word.normalize('NFD');
      case 3: {
        const at = 1 + this.below(word.length);
        return `${word.slice(0, at)}${this.#pick(['\u00ad', '\u200b', "'", '’', 'e', '\u0301'])}${word.slice(at)}`;
      }
      case 4:
        return `${word}s`;
      case 5:
        return this.#pick(ARTICLES) + word;
      default:
        return word;
    }
  }

  name(): string {
    let name = this.#word();
    for (let n = this.below(4); n > 0; n--) name += (this.below(8) === 0 ? this.#pick(GAPS) : ' ') + this.#word();
    return name;
  }

  /** A text in which some of the names stand, whole, cut or changed. */
  text(names: readonly string[]): string {
    let text = '';
    for (let n = 2 + this.below(7); n > 0; n--) {
      let part = this.below(3) === 0 ? this.#word() : this.#pick(names);
      if (this.below(6) === 0) part = part.replace(/[ -]/, this.#pick(GAPS));
      if (this.below(9) === 0) part = part.replaceAll("'", '’');
      if (this.below(9) === 0) part = part.toUpperCase();
      if (this.below(12) === 0) part = part.slice(0, this.below(part.length) + 1);
      if (this.below(12) === 0) part = this.#pick(ARTICLES) + part;
      text += part + this.#pick(GAPS);
    }
    // A half of a surrogate pair must move no offset.
    return this.below(20) === 0 ? `${text}\ud83d ${this.#pick(names)} \ude00😀 ${this.#pick(names)}` : text;
  }
}
