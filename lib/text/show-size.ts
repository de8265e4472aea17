const STEPS = [
  ['byte', 1],
  ['kilobyte', 1_000],
  ['megabyte', 1_000_000],
  ['gigabyte', 1_000_000_000],
] as const;

/** "4.1 MB": in the largest unit that leaves a whole number, one decimal above the kilobyte. */
export function showSize(bytes: number, locale: string): string {
  const [unit, size] = STEPS.findLast(([, step]) => bytes >= step) ?? STEPS[0];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: size >= 1_000_000 ? 1 : 0,
  }).format(bytes / size);
}
