// SPDX-License-Identifier: GPL-2.0-or-later
// parts.js - Pieces that several pages draw.
import { html, nothing } from '../html.js';
import { S } from '../strings.en.js';
import { dateLabel } from '../dates.js';
import { address, fits, parameters, read, restarted, toggle } from '../state.js';

/// Segments of the server, or a string, as text and marks: only ever text, so hostile articles cannot become markup.
export const marks = (segments) => [segments].flat().map((s) => (s.hit ? html`<mark>${s.text}</mark>` : s.text ?? s));
/// The same as a plain string.
export const plain = (segments) => [segments].flat().map((s) => s.text ?? s).join('');

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

export const sourceOf = (a) => a.source ?? S.noSource;
/// Source, agency and what else stands over a headline.
export const sourceLine = (a, ...more) => html`<p class="src" lang="en">
  <bdi class="name">${sourceOf(a)}</bdi>
  ${a.agency.length ? html`<span>${S.via} <bdi>${a.agency.join(', ')}</bdi></span>` : nothing}
  ${a.quality?.altered ? html`<span>${S.altered}</span>` : nothing}
  ${more.filter(Boolean).map((text) => html`<span>${text}</span> `)}
</p>`;

/// The printed name of a field or a kind of clause.
export const kindName = (kind) => S.kinds[kind] ?? S.facets[kind]?.toLowerCase() ?? kind.replaceAll('_', ' ');
/// The printed name of a facet value {value, label}.
export function valueName(facet, f) {
  if (facet === 'certainty') return S.certainty[f.value] ?? f.label;
  return facet === 'lang' && f.label === f.value ? S.language(f.value) : f.label;
}

/// The printed name of a filter value, as the lists beside the results have it.
export const named = (r, name, value) => valueName(name, r.facets?.[name]?.find((f) => f.value === value) ?? { value, label: value });

/// Both counts after the name of a value, to see and to hear.
export const counts = (f, folded = true) => html`<span class="vh">, ${S.both(f)}</span>
  <span class="n" aria-hidden="true">${folded ? html`${S.number(f.stories)} · ` : nothing}${S.number(f.articles)}</span>`;

export const sheetHead = (id, text) => html`<div class="sheet-head"><h2 id="${id}-h">${text}</h2>
  <form method="dialog"><button class="btn">${S.close}</button></form></div>`;

/// The other views of a search; what has no words has no lines and no debut.
export const ways = (s, here) => html`<nav class="ways" aria-label=${S.waysH}>${Object.entries(S.ways).map(([name, text]) =>
  html`<a href=${address(`/${name}`, parameters(restarted(s)))} aria-current=${name === here ? 'page' : nothing}>${text}</a> `)}</nav>`;

/// A page of its own, such as an error.
export const notice = (heading, ...rest) => html`<section class="notice" role="alert"><h1>${heading}</h1>${rest}</section>`;

/// Applies a ticked filter; where the address has no room for it, the box says so and stays as it was.
function tick(box, s, go) {
  box.setCustomValidity(fits(s) ? '' : S.full);
  if (box.reportValidity()) go(s);
  else box.checked = !box.checked;
}
/// One value {value, label, articles, stories} as a checkbox, in a group of filters or in the whole list.
export const facetRow = (name, f, s, go) => html`<label class="frow">
  <input type="checkbox" data-value="${name} ${f.value}" ?checked=${s[name].includes(f.value)} 
    @change=${(e) => tick(e.target, toggle(read(), name, f.value), go)}>
  <span class="fname"><bdi>${valueName(name, f)}</bdi></span>${counts(f, s.fold !== 'none')}
</label>`;
