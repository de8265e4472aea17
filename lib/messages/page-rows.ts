/**
 * How the content script takes in the requests of its table. Every page a person opens loads this, so the decoders are
 * a few lines of our own instead of a library.
 */
import type { Decoder, PageRequests, Rows } from './protocol.ts';

type Guard<V> = (raw: unknown) => raw is V;

/** An object with exactly these fields. */
const exactly = <P extends object>(fields: { readonly [K in keyof P]-?: Guard<P[K]> }): Decoder<P> => ({
  '~standard': {
    validate(raw) {
      if (typeof raw !== 'object' || raw === null) return { issues: [{}] };
      const wrong = [...new Set([...Object.keys(raw), ...Object.keys(fields)])].find(
        (key) => !Object.hasOwn(fields, key) || !fields[key as keyof P](raw[key as never]),
      );
      return wrong === undefined ? { value: raw as P } : { issues: [{ path: [wrong] }] };
    },
  },
});

const isBoolean: Guard<boolean> = (raw) => typeof raw === 'boolean';
const isOffset: Guard<number> = (raw): raw is number => Number.isSafeInteger(raw) && (raw as number) >= 0;
const isStep: Guard<1 | -1> = (raw) => raw === 1 || raw === -1;

const nothing = exactly<Record<never, never>>({});
const who = ['extension'] as const;

export const pageRows: Rows<PageRequests> = {
  getHost: { params: nothing, who },
  readArticle: { params: exactly<{ force: boolean }>({ force: isBoolean }), who },
  showSpan: { params: exactly<{ start: number; end: number }>({ start: isOffset, end: isOffset }), who },
  showMention: { params: exactly<{ start: number; open: boolean }>({ start: isOffset, open: isBoolean }), who },
  stepToName: { params: exactly<{ step: 1 | -1 }>({ step: isStep }), who },
  getTimes: { params: nothing, who },
  refresh: { params: nothing, who },
};
