'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { setReasonAim } from '@/lib/document/operations/reasons';
import { maxEmotion, minEmotion } from '@/lib/map/emotion';
import { type AimedMetric, type Reason, type ReasonAim, scoreAims } from '@/lib/map/reason';
import { signedNumber } from '@/lib/versions/fieldWords';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { ScoreAimField } from './ScoreAimField';

const metrics = ['nps', 'csat', 'ces'] as const satisfies readonly AimedMetric[];
const kinds = ['none', 'emotion', 'moment', ...metrics] as const;
type Kind = (typeof kinds)[number];

const steps = Array.from({ length: maxEmotion - minEmotion + 1 }, (_, index) => minEmotion + index);
const kindOf = (aim: ReasonAim | undefined): Kind => (aim?.kind === 'score' ? aim.metric : (aim?.kind ?? 'none'));

/** The effect that is hoped for: how a persona feels, a score, or that customers stay. */
export function ReasonAimField({ reason: { id, aim } }: { reason: Reason }) {
  const t = useTranslations('future.reason');
  const locale = useLocale();
  const signed = signedNumber(locale);
  const { doc, canWrite } = useEditor();
  const { personas } = useArrangedMap();
  const kind = kindOf(aim);
  const set = (next: ReasonAim | null): void => void setReasonAim(doc, { id, aim: next });
  const choose = (wanted: Kind): void => {
    const personaId = personas[0]?.id;
    if (wanted === 'none') set(null);
    else if (wanted === 'moment') set({ kind: 'moment', gate: 'held' });
    else if (wanted !== 'emotion') set({ kind: 'score', metric: wanted, to: scoreAims[wanted].max / 2 });
    else if (personaId !== undefined) set({ kind: 'emotion', personaId, to: 1 });
  };
  if (!canWrite) {
    if (!aim) return null;
    const value = 'to' in aim ? (aim.kind === 'emotion' ? signed(aim.to) : aim.to.toLocaleString(locale)) : '';
    return (
      <p>
        <span className="text-ink-faint text-xs">{t('aim')}: </span>
        {t(`aims.${kind}`)} {value}
      </p>
    );
  }
  return (
    <div className="min-w-0 space-y-2">
      <Select
        size="sm"
        label={t('aim')}
        value={kind}
        options={kinds
          .filter((one) => one !== 'emotion' || personas.length > 0)
          .map((value) => ({ value, label: t(`aims.${value}`) }))}
        onChange={choose}
      />
      {aim?.kind === 'emotion' ? (
        <>
          {personas.length > 1 ? (
            <Select
              size="sm"
              label={t('persona')}
              value={aim.personaId}
              options={personas.map((persona) => ({ value: persona.id, label: persona.name.trim() || t('nameless') }))}
              onChange={(personaId) => set({ ...aim, personaId })}
            />
          ) : null}
          <Select
            size="sm"
            label={t('to')}
            value={String(Math.round(aim.to))}
            options={steps.map((step) => ({ value: String(step), label: signed(step) }))}
            onChange={(to) => set({ ...aim, to: Number(to) })}
          />
        </>
      ) : null}
      {aim?.kind === 'score' ? (
        <ScoreAimField key={aim.metric} metric={aim.metric} value={aim.to} onChange={(to) => set({ ...aim, to })} />
      ) : null}
    </div>
  );
}
