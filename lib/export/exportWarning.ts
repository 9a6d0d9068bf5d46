import type { MermaidLossKind } from '@/lib/map/mermaid/mermaidLosses';

/**
 * What the person who exports should know. `paper` (`a4` … `a0`) is the smallest on which the text can be read, if there is one.
 * `filesNotIncluded`: a JSON file refers to so many pictures and files and does not hold their bytes.
 * `baselineNotIncluded`: the JSON file of a future state does not say which version that starts from, as whoever asks may not see it (`all`), or not what was
 * on it, as that is not here or cannot be read (`content`).
 * `mermaidLoss`: so much of one kind (cards, transitions, …) has no place in a Mermaid journey.
 */
export type ExportWarning =
  | { code: 'textTooSmall'; points: number; paper: string | null }
  | { code: 'filesNotIncluded'; count: number }
  | { code: 'baselineNotIncluded'; what: 'all' | 'content' }
  | { code: 'mermaidLoss'; kind: MermaidLossKind; count: number };
