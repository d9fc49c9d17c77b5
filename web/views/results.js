// SPDX-License-Identifier: GPL-2.0-or-later
// results.js - The list: how the search was read, articles over time, the rows, what to do where there are none.
import { html, nothing, repeat, live } from '../html.js';
import { S } from '../strings.en.js';
import { dateInWords } from '../dates.js';
import { searchUrl, articleUrl, restarted, toggle, LISTS, SINGLES, LAST_OFFSET } from '../state.js';
import { exportUrl, feedUrl } from '../api.js';
import { timeline, dateFields } from './timeline.js';
import { facetGroups } from './facets.js';
import { marks, dateCell, sourceLine, valueName } from './parts.js';

/// How many names of each type stand under a result.
const NAMES = { person: 3, org: 1, place: 1 };

export const kindName = (kind) => S.kinds[kind] ?? S.facets[kind]?.toLowerCase() ?? kind.replaceAll('_', ' ');
/// A phrase in quotation marks; the label of one that is excluded begins with a minus.
const quoted = (label) => label.replace(/^(-?)(.*)$/s, '$1“$2”');
const isFolded = (s) => s.fold !== 'none';

/// The printed name of a filter value, as the lists beside the results have it.
export const named = (r, name, value) => valueName(name, r.facets?.[name]?.find((f) => f.value === value) ?? { value, label: value });

/// The search as the server read it and as the address filters it.
function receipt(r, s) {
  const chip = (kind, text, without, articles) => ({ kind: kindName(kind), text, without, articles });
  const out = r.query.clauses.map((c) => chip(
    c.kind, c.kind === 'phrase' ? quoted(c.label) : c.label, restarted(s, { q: decodeURIComponent(c.without) }), c.articles));
  if (s.from || s.to) {
    const words = s.from && s.to ? `${dateInWords(s.from)} – ${dateInWords(s.to)}`
      : s.from ? S.since(dateInWords(s.from)) : S.until(dateInWords(s.to));
    out.push(chip('date', words, restarted(s, { from: '', to: '', undated: 'exclude' })));
  }
  if (s.date_basis !== 'published') {
    out.push(chip('date_basis', s.date_basis, restarted(s, { date_basis: 'published' })));
  }
  if (s.undated !== 'exclude') {
    out.push(chip('date', s.undated === 'only' ? S.onlyUndated : S.plusUndated, restarted(s, { undated: 'exclude' })));
  }
  for (const name of SINGLES) if (s[name]) out.push(chip(name, s[name], restarted(s, { [name]: '' })));
  for (const name of LISTS) {
    for (const value of s[name]) out.push(chip(name, named(r, name, value), toggle(s, name, value)));
    for (const value of s[`-${name}`]) {
      const left = toggle(s, `-${name}`, value);
      out.push({ ...chip(name, named(r, name, value), left), kind: S.without_(kindName(name)) });
    }
  }
  return out;
}
function chips(r, s) {
  const list = receipt(r, s);
  if (!list.length) return nothing;
  const one = (c) => {
    const counted = c.articles === undefined ? '' : `, ${S.articles(c.articles)}`;
    return html`<li><a class="chip" href=${searchUrl(c.without)} aria-label="${S.remove(`${c.kind} ${c.text}`)}${counted}">
      <span class="kind">${c.kind}</span> <bdi>${c.text}</bdi>
      ${counted ? html`<span class="hits">${S.number(c.articles)}</span>` : nothing}<span class="x" aria-hidden="true">×</span></a></li>`;
  };
  return html`<div class="chips"><span id="chips-h" class="lead">${S.understood}</span>
    <ul aria-labelledby="chips-h">${list.map(one)}</ul>
    ${list.length > 1 ? html`<a class="clear" href="/search">${S.clear}</a>` : nothing}</div>`;
}
const notes = (r) => [...r.query.warnings.map((w) => S.sentence(w.detail)), ...(r.partial ? [S.partial] : [])]
  .map((text) => html`<p class="note">${text}</p>`);

function row(a, s, place) {
  const names = Object.entries(NAMES).flatMap(([type, most]) => a.entities.filter((e) => e.type === type).slice(0, most));
  const narrowed = (e) => searchUrl(s[e.type].includes(e.id) ? restarted(s) : toggle(s, e.type, e.id));
  const foreign = a.language && a.language !== S.language_ ? S.language(a.language) : '';
  return html`<li><article class="hit" aria-labelledby="t-${a.id}" lang=${a.language ?? nothing}>
    ${dateCell(a.published)}
    <div class="body">
      ${sourceLine(a, foreign)}
      <h3 id="t-${a.id}" dir="auto"><a class="open" data-id=${a.id} href=${articleUrl(a.id, s, place)}>${marks(a.title)}</a></h3>
      <p class="snip" dir="auto">${marks(a.snippet)}</p>
      ${names.length ? html`<ul class="names" aria-label=${S.namesIn} lang="en">
        ${names.map((e) => html`<li><a href=${narrowed(e)} class="ent ${e.type}"><bdi>${e.name}</bdi></a></li>`)}</ul>` : nothing}
    </div></article></li>`;
}

