import type { AskedScore } from '@/lib/evidence/sinceThen';
import { type EvidenceLink, evidenceKey } from '@/lib/map/evidenceLink';
import { linkKey } from '@/lib/map/listLinks';
import type { VersionEvidence } from './versionEvidence';

/**
 * Whether what is linked to something was linked to it in a version, too.
 *
 * - `same`: the same sources, parts and answers.
 * - `other`: others, from which a difference may come as well.
 * - `none`: nothing was.
 * - `notKept`: no figure is kept of it, as of all links together to a card, way or moment.
 */
export const linkedThen = ['same', 'other', 'none', 'notKept'] as const;
export type LinkedThen = (typeof linkedThen)[number];

/** What links had come to when a version was kept. */
export type Then = { linked: LinkedThen; scores: readonly AskedScore[] };

/** The figures of a version, to be asked for what they were. */
export type FiguresThen = {
  /** Of a link by itself; one that was taken off and made again is the same. */
  ofLink(link: EvidenceLink): Then;
  /** Of a step by all the links to it, which are those that it has now. */
  ofStep(stepId: string, links: readonly EvidenceLink[]): Then;
  /** Of something else by all the links to it: only what a single link came to was kept. */
  ofOther(links: readonly EvidenceLink[]): Then;
};

const saidBy = (links: readonly EvidenceLink[]): string => JSON.stringify(links.map(evidenceKey).sort());

/** `links`: those that were on the map of the version. */
export function toFiguresThen(kept: VersionEvidence, links: readonly EvidenceLink[]): FiguresThen {
  const sums = new Map(kept.links.map((sum) => [sum.linkId, sum]));
  const steps = new Map(kept.steps.map((sum) => [sum.stepId, sum]));
  const byId = new Map(links.map((link) => [link.id, link]));
  const byKey = new Map(links.map((link) => [linkKey(link), link]));
  const ofLink = (link: EvidenceLink): Then => {
    const same = byId.get(link.id);
    const then = (same && evidenceKey(same) === evidenceKey(link) ? same : byKey.get(linkKey(link))) ?? same;
    const sum = then && sums.get(then.id);
    if (!sum) return { linked: 'none', scores: [] };
    return { linked: evidenceKey(then) === evidenceKey(link) ? 'same' : 'other', scores: sum.scores };
  };
  return {
    ofLink,
    ofStep(stepId, now) {
      const sum = steps.get(stepId);
      const then = links.filter(({ target }) => target.type === 'step' && target.id === stepId);
      if (!sum || then.length === 0) return { linked: 'none', scores: [] };
      return { linked: saidBy(then) === saidBy(now) ? 'same' : 'other', scores: sum.scores };
    },
    ofOther(now) {
      const [only, ...more] = now;
      return only && more.length === 0 ? ofLink(only) : { linked: 'notKept', scores: [] };
    },
  };
}
