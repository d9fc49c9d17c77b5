// SPDX-License-Identifier: GPL-2.0-or-later
// parts.js - Pieces that several pages draw.
import { html, nothing } from '../html.js';
import { S } from '../strings.en.js';
import { dateLabel } from '../dates.js';

/// Segments of the server as text and marks. Only ever text, so hostile articles cannot become markup.
export const marks = (segments) => segments.map((s) => (s.hit ? html`<mark>${s.text}</mark>` : s.text));
/// The same as a plain string.
export const plain = (segments) => segments.map((s) => s.text).join('');

/// A date as a list shows it: two short lines to see, one full sentence to hear.
export function dateCell(published) {
  const d = dateLabel(published);
  return html`<p class="date ${published.certainty}">
    <span class="vh">${d.full}</span>
    <span aria-hidden="true" title=${d.full}>
      <time datetime=${d.iso ?? nothing}>${d.main}</time>
      ${d.sub ? html`<small>${d.sub}</small>` : nothing}
    </span>
  </p>`;
}

/// Source, agency and what else stands over a headline.
export const sourceLine = (a, ...more) => html`<p class="src" lang="en">
  <bdi class="name">${a.source ?? S.noSource}</bdi>
  ${a.agency.length ? html`<span>${S.via} <bdi>${a.agency.join(', ')}</bdi></span>` : nothing}
  ${a.quality?.altered ? html`<span>${S.altered}</span>` : nothing}
  ${more.filter(Boolean).map((text) => html`<span>${text}</span> `)}
</p>`;

/// The printed name of a facet value {value, label}.
export function valueName(facet, f) {
  if (facet === 'certainty') return S.certainty[f.value] ?? f.label;
  return facet === 'lang' && f.label === f.value ? S.language(f.value) : f.label;
}

/// A page of its own, such as an error: heading and whatever follows.
export const notice = (heading, ...rest) => html`<section class="notice" role="alert"><h1>${heading}</h1>${rest}</section>`;
