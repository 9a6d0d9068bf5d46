import { useStore as useFlowStore } from '@xyflow/react';
import { useTranslations } from 'use-intl';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { sampleWidth } from '@/lib/map/layout/emotionCurve';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { CurveLayout, Point } from '@/lib/map/layout/types';
import { showPersona } from '../../commands/personaView';
import { useCanvas } from '../CanvasContext';
import { PersonaSample } from './PersonaSample';
import { TextLines } from './TextLines';

type Entry = CurveLayout['legend'][number];
type Choice = { alone: Entry | null; choose(personaId: string | null): void; reveal(): void; nameOf(entry: Entry): string };

/** Below this zoom a row of the legend is too small for a hand; above it, rounding apart, it is not. */
const rowZoom = 0.99;
/** Pixels of the screen that a hand needs. */
const leastTarget = 24;

/** Which persona's emotions are shown, and how to choose others. */
function useChoice({ box, legend }: CurveLayout): Choice {
  const t = useTranslations('editor');
  const canvas = useCanvas();
  const shown = legend.filter((entry) => entry.shown);
  return {
    alone: shown.length === 1 && legend.length > 1 ? (shown[0] ?? null) : null,
    choose: (personaId) => showPersona(canvas.context(), personaId),
    // The view follows the keyboard: the browser itself must not scroll the map.
    reveal: () => canvas.view.reveal({ ...box, width: legend[0]?.box.width ?? 0 }),
    nameOf: (entry) => t('canvas.personaAlone', { name: wordsOf(entry.name) || t('inspector.personaUnnamed') }),
  };
}

function Row({ entry, origin }: { entry: Entry; origin: Point }) {
  return (
    <>
      <PersonaSample
        index={entry.index}
        x={entry.sampleAt.x - origin.x}
        y={entry.sampleAt.y - origin.y}
        width={sampleWidth}
        faint={!entry.shown}
      />
      <TextLines text={entry.name} origin={origin} colour={entry.shown ? 'var(--ink-soft)' : 'var(--ink-muted)'} />
    </>
  );
}

/** A button for each persona, and one for all. */
function LegendButtons({ curve, choice }: { curve: CurveLayout; choice: Choice }) {
  const t = useTranslations('editor.canvas');
  const { box, legend, title } = curve;
  const { alone, choose, reveal, nameOf } = choice;
  const titleLine = title.lines[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, this is not.
    <div role="group" aria-label={t('personasShown')}>
      <button
        type="button"
        aria-pressed={alone === null}
        data-own-pointer
        className="map-persona map-persona-all nopan"
        style={{ left: (titleLine ? titleLine.x + titleLine.width - box.x : 0) + 8, top: 10 }}
        onFocus={reveal}
        onClick={() => choose(null)}
      >
        {t('personasAll')}
      </button>
      {legend.map((entry) => {
        const origin = { x: entry.box.x - 4, y: entry.box.y };
        const pressed = entry === alone;
        return (
          <button
            key={entry.personaId}
            type="button"
            aria-pressed={pressed}
            aria-label={nameOf(entry)}
            title={nameOf(entry)}
            data-own-pointer
            className="map-persona nopan"
            style={{ left: origin.x - box.x, top: origin.y - box.y, width: entry.box.width + 8, height: entry.box.height }}
            onFocus={reveal}
            onClick={() => choose(pressed ? null : entry.personaId)}
          >
            <Row entry={entry} origin={origin} />
          </button>
        );
      })}
    </div>
  );
}

/** The whole legend as one button, for where its rows are too small; it opens the same choice. */
function LegendMenu({ curve, choice }: { curve: CurveLayout; choice: Choice }) {
  const t = useTranslations('editor.canvas');
  const { box, legend } = curve;
  const { alone, choose, reveal, nameOf } = choice;
  const least = useFlowStore(({ transform }) => Math.ceil(leastTarget / transform[2]));
  const [first, last] = [legend[0]?.box, legend.at(-1)?.box];
  if (!first || !last) return null;
  const current = alone ? nameOf(alone) : t('personasAll');
  return (
    <>
      {legend.map((entry) => (
        <Row key={entry.personaId} entry={entry} origin={box} />
      ))}
      <Menu
        trigger={
          <button
            type="button"
            aria-label={t('personasShownNow', { what: current })}
            title={t('personasShownNow', { what: current })}
            data-own-pointer
            className="map-persona nopan"
            style={{
              ...{ left: first.x - box.x - 4, top: first.y - box.y },
              ...{ width: first.width + 8, height: last.y + last.height - first.y, minWidth: least, minHeight: least },
            }}
            onFocus={reveal}
          />
        }
      >
        <MenuChoice
          label={t('personasShown')}
          value={alone?.personaId ?? ''}
          options={[
            { value: '', label: t('personasAll') },
            ...legend.map((entry) => ({ value: entry.personaId, label: nameOf(entry) })),
          ]}
          onChange={(id) => choose(id === '' ? null : id)}
        />
      </Menu>
    </>
  );
}

/** The names of the personas at the curve, to choose by: one of them alone, or all over one another. */
export function PersonaLegend({ curve }: { curve: CurveLayout }) {
  const near = useFlowStore(({ transform }) => transform[2] >= rowZoom);
  const choice = useChoice(curve);
  if (curve.legend.length === 0) return null;
  return near ? <LegendButtons curve={curve} choice={choice} /> : <LegendMenu curve={curve} choice={choice} />;
}
