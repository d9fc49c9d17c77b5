// SPDX-License-Identifier: GPL-2.0-or-later
// results.js - The list: how the search was read, articles over time, filters, rows.
import { html, nothing } from '../html.js';
import { S } from '../strings.en.js';
import { dateInWords } from '../dates.js';
import { searchUrl, articleUrl, restarted, toggle, LISTS, SINGLES, LAST_OFFSET } from '../state.js';
import { exportUrl, feedUrl } from '../api.js';
import { timeline, dateFields } from './timeline.js';
import { facetGroups } from './facets.js';
import { marks, plain, dateCell, sourceLine, kindName, named, sheetHead, ways } from './parts.js';

/// Names of each type under a result.
const NAMES = { person: 3, org: 1, place: 1 };

/// A phrase in quotation marks; the label of one that is excluded begins with a minus.
const quoted = (label) => label.replace(/^(-?)(.*)$/s, '$1“$2”');
const isFolded = (s) => s.fold !== 'none';

/// The search as the server read it and as the address filters it; `rest` is the search without a chip.
function receipt(r, s) {
  const chip = (kind, text, change, articles) => ({ kind, text, rest: restarted(s, change), articles });
  const { from, to, undated, date_basis } = s, date = kindName('date');
  const period = from && to ? `${dateInWords(from)} – ${dateInWords(to)}` : from ? S.since(dateInWords(from)) : to && S.until(dateInWords(to));
  const listed = (name) => [[name, kindName(name)], [`-${name}`, S.without_(kindName(name))]]
    .flatMap(([key, kind]) => s[key].map((value) => chip(kind, named(r, name, value), toggle(s, key, value))));
  return [
    ...r.query.clauses.map((c) =>
      chip(kindName(c.kind), c.kind === 'phrase' ? quoted(c.label) : c.label, { q: decodeURIComponent(c.without) }, c.articles)),
    period && chip(date, period, { from: '', to: '', undated: 'exclude' }),
    date_basis !== 'published' && chip(kindName('date_basis'), date_basis, { date_basis: 'published' }),
    undated !== 'exclude' && chip(date, undated === 'only' ? S.onlyUndated : S.plusUndated, { undated: 'exclude' }),
    ...SINGLES.filter((name) => s[name])
      .map((name) => chip(kindName(name), r.results[0] ? quoted(plain(r.results[0].title)) : s[name], { [name]: '' })),
    ...LISTS.flatMap(listed),
  ].filter(Boolean);
}
function chips(r, s) {
  const list = receipt(r, s);
  if (!list.length) return nothing;
  const one = (c) => {
    const counted = c.articles === undefined ? '' : `, ${S.articles(c.articles)}`;
    return html`<li><a class="chip" href=${searchUrl(c.rest)} aria-label="${S.remove(`${c.kind} ${c.text}`)}${counted}">
      <span class="kind">${c.kind}</span> <bdi>${c.text}</bdi>
      ${counted ? html`<span class="hits">${S.number(c.articles)}</span>` : nothing}<span class="x" aria-hidden="true">×</span></a></li>`;
  };
  return html`<div class="chips"><span id="chips-h" class="lead">${S.understood}</span>
    <ul aria-labelledby="chips-h">${list.map(one)}</ul>
    ${list.length > 1 ? html`<a class="clear" href="/search">${S.clear}</a>` : nothing}</div>`;
}
const notes = (r) => [...r.query.warnings.map((w) => S.sentence(w.detail)), ...(r.partial ? [S.partial] : [])]
  .map((text) => html`<p class="note">${text}</p>`);

