import { tallyEvidence } from '@/lib/map/evidenceTally';
import type { Command } from './command';

/** “What do we really know?”: hatches what is only assumed, or stops that. */
export const toggleEvidenceView: Command = {
  id: 'toggleEvidenceView',
  shortcuts: [{ key: 'e', mod: true, shift: true }],
  canPerform: () => true,
  perform({ lens, index, announce }) {
    lens.getState().toggleEvidenceView();
    if (!lens.getState().evidenceView) {
      announce('evidenceViewEnded');
      return;
    }
    const { steps, stepCount } = tallyEvidence(index.map);
    announce('evidenceView', { count: steps.assumed, total: stepCount });
  },
};
