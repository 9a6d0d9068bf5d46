import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { GateTally } from './GateTally';

/** The first slide: whose journey it is, to get what done, and how it stands; the map lies beside it, on a phone below. */
export function TitleWords({ map, labels }: { map: ArrangedMap; labels: LayoutLabels }) {
  const t = useTranslations('present');
  const { meta, personas, stages, steps } = map;
  const names = personas.map(({ name }) => name.trim()).filter(Boolean);
  return (
    <div className="wrap-anywhere absolute inset-x-0 top-0 flex h-[54%] flex-col justify-center gap-3 overflow-hidden px-6 pt-4 md:right-auto md:h-[calc(100%-4rem)] md:w-[44%] md:gap-6 md:pr-8 md:pl-16">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft text-sm md:text-base">
        <Badge tone="strong">{labels.mapKind[meta.kind]}</Badge>
        <span className="max-sm:hidden">{t('counts', { stages: stages.length, steps: steps.length })}</span>
        {meta.asOf ? <span>{labels.asOf(meta.asOf)}</span> : null}
      </p>
      <h2 className="line-clamp-4 text-balance pb-1 font-bold text-3xl leading-tight tracking-tight sm:text-4xl md:text-5xl md:leading-[1.12] xl:text-6xl">
        {meta.title.trim() || t('untitled')}
      </h2>
      <p className="line-clamp-4 text-pretty text-base text-ink-soft md:text-xl">
        {names.length > 0 ? <strong className="text-ink">{names.join(' · ')}</strong> : null}
        {names.length > 0 && meta.scenario.trim() ? ' ' : null}
        {meta.scenario.trim()}
      </p>
      {meta.goal.trim() ? (
        <p className="line-clamp-3 text-base md:text-lg">
          <span className="text-ink-soft">{labels.goal}</span> {meta.goal.trim()}
        </p>
      ) : null}
      <div className="text-sm md:text-lg">
        <GateTally map={map} />
      </div>
    </div>
  );
}
