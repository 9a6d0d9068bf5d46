import { useFormatter, useTranslations } from 'use-intl';
import { setEmotion } from '@/lib/document/operations/emotions';
import { markMoment, unmarkMoment } from '@/lib/document/operations/moments';
import { setStepDuration, setStepEvidenceLevel } from '@/lib/document/operations/stepFacts';
import type { ArrangedStep } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import type { Emphasis } from '@/lib/map/emphasis';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { parseMinutes, toMinutesText } from '@/lib/map/minutes';
import { gates } from '@/lib/map/moment';
import { emotionWord } from '../canvas/nodes/emotionWord';
import { EvidenceDisc, Face, MomentSign } from '../canvas/nodes/signs';
import { useEditor } from '../session/EditorContext';
import { CardsContent } from './CardsContent';
import { CardsEditor } from './CardsEditor';
import { ChoiceEditor } from './ChoiceEditor';
import { NumberEditor } from './NumberEditor';
import { parseEmotion } from './parseEmotion';
import type { OpenHow } from './TableContext';
import { TitleEditor } from './TitleEditor';
import type { TableColumn } from './tableGrid';
import { toTouchpointName } from './touchpointName';

type Props = { step: ArrangedStep; column: TableColumn; cards: readonly Card[] };
/** `match`: what the filter finds; null while there is none. */
type ContentProps = Props & { match: Emphasis | null };

/** What a closed cell of a step shows. */
export function StepCellContent({ step, column, cards, match, here }: ContentProps & { here: boolean }) {
  const t = useTranslations('tableView');
  const words = useTranslations('canvas');
  const inspector = useTranslations('editor.inspector');
  const filter = useTranslations('filter');
  const format = useFormatter();
  const isOutside = match !== null && !match.steps.has(step.id);
  const empty = <span className="sr-only">{t('empty')}</span>;
  switch (column.type) {
    case 'title':
      return (
        <>
          <span className="mr-2 text-ink-soft tabular-nums">{step.number}</span>
          <span className={isOutside ? 'wrap-anywhere font-semibold text-ink-faint' : 'wrap-anywhere font-semibold'}>
            {step.title === '' ? t('untitledStep') : step.title}
          </span>
          {isOutside ? <span className="sr-only"> ({filter('outside')})</span> : null}
        </>
      );
    case 'emotion': {
      const value = step.emotions.get(column.persona.id);
      if (value === undefined) return empty;
      const number = format.number(value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).replace('-', '−');
      return (
        <span className="flex items-center gap-2">
          <svg viewBox="0 0 28 28" className="size-6 shrink-0" aria-hidden="true">
            <Face value={value} x={14} y={14} radius={12} />
          </svg>
          <span className="tabular-nums">{number}</span>
          <span className="sr-only">{words(`emotionWord.${emotionWord(value)}`)}</span>
        </span>
      );
    }
    case 'moment':
      return step.moment ? (
        <span className="flex items-center gap-2">
          <svg viewBox="0 0 24 24" className="size-5 shrink-0" aria-hidden="true">
            <MomentSign gate={step.moment.gate} x={12} y={12} radius={11} />
          </svg>
          {words(`gate.${step.moment.gate}`)}
        </span>
      ) : (
        empty
      );
    case 'lane':
      return (
        <CardsContent
          stepId={step.id}
          cards={cards}
          touchpoints={column.lane.kind === 'touchpoints' ? step.touchpoints : []}
          match={match}
          here={here}
        />
      );
    case 'touchpoints':
      return step.touchpoints.length === 0
        ? empty
        : step.touchpoints.map((touchpoint) => toTouchpointName(touchpoint, (channel) => words(`channel.${channel}`))).join(', ');
    case 'departments':
      return step.departments.length === 0
        ? empty
        : step.departments.map(({ name, role }) => `${name} (${inspector(`role.${role}`)})`).join(', ');
    case 'duration':
      return step.duration === undefined ? empty : toMinutesText(step.duration);
    case 'evidenceLevel':
      return (
        <span className="flex items-center gap-2">
          <svg viewBox="0 0 20 20" className="size-4 shrink-0" aria-hidden="true">
            <EvidenceDisc level={step.evidenceLevel} x={10} y={10} radius={8} />
          </svg>
          {words(`evidenceLevel.${step.evidenceLevel}`)}
        </span>
      );
  }
}

/** Columns whose cells are written in the details, not in the table. */
export const isWrittenInDetails = ({ type }: TableColumn): boolean => type === 'touchpoints' || type === 'departments';

/** The field of an open cell. Null for what is written in the details. */
export function StepCellEditor({ step, column, cards, how }: Props & { how: OpenHow }) {
  const t = useTranslations('tableView');
  const words = useTranslations('canvas');
  const inspector = useTranslations('editor.inspector');
  const { doc } = useEditor();
  const { id: stepId } = step;
  switch (column.type) {
    case 'title':
      return (
        <TitleEditor
          reference={{ type: 'step', id: stepId, field: 'title' }}
          label={t('stepTitle', { number: step.number })}
          placeholder={inspector('stepTitleHint')}
          all={how === 'writeOver'}
        />
      );
    case 'emotion': {
      const value = step.emotions.get(column.persona.id);
      return (
        <NumberEditor
          label={inspector('emotionOf', { name: column.persona.name || inspector('personaUnnamed') })}
          text={how === 'writeOver' || value === undefined ? '' : String(value).replace('-', '−')}
          parse={parseEmotion}
          problem={t('emotionProblem')}
          onChange={(next) => setEmotion(doc, { stepId, personaId: column.persona.id, value: next })}
        />
      );
    }
    case 'duration':
      return (
        <NumberEditor
          label={inspector('duration')}
          text={how === 'writeOver' ? '' : toMinutesText(step.duration)}
          parse={parseMinutes}
          problem={inspector('minutesError')}
          onChange={(minutes) => setStepDuration(doc, { id: stepId, minutes })}
        />
      );
    case 'moment':
      return (
        <ChoiceEditor
          label={words('moment')}
          value={step.moment?.gate ?? 'none'}
          options={[
            { value: 'none', label: t('noMoment') },
            ...gates.map((gate) => ({ value: gate, label: words(`gate.${gate}`) })),
          ]}
          onChange={(gate) => (gate === 'none' ? unmarkMoment(doc, { stepId }) : markMoment(doc, { stepId, gate }))}
        />
      );
    case 'evidenceLevel':
      return (
        <ChoiceEditor
          label={inspector('evidenceLevel')}
          value={step.evidenceLevel}
          options={evidenceLevels.map((level) => ({ value: level, label: words(`evidenceLevel.${level}`) }))}
          onChange={(evidenceLevel) => setStepEvidenceLevel(doc, { id: stepId, evidenceLevel })}
        />
      );
    case 'lane':
      return <CardsEditor stepId={stepId} laneId={column.lane.id} cards={cards} beginNew={how !== 'goOn'} />;
    default:
      return null;
  }
}
