import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { scoreTick } from '@/lib/export/scene/evidence';
import { quoteLineWidth } from '@/lib/map/layout/evidence/quotes';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { QuoteLayout, ScoreLayout } from '@/lib/map/layout/types';
import type { SaidNode } from './mapNode';
import { TextLines } from './TextLines';

function Score({ score, origin }: { score: ScoreLayout; origin: { x: number; y: number } }) {
  const { box, bar } = score;
  return (
    <figure
      aria-label={score.words}
      title={score.words}
      className="map-score"
      style={{ left: box.x - origin.x, top: box.y - origin.y, width: box.width, height: box.height }}
    >
      <TextLines text={score.name} origin={box} colour="var(--evidence)" />
      <TextLines text={score.answers} origin={box} colour="var(--ink-soft)" />
      <TextLines text={score.value} origin={box} colour={score.standing === 'firm' ? 'var(--ink)' : 'var(--ink-soft)'} />
      <TextLines text={score.unit} origin={box} colour="var(--ink-soft)" />
      {bar ? (
        <svg aria-hidden="true" width={box.width} height={box.height} className="map-drawing">
          <g transform={`translate(${-box.x} ${-box.y})`}>
            <rect {...bar.scale} rx={bar.scale.height / 2} fill="var(--evidence-line)" />
            <rect {...bar.interval} rx={bar.interval.height / 2} fill="var(--evidence)" />
            <path
              d={`M${bar.scoreX} ${bar.scale.y - scoreTick}v${bar.scale.height + 2 * scoreTick}`}
              stroke="var(--ink)"
              strokeWidth={1.5}
              strokeLinecap="round"
            />
          </g>
        </svg>
      ) : null}
      <TextLines text={score.note} origin={box} colour="var(--ink-soft)" />
    </figure>
  );
}

function Quote({ quote, origin }: { quote: QuoteLayout; origin: { x: number; y: number } }) {
  const { box, text, source, more, erased } = quote;
  return (
    <>
      <span
        aria-hidden="true"
        className="map-quote-line"
        data-erased={erased}
        style={{
          ...{ left: box.x - origin.x, top: box.y - origin.y, width: quoteLineWidth },
          height: box.height - (more ? 20 : 0),
        }}
      />
      <TextLines text={text} origin={origin} colour={erased ? 'var(--ink-muted)' : 'var(--ink)'} />
      <TextLines text={source} origin={origin} colour="var(--ink-muted)" />
      {more ? <TextLines text={more} origin={origin} colour="var(--ink-muted)" /> : null}
      <p className="sr-only">{[text, source, more].flatMap((block) => (block ? [wordsOf(block)] : [])).join(' ')}</p>
    </>
  );
}

/** What customers say about a step. A press on it leads to the step, whose details have all of it. */
export const SaidNodeView = memo(function SaidNodeView({ data: { said, at } }: NodeProps<SaidNode>) {
  const t = useTranslations('editor.canvas');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, this is not.
    <div
      role="group"
      aria-label={t('saidName', { number: at.number, step: at.step })}
      data-reference={`step:${said.stepId}`}
      className="map-said"
    >
      {said.scores.map((score) => (
        <Score key={`${score.box.y}`} score={score} origin={said.box} />
      ))}
      {said.quotes.map((quote) => (
        <Quote key={quote.id} quote={quote} origin={said.box} />
      ))}
    </div>
  );
});
