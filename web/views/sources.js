// SPDX-License-Identifier: GPL-2.0-or-later
// sources.js - What each source has in the archive, when, and how its dates are known.
import { html, svg, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { searchUrl, blank } from '../state.js';
import { dateInWords, spanInWords, daysBetween, daysLater, momentInWords } from '../dates.js';


/// A source's span on the span of the whole archive, its gaps left open. A stroke keeps a single day visible.
function strip(source, whole) {
  const days = daysBetween(whole.earliest, whole.latest) + 1;
  const at = (date) => `${(daysBetween(whole.earliest, date) / days) * 100}%`;
  const wide = (from, to) => `${((daysBetween(from, to) + 1) / days) * 100}%`;
  const starts = [source.span.earliest, ...source.gaps.map((gap) => daysLater(gap.to, 1))];
  const ends = [...source.gaps.map((gap) => daysLater(gap.from, -1)), source.span.latest];
  const part = (from, i) => svg`<rect class="part" x=${at(from)} width=${wide(from, ends[i])} y="0" height="10"></rect>`;
  return html`<svg class="strip" width="100%" height="10" aria-hidden="true">
    <rect class="track" width="100%" height="10"></rect>${starts.map(part)}</svg>`;
}
function gapList(source) {
  const line = (gap) => html`<li>${S.gap(dateInWords(gap.from), dateInWords(gap.to), daysBetween(gap.from, gap.to) + 1)}</li>`;
  return !source.gaps.length ? nothing
    : html`<details><summary>${S.gaps(source.gaps.length)}</summary><ul>${source.gaps.map(line)}</ul></details>`;
}
function row(source, whole) {
  const { span } = source;
  return html`<li>
    <h2>${source.source ? html`<a href=${searchUrl({ ...blank(), source: [source.source] })}><bdi>${source.source}</bdi></a>` : S.noSource}</h2>
    <p class="held">${S.both(source)}</p>
    <p>${span.earliest ? spanInWords(span) : S.undatedSource}</p>
    ${span.earliest ? strip(source, whole) : nothing}
    <p class="quiet">${S.datesAre} ${S.shares(source.certainty)}. ${source.last_added ? S.lastAdded(momentInWords(source.last_added)) : nothing}</p>
    ${gapList(source)}
  </li>`;
}

export function page({ sources: list }) {
  const dated = list.filter((x) => x.span.earliest);
  const whole = {
    earliest: dated.map((x) => x.span.earliest).sort()[0],
    latest: dated.map((x) => x.span.latest).sort().at(-1),
  };
  return html`<div class="sheetlike"><h1>${S.sources}</h1>
    <p class="quiet">${S.sourcesHow} ${dated.length ? S.stripOf(spanInWords(whole)) : nothing}</p>
    <ol class="sources">${list.map((x) => row(x, whole))}</ol></div>`;
}
