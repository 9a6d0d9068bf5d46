import { z } from 'zod';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema } from './text';

/** A department of the company. `colour` names an entry of the palette (lib/map/palette.ts). */
export const departmentSchema = z.object({
  id: idSchema,
  order: orderSchema,
  name: z.string().max(200).default(''),
  colour: z.string().max(32).default('slate'),
  deletedAt: deletedAtSchema,
});
export type Department = z.infer<typeof departmentSchema>;

export const departmentRoles = ['responsible', 'involved'] as const;
export type DepartmentRole = (typeof departmentRoles)[number];

/** That a department has a part in a step. Stored under the key `stepId:departmentId`. */
export const stepDepartmentSchema = z.object({
  stepId: idSchema,
  departmentId: idSchema,
  role: z.enum(departmentRoles).default('involved'),
});
export type StepDepartment = z.infer<typeof stepDepartmentSchema>;