/// The articles that the furniture adds: each word or phrase there or in the text, less what the search finds already.
/// Null where that can't be written by clauses.
function onlyInFurniture(r, s) {
  const q = [...s.q], { clauses, warnings } = r.query;
  if (warnings.length || clauses.some((c) => c.kind === 'group')) return null;
  const either = (c) => {
    const text = q.slice(c.start, c.end).join('');
    return ['word', 'phrase'].includes(c.kind) && !c.label.startsWith('-') ? `(${text} OR in:furniture ${text})` : text;
  };
  return restarted(s, { q: `${clauses.map(either).join(' ')} -(${s.q})` });
}

/// Earlier and later pages.
function pager(r, s, n) {
  if (n <= s.limit && !s.offset && !s.cursor) return nothing;
  const after = s.offset + s.limit, cursor = r.next && new URL(r.next, location.origin).searchParams.get('cursor');
  const next = after <= LAST_OFFSET && !s.cursor ? { offset: after } : { offset: 0, cursor };
  return html`<nav class="pager" aria-label=${S.pages}>
    ${s.offset ? html`<a class="btn" rel="prev" href=${searchUrl(s, { offset: Math.max(0, s.offset - s.limit) })}>${S.prev}</a>` : nothing}
    ${s.cursor ? nothing : html`<span>${S.page(Math.floor(s.offset / s.limit) + 1, Math.ceil(n / s.limit))}</span>`}
    ${r.next ? html`<a class="btn" rel="next" href=${searchUrl(s, next)}>${S.next}</a>` : nothing}</nav>`;
}

function sortBox(s, go) {
  const usual = s.q ? 'relevance' : 'newest', now = s.sort || usual;
  const changed = (e) => go(restarted(s, { sort: e.target.value === usual ? '' : e.target.value }));
  return html`<label class="sort"><span>${S.sort}</span> <select @change=${changed}>
    ${Object.entries(S.sorts).map(([value, text]) => html`<option value=${value} .selected=${live(value === now)}>${text}</option>`)}
  </select></label>`;
}
function exportMenu(s, { copyLink, copySearch }) {
  return html`<details class="menu"><summary class="btn">${S.exportAs}</summary><ul>
    ${Object.entries(S.formats).map(([format, text]) => html`<li><a href=${exportUrl(s, format)} download>${text}</a></li>`)}
    <li><a href=${feedUrl(s)}>${S.feed}</a></li>
    <li><button type="button" @click=${copyLink}>${S.copyLink}</button></li>
    <li><button type="button" @click=${copySearch}>${S.copySearch}</button></li></ul></details>`;
}

/// The whole page. `context`: go(search), redraw(), copyLink(), copySearch(), and none() of views/none.js where nothing was found.
export function results(r, s, context) {
  const { go, none } = context, folded = isFolded(s), n = folded ? r.total.stories : r.total.articles;
  const filters = LISTS.reduce((sum, name) => sum + s[name].length + s[`-${name}`].length, s.from || s.to ? 1 : 0);
  const commit = (change) => go(restarted(s, change));
  const limited = Boolean(s.from || s.to || r.query.clauses.some((c) => c.kind === 'date'));
  const undated = Math.max(r.histogram.undated.articles, r.outside.undated);
  const groups = facetGroups(r, s, context);
  const grouping = (look) => html`<label class=${look}><input type="checkbox" .checked=${live(folded)}
    @change=${() => commit({ fold: folded ? 'none' : 'story' })}> ${S.group}</label>`;
  const openSheet = () => document.getElementById('sheet').showModal();
  const beyond = S.furniture(r.outside.furniture), furniture = onlyInFurniture(r, s);
  return html`<div class="results">
    <h1 class="vh">${S.resultsFor(s.q)}</h1>
    <aside class="rail" aria-label=${S.filters}>${groups}</aside>
    <div class="main">
      ${notes(r)}${chips(r, s)}
      <section class="tl" aria-label=${S.timeline}>${timeline({ histogram: r.histogram, state: s, undated, limited, commit })}</section>
      <div class="bar-line">
        <h2 class="count"><b>${folded ? S.stories(n) : S.articles(n)}</b>
          ${folded ? html`<span>${S.from_} ${S.articles(r.total.articles)}</span>` : nothing}
          <span class="ms">${S.took(r.took_us)}</span></h2>
        <button class="btn filters-btn" type="button" @click=${openSheet}>${S.filters}${filters ? html` <b>${filters}</b>` : nothing}</button>
        ${sortBox(s, go)}
        ${grouping('grp')}
        ${exportMenu(s, context)}
      </div>
      ${n ? html`<ol class="hits" start=${s.cursor ? nothing : s.offset + 1}>
        ${repeat(r.results, (a) => a.id, (a, i) => row(a, s, s.offset + i))}</ol>` : none(r, s)}
      ${r.outside.furniture
        ? html`<p class="aside-line">${furniture ? html`<a href=${searchUrl(furniture)}>${beyond}</a>` : beyond}</p>` : nothing}
      ${s.limit ? pager(r, s, n) : nothing}
    </div>
    <dialog id="sheet" class="sheet" aria-labelledby="sheet-h">
      <div class="sheet-head"><h2 id="sheet-h">${S.filters}</h2><form method="dialog"><button class="btn">${S.close}</button></form></div>
      <div class="sheet-body">
        <fieldset class="facet dates"><legend>${S.dates}</legend>${dateFields(s, commit)}${grouping('frow')}</fieldset>${groups}
      </div>
      <form method="dialog" class="sheet-foot"><button class="btn primary">${S.show(r.total)}</button></form>
    </dialog>
  </div>`;
}
