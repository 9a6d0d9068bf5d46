import { useTranslations } from 'use-intl';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { LayoutLabels } from '@/lib/map/layout/types';
import type { Transition } from '@/lib/map/transition';

/** A way from a step to another one, or out, as a sentence. */
export function useWaySentence(map: ArrangedMap, labels: LayoutLabels): (way: Transition) => string {
  const t = useTranslations('view.journey');
  return ({ kind, from, to, label, share }) => {
    const name = from === to ? labels.loop : labels.transition[kind];
    const number = map.steps.find(({ id }) => id === to)?.number;
    const said = label.trim();
    const toStep = number !== undefined && from !== to;
    const way = toStep
      ? said
        ? t('to', { kind: name, number, label: said })
        : t('toPlain', { kind: name, number })
      : said
        ? t('out', { kind: name, label: said })
        : name;
    return share === undefined ? way : t('share', { way, share: labels.share(share) });
  };
}
