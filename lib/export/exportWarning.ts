import type { MermaidLossKind } from '@/lib/map/mermaid/mermaidLosses';

/**
 * What the person who exports should know. `paper` (`a4` … `a0`) is the smallest on which the text can be read, if there is one.
 * `mermaidLoss`: so much of one kind (cards, transitions, …) has no place in a Mermaid journey.
 */
export type ExportWarning =
  | { code: 'textTooSmall'; points: number; paper: string | null }
  | { code: 'mermaidLoss'; kind: MermaidLossKind; count: number };
