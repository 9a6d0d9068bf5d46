import { type ArrangedMap, cellKey } from './arrange';
import type { Card } from './card';
import { type EvidenceLevel, evidenceLevels } from './evidenceLevel';
import type { Step } from './step';

/** How a card is known: as it says itself, else as its step is. */
export function levelOfCard(card: Pick<Card, 'evidenceLevel'>, step: Pick<Step, 'evidenceLevel'> | undefined): EvidenceLevel {
  return card.evidenceLevel ?? step?.evidenceLevel ?? 'assumed';
}

/** So many of each level. */
export type LevelCounts = Record<EvidenceLevel, number>;
export type EvidenceTally = { steps: LevelCounts; cards: LevelCounts; stepCount: number; cardCount: number };

const none = (): LevelCounts => Object.fromEntries(evidenceLevels.map((level) => [level, 0])) as LevelCounts;

/** How much of a map is known how well: its steps, and the cards that lie in them. */
export function tallyEvidence(map: Pick<ArrangedMap, 'steps' | 'lanes' | 'cells'>): EvidenceTally {
  const tally: EvidenceTally = { steps: none(), cards: none(), stepCount: map.steps.length, cardCount: 0 };
  for (const step of map.steps) {
    tally.steps[step.evidenceLevel]++;
    for (const lane of map.lanes) {
      for (const card of map.cells.get(cellKey(step.id, lane.id)) ?? []) {
        tally.cards[levelOfCard(card, step)]++;
        tally.cardCount++;
      }
    }
  }
  return tally;
}
