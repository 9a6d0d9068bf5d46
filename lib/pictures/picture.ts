import type { PictureFormat } from './pictureHeader';

/** Pixels that are decoded at most: four bytes each. Phones make pictures of up to 50 million. */
export const maxPicturePixels = 52_000_000;
/** The longest side that is decoded. */
export const maxPictureSide = 20_000;

/** A picture as it is stored: made anew from its pixels, upright, with nothing of what else stood in the file. */
export type MadePicture = { bytes: Uint8Array; mediaType: 'image/png' | 'image/jpeg'; width: number; height: number };

/** `large` for reading, `small` for cards. */
export type MadePictures = { large: MadePicture; small: MadePicture };

export type PictureWork = { bytes: Uint8Array; format: PictureFormat; width: number; height: number };
