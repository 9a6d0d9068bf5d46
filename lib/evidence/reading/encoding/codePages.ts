import type { EncodingName } from './encodingName';

/** Stands for bytes that are no character. */
export const replacement = '\ufffd';

const latin1 = String.fromCharCode(...Array.from({ length: 96 }, (_, index) => 0xa0 + index));

/**
 * Characters 0x80 … 0xFF of the encodings with one byte a character. Unlike the web's `TextDecoder`, which takes ISO-8859-1 for
 * Windows-1252, bytes that the encoding does not define, or only as controls, are no characters here: in a file of answers they are the
 * sign of another encoding.
 */
const upperHalves = {
  'windows-1252': `€${replacement}‚ƒ„…†‡ˆ‰Š‹Œ${replacement}Ž${replacement}${replacement}‘’“”•–—˜™š›œ${replacement}žŸ${latin1}`,
  'iso-8859-1': replacement.repeat(32) + latin1,
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
} satisfies Partial<Record<EncodingName, string>>;

export type CodePage = keyof typeof upperHalves;
export const codePageNames = Object.keys(upperHalves) as CodePage[];

export const isCodePage = (name: EncodingName): name is CodePage => Object.hasOwn(upperHalves, name);

/** The character of a byte from 0x80 on. */
export const upperCharacter = (page: CodePage, byte: number): string => upperHalves[page][byte - 0x80] ?? replacement;

/** The code unit of each of the 256 bytes. */
export function codeUnitsOf(page: CodePage): Uint16Array {
  return Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : upperCharacter(page, byte).charCodeAt(0)));
}
