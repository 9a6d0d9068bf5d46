import { type AnswerLimits, usualLimits } from '@/lib/evidence/figures/answerLimits';
import { appendAudit } from '../audit';
import { clientOf, type Database, type Transaction } from '../database';
import { lockWorkspace } from '../memberships';

/** From how many answers on a workspace shows scores; the usual limits for one that is not there. */
export async function findAnswerLimits(db: Database | Transaction, workspaceId: string): Promise<AnswerLimits> {
  const select = { scoreAnswers: true, firmAnswers: true } as const;
  const row = await clientOf(db).workspace.findUnique({ where: { id: workspaceId }, select });
  return row ? { score: row.scoreAnswers, firm: row.firmAnswers } : usualLimits;
}

/** Changes the limits of a workspace, with an entry in the audit log. False when they already are the same. */
export function setAnswerLimits(
  db: Database,
  { workspaceId, limits: { score, firm }, actorId }: { workspaceId: string; limits: AnswerLimits; actorId: string },
): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const before = await findAnswerLimits(tx, workspaceId);
    if (before.score === score && before.firm === firm) return false;
    await tx.workspace.update({ where: { id: workspaceId }, data: { scoreAnswers: score, firmAnswers: firm } });
    const detail = { scoreBefore: before.score, scoreAfter: score, firmBefore: before.firm, firmAfter: firm };
    await appendAudit(tx, { action: 'evidence.limitsChanged', actorId, workspaceId, detail });
    return true;
  });
}
