import { useTranslations } from 'use-intl';
import type { Picture } from '@/components/picture/usePicture';
import { cellKey } from '@/lib/map/arrange';
import type { Slide } from '@/lib/map/slides';
import { GateTally } from './GateTally';
import { MomentWords } from './MomentWords';
import { PartText, PartWords } from './PartWords';
import { TitleWords } from './TitleWords';
import { useSlideName } from './useSlideName';

/** What a slide says beside the part of the map that it shows. */
export function SlideWords({ slide, picture: { index, labels } }: { slide: Slide; picture: Picture }) {
  const t = useTranslations('present');
  const { map } = index;
  const { stageTitle, stageNumber, stepTitle, stepOf } = useSlideName(map);
  switch (slide.kind) {
    case 'title':
      return <TitleWords map={map} labels={labels} />;
    case 'end':
      return (
        <div className="absolute inset-x-0 top-0 flex h-28 flex-col justify-end gap-1 overflow-hidden px-4 md:h-[8.5rem] md:px-12">
          <p className="font-semibold text-ink-soft text-sm md:text-base">{t('endEyebrow')}</p>
          <h2 className="line-clamp-1 font-bold text-2xl leading-tight tracking-tight md:text-4xl">
            {map.meta.title.trim() || t('untitled')}
          </h2>
          <div className="text-sm md:text-base">
            <GateTally map={map} />
          </div>
        </div>
      );
    case 'stage': {
      const steps = map.stages.find(({ id }) => id === slide.stageId)?.steps ?? [];
      return (
        <>
          <PartWords
            eyebrow={t('stageEyebrow', { number: stageNumber(slide.stageId), count: map.stages.length })}
            title={stageTitle(slide.stageId)}
            aside={t('stageSteps', { count: steps.length })}
          />
          <PartText
            rows={steps.map(({ id, number, departments }) => ({
              key: id,
              name: t('step', { number, title: stepTitle(id) }),
              texts: departments.map(({ name }) => name),
            }))}
          />
        </>
      );
    }
    case 'step': {
      const step = stepOf(slide.stepId);
      const lanes = map.lanes.map((lane) => ({
        key: lane.id,
        name: lane.title.trim() || labels.laneKind[lane.kind],
        texts: (map.cells.get(cellKey(slide.stepId, lane.id)) ?? []).map(({ text }) => text),
      }));
      return (
        <>
          <PartWords
            eyebrow={`${t('stepEyebrow', { number: step?.number ?? 0, count: map.steps.length })} · ${stageTitle(slide.stageId)}`}
            title={stepTitle(slide.stepId)}
          />
          <PartText rows={lanes.filter(({ texts }) => texts.length > 0)} />
        </>
      );
    }
    case 'moment': {
      const step = stepOf(slide.stepId);
      return step ? <MomentWords step={step} title={stepTitle(slide.stepId)} /> : null;
    }
  }
}
