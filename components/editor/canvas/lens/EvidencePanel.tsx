'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { tallyEvidence } from '@/lib/map/evidenceTally';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { EvidenceDisc } from '../nodes/signs';

/** How much of the map is known how well. Open while what is only assumed is hatched on the map. */
export function EvidencePanel() {
  const t = useTranslations('editor.lens.evidence');
  const levels = useTranslations('canvas.evidenceLevel');
  const format = useFormatter();
  const canvas = useCanvas();
  const { map } = useMapIndex();
  const { steps, cards, stepCount } = tallyEvidence(map);
  const numbers = 'py-1 pl-3 text-right tabular-nums';
  return (
    <>
      <p className="font-semibold text-base" role="status">
        {stepCount === 0 ? t('none') : t('summary', { count: steps.assumed, total: stepCount })}
      </p>
      <table className="mt-3 w-full text-sm">
        <thead className="text-ink-soft text-xs">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">
              {t('level')}
            </th>
            <th scope="col" className={`${numbers} font-medium`}>
              {t('steps')}
            </th>
            <th scope="col" className={`${numbers} font-medium`}>
              {t('cards')}
            </th>
          </tr>
        </thead>
        <tbody>
          {evidenceLevels.map((level) => (
            <tr key={level} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-normal">
                <span className="flex items-center gap-2">
                  <svg viewBox="0 0 20 20" className="size-5 shrink-0" aria-hidden="true">
                    <EvidenceDisc level={level} x={10} y={10} radius={8} />
                  </svg>
                  {levels(level)}
                </span>
              </th>
              <td className={numbers}>{format.number(steps[level])}</td>
              <td className={numbers}>{format.number(cards[level])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="my-3 text-ink-soft text-sm">{t('hint')}</p>
      <Button size="sm" onClick={() => canvas.commands.run('toggleEvidenceView')}>
        {t('off')}
      </Button>
    </>
  );
}
