import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { type ArrangedMap, type ArrangedStep, cellKey } from '@/lib/map/arrange';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { feelingsOf } from '@/lib/map/mermaid/mermaidScore';
import type { MermaidRemarks } from '@/lib/map/mermaid/toMermaid';

/** One line of a comment: what it is, and what it says; nothing when it says nothing. */
const line = (what: string, ...words: readonly string[]): string[] => {
  const said = words.map((word) => word.trim()).filter((word) => word !== '');
  return said.length > 0 ? [`${what}: ${said.join(' · ')}`] : [];
};

/** What Mermaid has no place for, in words, for the comments of its file. */
export function mermaidRemarks(labels: LayoutLabels, locale: Locale): MermaidRemarks {
  const t = translatorOf(locale, 'export');
  const laneName = ({ title, kind }: ArrangedMap['lanes'][number]): string => title.trim() || labels.laneKind[kind];
  const nameOfStep = (map: ArrangedMap, id: string | null): string => map.steps.find((step) => step.id === id)?.title ?? '';
  const minutes = (key: 'duration' | 'waiting', value: number | undefined): string =>
    value === undefined ? '' : t(`remarks.${key}`, { minutes: value });

  const transitionsOf = (step: ArrangedStep, map: ArrangedMap): string[] =>
    map.transitions
      .filter(({ from }) => from === step.id)
      .flatMap(({ kind, to, label, share }) =>
        line(labels.transition[kind], nameOfStep(map, to), label, share === undefined ? '' : labels.share(share)),
      );

  return {
    map: (map) => [
      ...line(labels.mapKind[map.meta.kind], map.meta.asOf === '' ? '–' : labels.asOf(map.meta.asOf)),
      ...line(labels.goal.replace(/:$/, ''), map.meta.goal),
      ...line(t('remarks.notes'), map.meta.notes),
      ...map.personas.flatMap(({ name, description }) => line(t('remarks.persona'), name, description)),
      ...line(t('remarks.lanes'), map.lanes.map(laneName).join(', ')),
      ...map.unplacedCards.flatMap(({ text }) => line(labels.unplacedStage, text)),
    ],
    step: (step, map) => [
      ...map.lanes.flatMap((lane) =>
        (map.cells.get(cellKey(step.id, lane.id)) ?? []).flatMap(({ text }) => line(laneName(lane), text)),
      ),
      ...step.touchpoints.flatMap(({ channel, name }) => line(labels.laneKind.touchpoints, labels.channel(channel), name)),
      ...step.departments.flatMap(({ name, role }) => line(t(`remarks.${role}`), name)),
      ...feelingsOf(step, map.personas).flatMap(({ persona, value }) =>
        line(labels.emotion, persona.name, labels.emotionValue(value)),
      ),
      ...(step.moment ? line(labels.moment, labels.gate[step.moment.gate]) : []),
      ...line(t('remarks.stays'), step.moment?.stays ?? ''),
      ...line(t('remarks.leaves'), step.moment?.leaves ?? ''),
      ...transitionsOf(step, map),
      ...line(t('remarks.time'), minutes('duration', step.duration), minutes('waiting', step.waiting)),
      ...(step.evidenceLevel === 'assumed' ? [] : line(t('remarks.evidenceLevel'), labels.evidence[step.evidenceLevel])),
      ...line(t('remarks.notes'), step.notes),
    ],
  };
}
