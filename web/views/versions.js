// SPDX-License-Identifier: GPL-2.0-or-later
// versions.js - The articles of one story, and those that tell of the same event in words of their own, as lists.
//
// The two are never mixed: a version has the text of the earliest, another report only its event.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { dateLabel } from '../dates.js';
import { articleUrl, compareUrl, searchUrl, blank } from '../state.js';
import { story } from '../api.js';
import { dateCell, plain, sourceOf } from './parts.js';

/// Lines that stand open beside a text.
const SHOWN = 8;

const name = (m) => html`<bdi>${sourceOf(m)}</bdi>`;
const headline = (m) => html`<bdi lang=${m.language ?? nothing}>${plain(m.title)}</bdi>`;

/// One article as seen from `a`, which can be compared with all but itself. `notes`: lines under its name.
function line(m, a, s, text, ...notes) {
  const own = m.id === a.id;
  return html`<li aria-current=${own ? 'true' : nothing}>${dateCell(m.published)}
    <div>${own && text === name ? html`<b>${text(m)}</b>` : html`<a data-id=${m.id} href=${articleUrl(m.id, s, s.offset)}>${text(m)}</a>`}
      ${notes.map((note) => (note ? html`<small>${note}</small>` : nothing))}</div>
    ${own ? nothing : html`<a class="cmp" href=${compareUrl(a.id, m.id, s)} data-id="to ${m.id}" aria-label=${S.compareWith(sourceOf(m))}>${S.compare}</a>`}</li>`;
}
const list = (lines) => html`<ol class="vlist">${lines.slice(0, SHOWN)}</ol>
  ${lines.length > SHOWN ? html`<details><summary>${S.more(lines.length - SHOWN)}</summary><ol class="vlist">${lines.slice(SHOWN)}</ol></details>` : nothing}`;
/// A way to the articles that an answer is too short for.
const rest = ({ members, articles }, text, search) => (members.length < articles
  ? html`<p><a href=${searchUrl({ ...blank(), ...search, fold: 'none', sort: 'oldest' })}>${text(articles)}</a></p>` : nothing);

/// Asks for the members of a story. What comes draws them under the row of `a`; `s` has its place.
export async function underRow(id) {
  const x = await story(id);
  return (a, s) => html`${list(x.members.map((m) => line(m, a, s, headline, html`${name(m)}, ${S.roles[m.role]}`)))}
    ${rest(x, S.allVersions, { story: x.id })}`;
}

/// Beside a text: what each version in the story `x` kept of the earliest, what it added and dropped.
export function versionsOf(a, x, s) {
  if (!(x.members?.length > 1)) return nothing;
  const fate = (m) => [m.id === a.id && S.thisOne, S.roles[m.role], m.role !== 'earliest' && S.kept(m.kept)].filter(Boolean).join(', ');
  return html`<section><h2>${S.versionsH}</h2>
    ${list(x.members.map((m) => line(m, a, s, name, fate(m), m.role !== 'earliest' && S.changed(m))))}
    ${rest(x, S.allVersions, { story: x.id })}</section>`;
}

const undated = (a) => a.published.certainty === 'none';
/// The other reports of the event, one a story.
function reports(a) {
  const seen = new Set([a.story.id]);
  return a.event?.members.filter((m) => !seen.has(m.story.id) && seen.add(m.story.id)) ?? [];
}
/// Beside a text: other reports of its event.
export function sameEvent(a, s) {
  const found = reports(a), own = undated(a);
  const report = (m) => line(m, a, s, headline, name(m), m.story.articles > 1 && S.versions(m.story.articles), m.quality.altered && S.altered,
    undated(m) && !own && S.maybe);
  return !found.length ? nothing : html`<section class="event"><h2>${S.sameEvent}</h2>
    <p class="quiet">${own ? S.maybeSameEvent : S.sameEventHow}</p>${list(found.map(report))}
    ${rest(a.event, S.allOfEvent, { event: a.event.id })}</section>`;
}

/// Who had it before: the earliest version, or for a reworded text that has none the earliest report of its event.
export function firstOf(a, s) {
  const first = a.story.members.find((m) => m.role === 'earliest')
    ?? (a.quality.altered && reports(a).find((m) => !m.quality.altered && !undated(m)));
  if (!first || first.id === a.id) return nothing;
  const d = dateLabel(first.published);
  return html`<span class="why">${S.firstIn} <a href=${articleUrl(first.id, s)}>${name(first)}</a>, ${d.about}${d.main}</span>`;
}
