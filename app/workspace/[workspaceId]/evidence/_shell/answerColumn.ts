import type { AnswerColumn } from '@/components/evidence/answers/answer';
import type { EvidenceColumn } from '@/lib/data/evidence/columns';

/** A column as answers are shown with it. */
export function toAnswerColumn(column: EvidenceColumn): AnswerColumn {
  const { number, kind, name, label } = column;
  return { number, kind, label: label || name, metric: column.kind === 'score' ? column.scale.metric : null };
}
