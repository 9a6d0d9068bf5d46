import { useTranslations } from 'use-intl';
import { toLongDate } from '@/lib/export/labels';
import { localeSchema } from '@/lib/i18n/locale';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { Fact } from './Fact';
import { StepText } from './StepText';

/** The journey as headings and lists: for reading, and for whoever cannot see the picture. */
export function JourneyText({ map, labels }: { map: ArrangedMap; labels: LayoutLabels }) {
  const t = useTranslations('view.journey');
  const { meta, personas, stages, steps } = map;
  const locale = localeSchema.catch('en').parse(labels.locale);
  return (
    <section
      aria-label={t('label')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll what is longer than the window.
      tabIndex={0}
      className="absolute inset-0 overflow-y-auto -outline-offset-2"
    >
      <div className="wrap-anywhere mx-auto max-w-3xl px-4 py-8 sm:px-6">
        <dl className="space-y-1">
          <Fact name={t('persona')}>
            {personas
              .map(({ name }) => name.trim())
              .filter(Boolean)
              .join(' · ')}
          </Fact>
          <Fact name={t('scenario')}>{meta.scenario}</Fact>
          <Fact name={t('goal')}>{meta.goal}</Fact>
          <Fact name={t('asOf')}>{meta.asOf === '' ? '' : toLongDate(meta.asOf, locale)}</Fact>
        </dl>
        {steps.length === 0 ? <p className="mt-8 text-ink-soft">{t('noSteps')}</p> : null}
        {stages.map((stage) => (
          <section key={stage.id} className="mt-10">
            <h2 className="border-ink border-b-2 pb-2 font-bold text-2xl">
              {stage.unplaced ? t('unplaced') : stage.title.trim() || t('untitledStage')}
            </h2>
            {stage.steps.map((step) => (
              <StepText key={step.id} step={step} map={map} labels={labels} />
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}
