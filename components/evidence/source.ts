import type { Figure } from '@/lib/evidence/figures/figure';
import type { SourceKind, SurveyBasis } from '@/lib/evidence/sourceKind';

/** A source of evidence, as pages show it. */
export type Source = {
  id: string;
  workspaceId: string;
  kind: SourceKind;
  basis: SurveyBasis | null;
  name: string;
  retentionDays: number | null;
};

/** A source in the list, with what is in it. `days`: YYYY-MM-DD; `lastImport`: ISO 8601. */
export type ListedSource = Source & {
  answers: number;
  days: { first: string; last: string } | null;
  lastImport: string | null;
  scores: { number: number; label: string; figure: Figure }[];
};

/** What somebody may do with sources: read single answers, change sources and import, or look at scores only. */
export type SourceRights = { mayManage: boolean; mayImport: boolean; mayReadAnswers: boolean; mayErase: boolean };

/** The path of a source's page. */
export const pathOfSource = ({ workspaceId, id }: Pick<Source, 'workspaceId' | 'id'>): string =>
  `/workspace/${workspaceId}/evidence/${id}`;
