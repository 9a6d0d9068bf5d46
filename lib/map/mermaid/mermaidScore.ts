import type { ArrangedStep } from '../arrange';
import type { Persona } from '../persona';

/** Scores that Mermaid's documentation allows. Real files have others. */
export const minScore = 1;
export const maxScore = 5;

/** The score in the middle of Mermaid's scale is the feeling 0. */
export const middleScore = (minScore + maxScore) / 2;

/** The nearest whole score of a feeling. Halves go away from the middle: a slight annoyance is not nothing. */
export function toScore(feeling: number): number {
  return middleScore + Math.sign(feeling) * Math.round(Math.abs(feeling));
}

/** What the personas feel at a step, the main one first. */
export function feelingsOf(step: ArrangedStep, personas: readonly Persona[]): { persona: Persona; value: number }[] {
  return personas.flatMap((persona) => {
    const value = step.emotions.get(persona.id);
    return value === undefined ? [] : [{ persona, value }];
  });
}
