/** A colour in both schemes, as `#rrggbb`. */
export type Colour = { light: string; dark: string };
export type Scheme = 'light' | 'dark';

const pair = (light: string, dark: string): Colour => ({ light, dark });

/**
 * Every colour that a map uses, by meaning. Text colours keep 4.5:1 on what they are drawn on, lines that carry meaning 3:1
 * (tests/unit/layout/palette.test.ts). The emotion pair, orange and teal, differs in lightness and along blue–yellow, so that people with
 * red–green blindness can tell it apart; a sign or a number always stands beside it.
 */
export const palette = {
  // Surfaces, from the back to the front.
  paper: pair('#fbfaf6', '#171614'),
  surface: pair('#ffffff', '#23221f'),
  band: pair('#ecebe3', '#302e2a'),
  // Text and lines.
  ink: pair('#1b1d28', '#f1efe9'),
  inkSoft: pair('#4c4f5c', '#c9c6bd'),
  inkMuted: pair('#62656f', '#a5a298'),
  inkInverse: pair('#ffffff', '#171614'),
  line: pair('#e6e4db', '#35332e'),
  lineStrong: pair('#8b8c8f', '#7d7a72'),
  // Emotion.
  negative: pair('#b4490f', '#f2935c'),
  negativeTint: pair('#f9e3d6', '#43291b'),
  neutral: pair('#62656f', '#a5a298'),
  neutralTint: pair('#ecebe3', '#35332e'),
  positive: pair('#0b766d', '#4fc0b4'),
  positiveTint: pair('#d6ece9', '#17403c'),
  // The all-or-nothing moment.
  moment: pair('#a8123e', '#f4718f'),
  momentTint: pair('#fbe7ec', '#461826'),
  // The hatching of the journey that is lost behind a failed one.
  lost: pair('#f1cbd5', '#5c2537'),
  // Evidence levels: the disc of a step's number.
  evidence: pair('#0b766d', '#4fc0b4'),
  evidenceObserved: pair('#dad9d1', '#45423c'),
  evidenceMeasured: pair('#8fc9c2', '#1f5f58'),
  // Scores of customers, and the area between what they feel and what the team thinks.
  evidenceTint: pair('#eef6f5', '#1b2e2b'),
  evidenceLine: pair('#c9e1de', '#2c524d'),
  gap: pair('#f7e8df', '#3a2a20'),
  // The hatching of what is only assumed, in the view “What do we really know?”.
  hatch: pair('#d5d2c6', '#4b4840'),
  // Lines of further personas on the emotion curve.
  blueStrong: pair('#2563b0', '#7fb4f5'),
  violetStrong: pair('#7c3a9e', '#cf9bea'),
  // The dots that a vote gave a card.
  vote: pair('#4a3fb8', '#b3a6ff'),
  // Selection and keyboard focus.
  focus: pair('#3d4ed0', '#93a0ff'),
  // Tints of cards and touchpoints.
  plain: pair('#ffffff', '#23221f'),
  yellow: pair('#fdf4d4', '#38321f'),
  rose: pair('#fbe6ec', '#3d222a'),
  green: pair('#e2f1df', '#233320'),
  blue: pair('#e3edf8', '#1f3145'),
  violet: pair('#ece8f8', '#332c4c'),
  slate: pair('#ecedf0', '#2d2f35'),
} as const satisfies Record<string, Colour>;

export type PaletteName = keyof typeof palette;

/** Colours that a card or a department may carry; anything else that is stored is shown as `plain`. */
export const cardColours = [
  'plain',
  'yellow',
  'rose',
  'green',
  'blue',
  'violet',
  'slate',
] as const satisfies readonly PaletteName[];
export type CardColour = (typeof cardColours)[number];

/** The hairline around a card or chip of each colour. */
export const cardBorders: Record<CardColour, Colour> = {
  plain: pair('#e2e0d7', '#3a3833'),
  yellow: pair('#efe2ae', '#50462b'),
  rose: pair('#f0ccd6', '#58303b'),
  green: pair('#c5e0bf', '#354c31'),
  blue: pair('#c6d9ee', '#314963'),
  violet: pair('#d5cdf0', '#4a416b'),
  slate: pair('#d7d9de', '#43464e'),
};

/**
 * Colours of people who are present, in the order in which they are given out; white text is readable on the light ones, ink on the dark.
 * Crimson is not among them: it means an all-or-nothing moment.
 */
export const presenceColours: readonly Colour[] = [
  pair('#5b57d1', '#a5a2ff'),
  pair('#b4490f', '#f2935c'),
  pair('#0b766d', '#4fc0b4'),
  pair('#0e6a85', '#6cc6dd'),
  pair('#2563b0', '#7fb4f5'),
  pair('#7c3a9e', '#cf9bea'),
  pair('#4d6b1a', '#a9c96b'),
  pair('#8a5a00', '#dfb04a'),
  pair('#a0307f', '#ee8fce'),
  pair('#4f5b6b', '#b3bfce'),
];

/** The colour of a name in a scheme. A name that is not in the palette gives `plain`. */
export function colourOf(name: string, scheme: Scheme): string {
  return (isPaletteName(name) ? palette[name] : palette.plain)[scheme];
}

/** Whether a stored name is one of the palette's. */
export function isPaletteName(name: string): name is PaletteName {
  return Object.hasOwn(palette, name);
}

/** Whether a stored name is a colour for cards. */
export function isCardColour(name: string): name is CardColour {
  return (cardColours as readonly string[]).includes(name);
}
