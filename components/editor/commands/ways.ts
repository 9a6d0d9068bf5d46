import type { Command } from './command';

/** Opens the list of the ways through the journey, or closes it. */
export const showWays: Command = {
  id: 'showWays',
  shortcuts: [{ key: 'g', mod: true, shift: true }],
  canPerform: ({ index }) => index.steps.length > 0,
  perform({ lens, focusCanvas }) {
    const { panel, open, close } = lens.getState();
    if (panel !== 'ways') {
      open('ways');
      return;
    }
    close();
    focusCanvas();
  },
};

/** Ends the highlighting of a way: everything is as clear as before. */
export const endWay: Command = {
  id: 'endWay',
  shortcuts: [{ key: 'Escape' }],
  canPerform: ({ lens }) => lens.getState().wayId !== null,
  perform({ lens, announce }) {
    lens.getState().showWay(null);
    announce('wayEnded');
  },
};
