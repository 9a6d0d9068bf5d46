import { z } from 'zod';

/** How a step or card is known, weakest first. */
export const evidenceLevels = ['assumed', 'observed', 'measured', 'confirmed'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];
export const evidenceLevelSchema = z.enum(evidenceLevels);