/// Stories whose versions stand open, each with what draws them once they are here.
const unfolded = new Map();
function versions(a, s, redraw) {
  const { id, articles } = a.story;
  const put = (list) => {
    unfolded.set(id, list);
    redraw();
  };
  const toggled = async ({ target: { open } }) => {
    if (open === unfolded.has(id)) return;
    if (!open) {
      unfolded.delete(id);
      return redraw();
    }
    put();
    const list = await import('./versions.js').then((view) => view.underRow(id)).catch(() => () => S.offline);
    if (unfolded.has(id)) put(list);
  };
  return html`<details class="vers" lang="en" ?open=${unfolded.has(id)} @toggle=${toggled}><summary>${S.versions(articles)}</summary>
    ${unfolded.get(id)?.(a, s)}</details>`;
}
function row(a, s, place, redraw) {
  const names = Object.entries(NAMES).flatMap(([type, most]) => a.entities.filter((e) => e.type === type).slice(0, most));
  const narrowed = (e) => searchUrl(s[e.type].includes(e.id) ? restarted(s) : toggle(s, e.type, e.id));
  const foreign = a.language && a.language !== S.language_ ? S.language(a.language) : '';
  return html`<li><article class="hit" aria-labelledby="t-${a.id}" lang=${a.language ?? nothing}>
    ${dateCell(a.published)}
    <div class="body">
      ${sourceLine(a, foreign)}
      <h3 id="t-${a.id}" dir="auto"><a class="open" data-id=${a.id} href=${articleUrl(a.id, s, place)}>${marks(a.title)}</a></h3>
      <p class="snip" dir="auto">${marks(a.snippet)}</p>
      ${a.story.articles > 1 ? versions(a, { ...s, offset: place }, redraw) : nothing}
      ${names.length ? html`<ul class="names" aria-label=${S.namesIn} lang="en">
        ${names.map((e) => html`<li><a href=${narrowed(e)} class="ent ${e.type}"><bdi>${e.name}</bdi></a></li>`)}</ul>` : nothing}
    </div></article></li>`;
}

/// What the furniture adds: each word there or in the text, less what is found already; null where clauses can't say it.
function onlyInFurniture(r, s) {
  const q = [...s.q], { clauses, warnings } = r.query;
  if (warnings.length || clauses.some((c) => c.kind === 'group')) return null;
  const either = (c) => {
    const text = q.slice(c.start, c.end).join('');
    return ['word', 'phrase'].includes(c.kind) && !c.label.startsWith('-') ? `(${text} OR in:furniture ${text})` : text;
  };
  return restarted(s, { q: `${clauses.map(either).join(' ')} -(${s.q})` });
}

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
    ${Object.entries(S.sorts).map(([value, text]) => html`<option value=${value} ?selected=${value === now}>${text}</option>`)}
  </select></label>`;
}
function exportMenu(r, s) {
  const popups = () => import('./popups.js');
  return html`<details class="menu"><summary class="btn">${S.exportAs}</summary><ul>
    ${Object.entries(S.formats).map(([format, text]) => html`<li><a href=${exportUrl(s, format)} download>${text}</a></li>`)}
    <li><a href=${feedUrl(s)}>${S.feed}</a></li>
    <li><button type="button" @click=${async () => (await popups()).copyLink()}>${S.copyLink}</button></li>
    <li><button type="button" @click=${async () => (await popups()).copySearch(r)}>${S.copySearch}</button></li></ul></details>`;
}

/// `context`: go(search), redraw(), and none() of views/trouble.js where nothing was found.
export function results(r, s, context) {
  const { go, redraw, none } = context, folded = isFolded(s), n = folded ? r.total.stories : r.total.articles;
  const filters = LISTS.reduce((sum, name) => sum + s[name].length + s[`-${name}`].length, s.from || s.to ? 1 : 0);
  const commit = (change) => go(restarted(s, change));
  const limited = Boolean(s.from || s.to || r.query.clauses.some((c) => c.kind === 'date'));
  const undated = Math.max(r.histogram.undated.articles, r.outside.undated);
  const groups = facetGroups(r, s, context);
  const grouping = (look) => html`<label class=${look}><input type="checkbox" ?checked=${folded}
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
        ${exportMenu(r, s)}
      </div>
      ${n ? ways(s, 'search') : nothing}
      ${n ? html`<ol class="hits" start=${s.cursor ? nothing : s.offset + 1}>
        ${r.results.map((a, i) => row(a, s, s.offset + i, redraw))}</ol>` : none(r, s)}
      ${r.outside.furniture
        ? html`<p class="aside-line">${furniture ? html`<a href=${searchUrl(furniture)}>${beyond}</a>` : beyond}</p>` : nothing}
      ${s.limit ? pager(r, s, n) : nothing}
    </div>
    <dialog id="sheet" class="sheet" aria-labelledby="sheet-h">
      ${sheetHead('sheet', S.filters)}
      <div class="sheet-body">
        <fieldset class="facet dates"><legend>${S.dates}</legend>${dateFields(s, commit)}${grouping('frow')}</fieldset>${groups}
      </div>
      <form method="dialog" class="sheet-foot"><button class="btn primary">${S.show(r.total)}</button></form>
    </dialog>
  </div>`;
}
