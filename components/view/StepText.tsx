import { useTranslations } from 'use-intl';
import { emotionWord } from '@/components/editor/canvas/nodes/emotionWord';
import { MomentSign } from '@/components/editor/canvas/nodes/signs';
import { type ArrangedMap, type ArrangedStep, cellKey } from '@/lib/map/arrange';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { CardText } from './CardText';
import { Fact } from './Fact';
import { useWaySentence } from './useWaySentence';

/** A step of the journey: what is known of it, its all-or-nothing moment, its cards lane by lane, and where it leads. */
export function StepText({ step, map, labels }: { step: ArrangedStep; map: ArrangedMap; labels: LayoutLabels }) {
  const t = useTranslations('view.journey');
  const words = useTranslations('canvas');
  const sentenceOf = useWaySentence(map, labels);
  const { moment } = step;
  const emotions = map.personas.flatMap((persona) => {
    const value = step.emotions.get(persona.id);
    if (value === undefined) return [];
    const said = { word: words(`emotionWord.${emotionWord(value)}`), value: labels.emotionValue(value) };
    const name = persona.name.trim();
    return [
      {
        id: persona.id,
        sentence: map.personas.length > 1 && name ? t('emotionOf', { persona: name, ...said }) : t('emotion', said),
      },
    ];
  });
  const ways = map.transitions.filter(({ from }) => from === step.id);
  return (
    <article className="mt-8">
      <h3 className="font-bold text-lg">{t('step', { number: step.number, title: step.title.trim() || t('untitledStep') })}</h3>
      {emotions.map(({ id, sentence }) => (
        <p key={id} className="text-ink-soft text-sm">
          {sentence}
        </p>
      ))}
      {moment ? (
        <div className="mt-3 rounded-lg bg-moment-tint px-4 py-3">
          <p className="flex items-center gap-2 font-semibold">
            <svg viewBox="0 0 24 24" className="size-6 shrink-0" aria-hidden="true">
              <MomentSign gate={moment.gate} x={12} y={12} radius={11} />
            </svg>
            {words('moment')}: {words(`gate.${moment.gate}`)}
          </p>
          <dl className="mt-2 space-y-1">
            <Fact name={t('stays')}>{moment.stays}</Fact>
            <Fact name={t('leaves')}>{moment.leaves}</Fact>
          </dl>
        </div>
      ) : null}
      <dl className="mt-2 space-y-1">
        <Fact name={t('channels')}>
          {step.touchpoints
            .map(({ name, channel }) => (name.trim() ? `${labels.channel(channel)}: ${name.trim()}` : labels.channel(channel)))
            .join(', ')}
        </Fact>
        <Fact name={t('departments')}>
          {step.departments
            .map(({ name }) => name.trim())
            .filter(Boolean)
            .join(', ')}
        </Fact>
        <Fact name={t('evidence')}>{labels.evidence[step.evidenceLevel]}</Fact>
      </dl>
      {map.lanes.map((lane) => {
        const cards = map.cells.get(cellKey(step.id, lane.id)) ?? [];
        if (cards.length === 0) return null;
        return (
          <section key={lane.id} className="mt-4">
            <h4 className="font-semibold text-ink-soft text-sm">{lane.title.trim() || labels.laneKind[lane.kind]}</h4>
            <ul className="mt-1 list-disc space-y-1 pl-5">
              {cards.map((card) => (
                <CardText key={card.id} card={card} parts={map.cardParts.get(card.id)} />
              ))}
            </ul>
          </section>
        );
      })}
      {ways.length > 0 ? (
        <section className="mt-4">
          <h4 className="font-semibold text-ink-soft text-sm">{t('ways')}</h4>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {ways.map((way) => (
              <li key={way.id}>{sentenceOf(way)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
