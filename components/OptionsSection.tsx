import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { label, type Shown } from '../lib/text/messages.ts';
import { Say } from './Say.tsx';

export const Section = ({ id, intro, children }: { id: string; intro?: Shown; children: ComponentChildren }) => (
  <section id={id}>
    <h2>
      <Say text={label(`options_${id}`)} />
    </h2>
    {intro && (
      <p class="intro">
        <Say text={intro} />
      </p>
    )}
    {children}
  </section>
);

/** A setting: its name at the start, its control beside, labelled by it. */
export function SetRow({ name, hint, children }: { name: Shown; hint?: Shown; children: ComponentChildren }) {
  const id = useId();
  return (
    <div class="setrow">
      <h3 id={id}>
        <Say text={name} />
        {hint && (
          <>
            {' '}
            <small>
              <Say text={hint} />
            </small>
          </>
        )}
      </h3>
      {/* biome-ignore lint/a11y/useSemanticElements: the name stands in its own column, outside any fieldset */}
      <div role="group" aria-labelledby={id}>
        {children}
      </div>
    </div>
  );
}

/** One of a few, all in sight. */
export function Choice<T extends string | number>({
  of,
  value,
  name,
  onPick,
}: {
  of: readonly T[];
  value: T;
  name: (one: T) => Shown;
  onPick: (one: T) => void;
}) {
  const group = useId();
  return (
    <div class="seg">
      {of.map((one) => (
        <label class="opt" key={one}>
          <input type="radio" name={group} checked={one === value} onChange={() => onPick(one)} />
          <span>
            <Say text={name(one)} />
          </span>
        </label>
      ))}
    </div>
  );
}
