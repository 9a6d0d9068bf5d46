/** A card as the bare page shows it: a box with a text. */
export type BareBox = { id: string; x: number; y: number; width: number; height: number; text: string };
