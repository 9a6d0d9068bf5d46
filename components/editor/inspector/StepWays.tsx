'use client';

import { Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { ArrangedStep } from '@/lib/map/arrange';
import type { Transition } from '@/lib/map/transition';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { Section } from './Section';
import { ShareSum } from './ShareSum';

/** The transitions that are drawn from a step: press one to go to it. */
export function StepWays({ step }: { step: ArrangedStep }) {
  const t = useTranslations('editor.inspector');
  const { canWrite, navigation } = useEditor();
  const transitions = useArrangedPart((map) => map.transitions);
  const ways = transitions.filter(({ from }) => from === step.id);
  return (
    <Section title={t('stepWays')}>
      {ways.length === 0 ? <p className="text-ink-faint text-sm">{t('stepWaysEmpty')}</p> : null}
      {ways.length > 0 ? (
        <ul>
          {ways.map((way) => (
            <WayLine key={way.id} way={way} />
          ))}
        </ul>
      ) : null}
      <ShareSum stepId={step.id} />
      {canWrite ? (
        <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => navigation.connectStep(step.id)}>
          {t('stepWaysAdd')}
        </Button>
      ) : null}
    </Section>
  );
}

function WayLine({ way }: { way: Transition }) {
  const t = useTranslations('editor.inspector');
  const format = useFormatter();
  const { selection, navigation } = useEditor();
  const steps = useArrangedPart((map) => map.steps);
  const number = steps.find(({ id }) => id === way.to)?.number ?? 0;
  const where = way.to === null ? t('stepWay.out') : way.to === way.from ? t('stepWay.itself') : t('stepWay.to', { number });
  const share = way.share === undefined ? [] : [format.number(way.share, { style: 'percent', maximumFractionDigits: 0 })];
  const label = way.label.trim() === '' ? [] : [way.label.trim()];
  return (
    <li>
      <button
        type="button"
        className="flex min-h-8 w-full items-center rounded-md px-2 py-1 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
        onClick={() => {
          const reference = { type: 'transition', id: way.id } as const;
          selection.getState().select(reference);
          navigation.goTo(reference);
        }}
      >
        {[...share, where, ...label].join(' · ')}
      </button>
    </li>
  );
}
