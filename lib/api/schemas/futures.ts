import { z } from 'zod';
import { changeStates } from '@/lib/document/future/currentChange';
import { sourcePlaces } from '@/lib/versions/future/describeFuture';
import { id, moment } from './common';
import { differenceSchema } from './comparison';

export const originSchema = z
  .object({
    source: z
      .object({
        place: z
          .enum(sourcePlaces)
          .describe(
            '`here`: the person can open it. `bin`: it lies in the bin of the workspace. `away`: it was removed, is where they have no part, or never was in this installation.',
          ),
        mapId: id.nullable().describe('Only where they can open it.'),
        title: z.string(),
      })
      .describe('The current state.'),
    version: z.object({
      number: z.number().int(),
      name: z.string(),
      at: moment,
      isThere: z.boolean().describe('Whether it can be looked at. What was on it is kept here all the same.'),
    }),
    wasBaseline: z.boolean().describe('Whether it was signed off when the future state was made.'),
    isBaseline: z.boolean().describe('Whether it is signed off by now.'),
    hasContent: z.boolean().describe('Whether what was on it is kept here, so that it can be compared.'),
    fromFile: z
      .boolean()
      .describe('Whether all of this is what a file said from which the map was made, and not what was found here.'),
  })
  .meta({ id: 'Baseline', description: 'The version that a future state starts from.' });

export const listedFutureSchema = z
  .object({
    mapId: id,
    title: z.string(),
    versionNumber: z.number().int().describe('The version that it starts from.'),
    wasBaseline: z.boolean(),
    fromFile: z.boolean().describe('Whether this is what a file said from which the map was made.'),
  })
  .meta({ id: 'FutureState' });

export const currentChangeSchema = z
  .object({
    key: z.string().describe('By what it is taken over or left.'),
    within: z
      .string()
      .nullable()
      .describe('The key of the change with which it came or went, as a card with its step, and is taken over; null: by itself.'),
    state: z
      .enum(changeStates)
      .describe(
        '`open`: the future state still says what its baseline said there. `conflict`: it says something else by now. `taken`: it says so as well, or has taken it over. `gone`: it no longer has what the change is about.',
      ),
    left: z.boolean().describe('Whether somebody decided not to take it over, as it is now.'),
    difference: differenceSchema,
  })
  .meta({ id: 'CurrentChange', description: 'Something that the current state has changed since.' });
