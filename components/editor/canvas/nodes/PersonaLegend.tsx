import { useTranslations } from 'use-intl';
import { sampleWidth } from '@/lib/map/layout/emotionCurve';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { CurveLayout } from '@/lib/map/layout/types';
import { showPersona } from '../../commands/personaView';
import { useCanvas } from '../CanvasContext';
import { PersonaSample } from './PersonaSample';
import { TextLines } from './TextLines';

/** The names of the personas at the curve, as buttons: one of them alone, or all over one another. */
export function PersonaLegend({ curve }: { curve: CurveLayout }) {
  const t = useTranslations('editor');
  const canvas = useCanvas();
  const { box, legend, title } = curve;
  if (legend.length === 0) return null;
  const all = legend.every(({ shown }) => shown);
  const titleLine = title.lines[0];
  // The view follows the keyboard: the browser itself must not scroll the map.
  const reveal = (): void => canvas.view.reveal({ ...box, width: legend[0]?.box.width ?? 0 });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, this is not.
    <div role="group" aria-label={t('canvas.personasShown')}>
      <button
        type="button"
        aria-pressed={all}
        data-own-pointer
        className="map-persona map-persona-all nopan"
        style={{ left: (titleLine ? titleLine.x + titleLine.width - box.x : 0) + 8, top: 10 }}
        onFocus={reveal}
        onClick={() => showPersona(canvas.context(), null)}
      >
        {t('canvas.personasAll')}
      </button>
      {legend.map((entry) => {
        const name = wordsOf(entry.name) || t('inspector.personaUnnamed');
        const origin = { x: entry.box.x - 4, y: entry.box.y };
        return (
          <button
            key={entry.personaId}
            type="button"
            aria-pressed={entry.shown && !all}
            aria-label={t('canvas.personaAlone', { name })}
            title={t('canvas.personaAlone', { name })}
            data-own-pointer
            className="map-persona nopan"
            style={{ left: origin.x - box.x, top: origin.y - box.y, width: entry.box.width + 8, height: entry.box.height }}
            onFocus={reveal}
            onClick={() => showPersona(canvas.context(), entry.shown && !all ? null : entry.personaId)}
          >
            <PersonaSample
              index={entry.index}
              x={entry.sampleAt.x - origin.x}
              y={entry.sampleAt.y - origin.y}
              width={sampleWidth}
            />
            <TextLines text={entry.name} origin={origin} colour={entry.shown ? 'var(--ink-soft)' : 'var(--ink-muted)'} />
          </button>
        );
      })}
    </div>
  );
}
