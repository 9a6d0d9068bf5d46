'use client';

import { useId } from 'react';
import { Switch } from '@/components/ui/Switch';

type Choice = { id: string; name: string };
type Props = {
  title: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (id: string, chosen: boolean) => void;
};

/** Lanes or stages, each to be switched by itself. */
export function LockChoices({ title, choices, chosen, onChange }: Props) {
  const titleId = useId();
  if (choices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: each of them takes effect at once; nothing is sent together.
    <div role="group" aria-labelledby={titleId}>
      <h4 id={titleId} className="mb-1 font-semibold text-ink-soft text-xs">
        {title}
      </h4>
      {choices.map(({ id, name }) => (
        <Switch
          key={id}
          label={<span className="wrap-anywhere">{name}</span>}
          checked={chosen.includes(id)}
          onChange={(next) => onChange(id, next)}
        />
      ))}
    </div>
  );
}
