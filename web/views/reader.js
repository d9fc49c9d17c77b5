// SPDX-License-Identifier: GPL-2.0-or-later
// reader.js - One article, with everything needed to walk back to its original.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { dateLabel, momentInWords } from '../dates.js';
import { searchUrl, articleUrl, entityUrl, blank, take } from '../state.js';
import { citeUrl, article, around as rowsAround } from '../api.js';
import { marks, plain, sourceLine, sourceOf } from './parts.js';
import { versionsOf, sameEvent, firstOf } from './versions.js';

const TYPES = ['person', 'org', 'place'];
/// Zones that are the article; the headline stands above, furniture apart.
const TEXT = ['standfirst', 'header', 'byline', 'dateline', 'body', 'caption', 'credit'];
const CITATIONS = ['bibtex', 'ris', 'csljson'];

const nameUrl = (e) => entityUrl(e.id, blank());
/// The neighbours in the list; null where the article does not stand where its address says.
function neighbours(r, id, s) {
  const i = r.results.findIndex((row) => row.id === id);
  if (i !== Math.min(1, s.offset)) return null;
  return { total: s.fold === 'none' ? r.total.articles : r.total.stories, before: r.results[i - 1], after: r.results[i + 1] };
}
/// The article, and its neighbours if the address holds a search. Who searches the furniture sees it.
export async function load(signal, state) {
  const id = decodeURIComponent(location.pathname.split('/')[2]), [furniture, s] = take(state, 'furniture');
  const listed = searchUrl(s) !== '/search', shown = furniture || (s.q.includes('in:furniture') ? '1' : '');
  const [a, near] = await Promise.all([article(id, s, shown, signal), listed ? rowsAround(s, signal).catch(() => null) : null]);
  return { a, s, around: near && neighbours(near, id, s), withFurniture: shown === '1' };
}

// The marks, and the one that stands out.
let found = [], at = -1;
const tell = (text) => { document.querySelector('.hitpos').textContent = text; };
export function drawn() {
  [found, at] = [[...document.querySelectorAll('.paper .text mark, .paper .furniture mark')], -1];
  document.querySelector('.hitnav').hidden = !found.length;
  tell(found.length ? S.hits(0, found.length) : '');
}
function walkMarks(step) {
  if (!found.length) return;
  found[at]?.classList.remove('now');
  at = at < 0 && step < 0 ? found.length - 1 : (at + step + found.length) % found.length;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  found[at].classList.add('now');
  found[at].scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  tell(S.hits(at + 1, found.length));
}

const citation = (a) => {
  const agency = a.agency.length ? ` (${a.agency.join(', ')})` : '';
  return `“${plain(a.title)}.” ${sourceOf(a)}${agency}, ${dateLabel(a.published).cite}. ${a.url || a.provenance.path}`;
};
const listUrl = (s) => searchUrl(s, { offset: s.limit ? Math.floor(s.offset / s.limit) * s.limit : 0 });

/// The first mention of each name is a link, even where marks cut it into segments.
function paragraph(segments, kind, byId, seen) {
  const out = [];
  for (let i = 0; i < segments.length;) {
    const id = segments[i].entity, e = id && byId.get(id);
    let end = i + 1;
    while (id && segments[end]?.entity === id) end++;
    const words = marks(segments.slice(i, end));
    if (e && !seen.has(id)) {
      seen.add(id);
      out.push(html`<a class="ent ${e.type}" href=${nameUrl(e)}>${words}</a>`);
    } else out.push(words);
    i = end;
  }
  return html`<p class=${kind === 'body' ? nothing : kind}>${out}</p>`;
}

