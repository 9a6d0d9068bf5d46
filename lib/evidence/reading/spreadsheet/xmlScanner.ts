import { Refusal } from '../readingProblem';

/** Takes what an XML text holds, in order. Names come without the prefix of their namespace. */
export type XmlListener = {
  /** `attributes` are still text: `attributeOf` finds one of them. */
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  /** A piece of text; what stands between two tags may come in several. */
  text?(text: string): void;
};

/** No tag, comment or instruction of a spreadsheet is nearly as long. */
const longestTag = 1_000_000;

/** Elements within each other; a spreadsheet has about ten. */
const deepest = 500;

const sections = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<?', end: '?>' },
] as const;

/**
 * Goes through an XML text, chunk by chunk, as programs write it into spreadsheets: elements, attributes, text, comments and the five
 * entities of XML itself. (Measured on 50 MB: as fast as htmlparser2, which brings seven packages, and twice as fast as sax, which brings
 * none.) A document type, by which XML could be made to grow or to reach for other files, is refused, and so is what is
 * not well-formed.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #open: string[] = [];
  #rest = '';

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  push(more: string): void {
    const text = this.#rest + more;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === 60 ? this.#tag(text, at) : this.#text(text, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestTag) throw new Refusal('file.damaged');
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0) throw new Refusal('file.damaged');
  }

  /** Text up to the next tag. At the end of the chunk an entity may be half there. */
  #text(text: string, start: number): number {
    const tag = text.indexOf('<', start);
    const entity = tag < 0 ? text.lastIndexOf('&') : -1;
    const end = tag >= 0 ? tag : entity >= start && text.indexOf(';', entity) < 0 ? entity : text.length;
    if (end === start) return -1;
    if (this.#open.length > 0) this.#listener.text?.(decodeXml(text.slice(start, end)));
    return end;
  }

  /** The place behind a tag; -1 when the text ends before it does. */
  #tag(text: string, start: number): number {
    if (text.charCodeAt(start + 1) === 33 || text.charCodeAt(start + 1) === 63) return this.#section(text, start);
    const end = tagEnd(text, start + 1);
    if (end < 0) return -1;
    if (text.charCodeAt(start + 1) === 47) {
      const name = localName(text.slice(start + 2, end).trimEnd());
      if (this.#open.pop() !== name) throw new Refusal('file.damaged');
      this.#listener.close?.(name);
      return end + 1;
    }
    const isEmpty = text.charCodeAt(end - 1) === 47;
    const content = text.slice(start + 1, isEmpty ? end - 1 : end);
    const blank = content.search(/\s/);
    const name = localName(blank < 0 ? content : content.slice(0, blank));
    this.#listener.open?.(name, blank < 0 ? '' : content.slice(blank));
    if (isEmpty) this.#listener.close?.(name);
    else if (this.#open.push(name) > deepest) throw new Refusal('file.damaged');
    return end + 1;
  }

  #section(text: string, start: number): number {
    const section = sections.find((one) => text.startsWith(one.start, start));
    if (section === undefined) {
      // Not enough of it is there to tell.
      if (sections.some((one) => one.start.startsWith(text.slice(start)))) return -1;
      throw new Refusal('file.damaged');
    }
    const from = start + section.start.length;
    const end = text.indexOf(section.end, from);
    if (end < 0) return -1;
    if (section.start === '<![CDATA[' && this.#open.length > 0) this.#listener.text?.(text.slice(from, end));
    return end + section.end.length;
  }
}

/** Where a tag is closed; a bracket within the quotes of an attribute does not close it. */
function tagEnd(text: string, start: number): number {
  let quote = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 34 || unit === 39) quote = unit;
    else if (unit === 62) return at;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute's value in the text of a tag's attributes, with or without a prefix; null when it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at > 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (before !== 58 && before > 32) continue;
    let from = skipBlanks(attributes, at + name.length);
    if (attributes[from] !== '=') continue;
    from = skipBlanks(attributes, from + 1);
    const quote = attributes[from];
    const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, from + 1) : -1;
    if (end > 0) return decodeXml(attributes.slice(from + 1, end));
  }
  return null;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
