const maxLength = 100;
/** What file systems refuse or programs trip over, controls and direction marks included. */
const unsafe = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]+/gu;

/** A file's name of a map's title: readable, safe on every file system; `fallback` when nothing is left. */
export function toFileName(title: string, fallback: string, extension: string): string {
  const clean = title.replace(unsafe, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const short = Array.from(clean)
    .slice(0, maxLength)
    .join('')
    .replace(/[. ]+$/, '');
  return `${short === '' ? fallback : short}.${extension}`;
}

const ascii: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** `Content-Disposition` for a download: the name in UTF-8 (RFC 6266, RFC 8187) and a plain one for old clients. */
export function contentDisposition(fileName: string): string {
  const plain = Array.from(fileName, (char) => ascii[char] ?? char)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
