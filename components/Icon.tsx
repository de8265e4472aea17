/** One line-drawn sign on a 16 unit field. With a label it speaks for itself; without, the words beside it do. */
export function Icon({ path, label, class: kind = '' }: { path: string; label?: string; class?: string }) {
  return label === undefined ? (
    <svg class={`i ${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  ) : (
    <svg class={`i ${kind}`} viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      <path d={path} />
    </svg>
  );
}

/** A circle as a path, so that every sign is one element. */
const ring = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;

/** Folded sheet, head and shoulders, box with a stroke as on military maps. */
export const KIND_ICONS = {
  outlet:
    'M2.5 3.5h8.5v9.2a1.3 1.3 0 0 0 1.3 1.3H4a1.5 1.5 0 0 1-1.5-1.5zM11 6.5h2.5v6.2a1.2 1.2 0 0 1-1.2 1.3M4.8 6.2h3.9M4.8 8.7h3.9M4.8 11.2h2.4',
  official: `${ring(8, 5.2, 2.7)}M2.8 14c.5-3 2.5-4.6 5.2-4.6s4.7 1.6 5.2 4.6`,
  unit: 'M1.5 4h13v8.5h-13zM1.5 12.5l13-8.5',
};

export const UP = 'M4 10l4-4 4 4';
export const DOWN = 'M4 6l4 4 4-4';
export const PIN = 'M6 2.5h4l-.5 4 2.5 2.5H4l2.5-2.5zM8 9v4.5';
export const CLOSE = 'M4 4l8 8M12 4l-8 8';
export const SEARCH = `${ring(7, 7, 4)}M10 10l3.5 3.5`;
export const SETTINGS = `M2.5 5h6M12 5h1.5M2.5 11H4M7.5 11h6${ring(10.2, 5, 1.7)}${ring(5.7, 11, 1.7)}`;
export const PANEL = 'M2 3.5h12v9H2zM9.5 3.5v9';
export const NO_ONE = 'M3 8h2M7 8h2M11 8h2';