const icon = (path) => html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${path}/></svg>`;
const LEFT = 'M10 3 5 8l5 5', RIGHT = 'm6 3 5 5-5 5', UP = 'm3 10 5-5 5 5', DOWN = 'm3 6 5 5 5-5';

function crumbs(s, around) {
  const step = (rel, a, offset, label, key, path) => (a
    ? html`<a rel=${rel} href=${articleUrl(a.id, s, offset)} aria-label=${label} title="${label} (${key})">${icon(path)}</a>` : nothing);
  const hit = (by, label, key, path) => html`<button type="button" class="mini" data-hit=${by} aria-label=${label}
    title="${label} (${key})" @click=${() => walkMarks(by)}>${icon(path)}</button>`;
  return html`<div class="crumbs">
    <a class="backlink" href=${listUrl(s)} data-back><span aria-hidden="true" class="arr">←</span> ${S.back}</a>
    ${around ? html`<span class="pos">${S.resultN(s.offset + 1, around.total)}</span>
      <span class="pn">${step('prev', around.before, s.offset - 1, S.prevArt, 'k', LEFT)}
        ${step('next', around.after, s.offset + 1, S.nextArt, 'j', RIGHT)}</span>` : nothing}
    <span class="hitnav" hidden><span class="hitpos" role="status"></span>
      ${hit(-1, S.prevHit, 'p', UP)}${hit(1, S.nextHit, 'n', DOWN)}</span>
  </div>`;
}

/// What stands over a text. `first`: who had it before, if anybody did.
export function masthead(a, first) {
  const d = dateLabel(a.published), doubtful = a.published.certainty !== 'stated';
  return html`<header>
    ${sourceLine(a, a.authors.join(', '), a.section, S.words(a.words))}
    <h1 dir="auto">${marks(a.title)}</h1>
    ${a.title_basis === 'lead' ? html`<p class="untitled" lang="en">${S.noHeadline}</p>` : nothing}
    <p class="when ${a.published.certainty}" lang="en"><em>${d.about}</em>
      <time datetime=${d.iso ?? nothing}>${d.long}</time> ${doubtful ? html`<span class="why">${d.why}</span>` : nothing}
      ${first}</p>
    ${a.quality.altered ? html`<p class="note" lang="en">${S.alteredHow}</p>` : nothing}
  </header>`;
}

const names = (a) => {
  const types = TYPES.filter((type) => a.entities.some((e) => e.type === type));
  return !types.length ? nothing : html`<section><h2>${S.namesIn}</h2><dl class="nlist">
    ${types.map((type) => html`<div><dt>${S.facets[type]}</dt>
      <dd>${a.entities.filter((e) => e.type === type).map((e) => html`<a href=${nameUrl(e)}><bdi>${e.name}</bdi></a> `)}</dd></div>`)}
  </dl></section>`;
};
const cite = (a) => html`<section><h2>${S.cite}</h2>
  <p class="cite" dir="auto">${citation(a)}</p>
  <p class="acts"><button type="button" class="btn" data-cite @click=${async () => (await import('./popups.js')).copyCitation(citation(a))}>${S.copyCite}</button>
    <button type="button" class="btn" @click=${() => print()}>${S.print}</button></p>
  <p class="acts">${CITATIONS.map((format) => html`<a href=${citeUrl(a.id, format)} download>${S.formats[format]}</a> `)}</p>
</section>`;

function provenance(a, s, withFurniture) {
  const p = a.provenance, fact = (label, value) => html`<p class="prov"><span class="lbl">${label}</span> ${value}</p>`;
  const furniture = articleUrl(a.id, { ...s, others: [...s.others, ['furniture', withFurniture ? 0 : 1]] }, s.offset);
  return html`<section><h2>${S.dateFrom}</h2>
    <p class="prov">${dateLabel(a.published).full}</p>
    ${fact(S.file, html`<code>${p.path}:${p.record}</code>`)}
    ${fact('SHA-256', html`<code title=${p.sha256}>${p.sha256.slice(0, 16)}…</code>`)}
    ${a.external_id ? fact(S.externalId, html`<code>${a.external_id}</code>`) : nothing}
    ${fact(S.addedOn, momentInWords(p.added))}
    <p class="prov links"><a href=${citeUrl(a.id, 'text')} download>${S.plainText}</a>
      ${/^https?:\/\//.test(a.url ?? '') ? html`<a href=${a.url} rel="external noreferrer">${S.original}</a>` : nothing}
      <a href=${furniture}>${withFurniture ? S.hideFurniture : S.showFurniture}</a></p>
  </section>`;
}

export function page({ a, s, around, withFurniture }) {
  const byId = new Map(a.entities.map((e) => [e.id, e])), seen = new Set();
  const zones = (kinds) => a.zones.filter((z) => kinds.includes(z.kind));
  const furniture = zones(['furniture']).flatMap((z) => z.paragraphs);
  return html`<div class="reader">
    ${crumbs(s, around)}
    <article class="paper" lang=${a.language ?? nothing}>
      ${masthead(a, firstOf(a, s))}
      <div class="text" dir="auto">${zones(TEXT).map((z) => z.paragraphs.map((p) => paragraph(p, z.kind, byId, seen)))}</div>
      ${withFurniture ? html`<section class="furniture" aria-labelledby="furniture-h">
        <h2 id="furniture-h" lang="en">${S.furnitureH}</h2>
        ${furniture.length ? furniture.map((p) => html`<p dir="auto">${marks(p)}</p>`) : html`<p lang="en">${S.noFurniture}</p>`}</section>` : nothing}
    </article>
    <aside class="side" aria-label=${S.aboutArticle}>${versionsOf(a, a.story, s)}${sameEvent(a, s)}${names(a)}${cite(a)}${provenance(a, s, withFurniture)}</aside>
  </div>`;
}
