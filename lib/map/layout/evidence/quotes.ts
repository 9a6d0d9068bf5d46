import type { StepQuote } from '../../mapEvidence';
import { grid } from '../grid';
import { heightOf, placeText } from '../textBlock';
import type { Box, LayoutOptions, QuoteLayout } from '../types';
import { wrapOf } from '../wrap';

/** Width of the line beside a quote, and from there to its words. */
export const quoteLineWidth = 2;
const inset = 12;
/** Between a quote and where it is from. */
const sourceGap = 2;
/** So many quotes of a step stand on the map; the panel has all of them. */
const mostQuotes = 3;
/** A longer quote is cut: the panel has the whole of it. */
const mostLines = 6;

/** A quote with where it is from, beside a line; one that was erased says so. */
function layoutQuote(quote: StepQuote, at: Omit<Box, 'height'>, options: LayoutOptions): QuoteLayout {
  const { labels, measure } = options;
  const wrap = wrapOf(measure);
  const width = at.width - inset;
  const style = quote.text === null ? 'caption' : 'quote';
  const words = quote.text === null ? labels.figures.erased : labels.figures.quoted(quote.text.trim());
  const wrapped = wrap(words, style, width);
  const lines = wrapped.slice(0, mostLines);
  const last = lines.at(-1);
  if (last && wrapped.length > mostLines) {
    let text = last.text.trimEnd();
    while (text !== '' && measure(`${text}…`, style) > width) text = Array.from(text).slice(0, -1).join('').trimEnd();
    lines[lines.length - 1] = { ...last, text: `${text}…`, width: measure(`${text}…`, style) };
  }
  const sourceLines = quote.text === null ? [] : wrap(labels.figures.quoteSource(quote), 'axis', width);
  const sourceTop = at.y + heightOf(lines.length, style) + (sourceLines.length > 0 ? sourceGap : 0);
  return {
    id: quote.linkId,
    box: { x: at.x, y: at.y, width: at.width, height: sourceTop + heightOf(sourceLines.length, 'axis') - at.y },
    text: placeText(lines, style, { x: at.x + inset, y: at.y }),
    source: placeText(sourceLines, 'axis', { x: at.x + inset, y: sourceTop }),
    erased: quote.text === null,
  };
}

/** The quotes of a step, one below the other, as far as there is room for them on a map; `more` says how many there are besides. */
export function layoutQuotes(
  quotes: readonly StepQuote[],
  cell: Omit<Box, 'height'>,
  options: LayoutOptions,
): { quotes: QuoteLayout[]; bottom: number } {
  let y = cell.y;
  const laid = quotes.slice(0, mostQuotes).map((quote) => {
    const layout = layoutQuote(quote, { ...cell, y }, options);
    y += layout.box.height + grid.gap;
    return layout;
  });
  const last = laid.at(-1);
  if (last && quotes.length > mostQuotes) {
    const width = cell.width - inset;
    const lines = wrapOf(options.measure)(options.labels.figures.moreQuotes(quotes.length - mostQuotes), 'axis', width);
    last.more = placeText(lines, 'axis', { x: cell.x + inset, y: last.box.y + last.box.height + 4 });
    const grown = heightOf(lines.length, 'axis') + 4;
    last.box = { ...last.box, height: last.box.height + grown };
    y += grown;
  }
  return { quotes: laid, bottom: laid.length === 0 ? cell.y : y - grid.gap };
}
