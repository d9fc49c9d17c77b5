// SPDX-License-Identifier: GPL-2.0-or-later
// help.js - How to write a search: every form with an example that runs in this archive, and the fields it knows.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { searchUrl, blank } from '../state.js';
import { fields, overview } from '../api.js';
import { plain } from './parts.js';

export const load = async (signal) => {
  const [table, r] = await Promise.all([fields(signal), overview(signal)]);
  return { fields: table.fields, known: known(r) };
};

/// Scripts that put no blanks between words: they know no wildcards.
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/// Words of the newest articles and frequent names, for examples.
function known(r) {
  const titles = r.results.map((a) => plain(a.title));
  const long = [...new Set(titles.flatMap((t) => t.toLowerCase().match(/\p{L}{5,}/gu) ?? []))];
  const [word, other, third] = [...long, ...S.exampleWords];
  const spaced = [...long, ...S.exampleWords].find((w) => !UNSPACED.test(w));
  const labels = Object.fromEntries(Object.entries(r.facets).map(([name, list]) => [name, list[0]?.label]));
  return {
    ...labels, headline: word, entity: labels.place, lang: r.facets.lang?.[0]?.value, id: r.results[0]?.id,
    word, other, third, spaced, beginning: [...spaced].slice(0, 4).join(''),
    phrase: titles.map((t) => t.match(/\p{L}{4,} \p{L}{4,}/u)?.[0]).find(Boolean) ?? word,
    year: r.results.find((a) => a.published.earliest)?.published.earliest.slice(0, 4),
  };
}

const example = (q) => html`<a href=${searchUrl({ ...blank(), q })}><code>${q}</code></a>`;
/// Nothing where the archive has no example.
function form([write, meaning, needs], x) {
  return needs && !x[needs] ? nothing : html`<tr><td>${example(write(x))}</td><td>${meaning}</td></tr>`;
}
const ofField = (f, value) => (value ? `${f.name}:${/^[\p{L}\p{N}]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`}` : f.example);
const field = (f, x) => html`<tr>
  <th scope="row"><code>${f.name}:</code>${f.alias ? html` <code>${f.alias}:</code>` : nothing}</th>
  <td>${f.help}${f.example ? html` ${example(ofField(f, x[f.name]))}` : nothing}</td></tr>`;
const table = (id, names, rows) => html`<table aria-labelledby=${id}>
  <thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;

export const page = ({ fields: list, known: x }) => html`<div class="sheetlike help">
  <h1>${S.help}</h1><p class="quiet">${S.helpHow}</p>
  <section><h2 id="forms-h">${S.formsH}</h2>
    ${table('forms-h', [S.example, S.meaning], S.forms.map((f) => form(f, x)))}</section>
  <section><h2 id="fields-h">${S.fieldsH}</h2><p class="quiet">${S.fieldsHow}</p>
    ${table('fields-h', [S.field, S.meaning], list.map((f) => field(f, x)))}</section>
  <section><h2>${S.keysH}</h2><p><button type="button" class="btn" data-keys>${S.showKeys}</button></p></section>
</div>`;
