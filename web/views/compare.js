// SPDX-License-Identifier: GPL-2.0-or-later
// compare.js - Two articles in one column: what both say, and what only one says.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { dateLabel } from '../dates.js';
import { articleUrl, compareUrl, take } from '../state.js';
import { compare, story } from '../api.js';
import { plain, sourceOf } from './parts.js';
import { masthead } from './reader.js';
import { versionsOf } from './versions.js';

/// The two of the address and the versions of the left one.
export async function load(signal, state) {
  const [left, others] = take(state, 'left'), [right, s] = take(others, 'right');
  const r = await compare(left, right, signal);
  return { r, s, versions: r.left.story.articles > 1 && await story(r.left.story.id, signal) };
}
export const title = ({ r }) => S.compareWith(sourceOf(r.right));

/// What tells the two apart: the source, and where that is the same day and length too.
function names({ left, right }) {
  const alike = left.source === right.source;
  const name = (a) => [sourceOf(a), ...(alike ? [dateLabel(a.published).cite, S.words(a.words)] : [])].join(', ');
  return { left: name(left), right: name(right) };
}

const side = (text, only) => (only === 'left' ? html`<del>${text}</del>` : only === 'right' ? html`<ins>${text}</ins>` : text);
/// A headline that both have stands above already.
function paragraph({ kind, text, edits = [{ text, only: kind }] }, titles) {
  const head = titles.includes(edits.map((e) => (e.only === 'right' ? '' : e.text)).join('') || text);
  return head && kind === 'same' ? nothing : html`<p class=${head ? 'head' : nothing}>${edits.map((e) => side(e.text, e.only))}</p>`;
}

const facts = (text, found, by) => html`<dt>${text}</dt>${['left', 'right'].map((which) => html`<dd><bdi>${by[which]}</bdi>:
  <span dir="auto">${found[which].join(', ') || S.nothing}</span></dd>`)}`;

export function page({ r, s, versions }) {
  const { left, right, differ } = r, by = names(r);
  return html`<div class="reader">
    <div class="crumbs"><a class="backlink" href=${articleUrl(left.id, s, s.offset)} data-back><span aria-hidden="true" class="arr">←</span> ${S.backToText}</a></div>
    <article class="paper" lang=${left.language ?? nothing}>
      ${masthead(left)}
      <div class="diffhead" lang="en"><h2>${title({ r })}</h2> <a href=${compareUrl(right.id, left.id, s)}>${S.swap}</a>
        <p>${dateLabel(right.published).long}: <a href=${articleUrl(right.id, s)} lang=${right.language ?? nothing}><bdi>${plain(right.title)}</bdi></a></p>
        <p class="diffkey"><del>${S.onlyIn} <bdi>${by.left}</bdi></del> <ins>${S.onlyIn} <bdi>${by.right}</bdi></ins></p></div>
      ${r.cut || r.paragraphs.every((p) => p.kind === 'same') ? html`<p class="note" lang="en">${r.cut ? S.compareCut : S.noDifference}</p>` : nothing}
      <div class="text" dir="auto">${r.paragraphs.map((p) => paragraph(p, [plain(left.title), plain(right.title)]))}</div>
    </article>
    <aside class="side" aria-label=${S.aboutArticle}>
      <section><h2>${S.differ}</h2><dl class="differ">${facts(S.differNames, differ.names, by)}${facts(S.differFigures, differ.figures, by)}</dl></section>
      ${versionsOf(left, versions, s)}
    </aside>
  </div>`;
}
