// SPDX-License-Identifier: GPL-2.0-or-later
// api.js - The only place that calls the server. All take the signal that aborts them last.
import { address, blank, parameters, plus, restarted, PAGE } from './state.js';

/// The lists beside the results, in the order they are shown.
export const FACETS = ['source', 'person', 'org', 'place', 'section', 'author', 'agency', 'certainty', 'lang'];
/// Values asked for in each list; a longer one has a search of its own.
export const FACET_LIMIT = 30;

/// Lines of a page of a concordance.
const LINES = 50;

/// What is wrong, in the server's words (RFC 9457): code, status, detail, errors.
const problem = (body) => Object.assign(new Error(body.detail ?? body.title), body);
const target = (path, params) => address(`/api/v1${path}`, params);
async function ask(path, params, signal) {
  const response = await fetch(target(path, params), { signal, headers: { accept: 'application/json' } });
  const body = await response.json().catch(() => null);
  signal?.throwIfAborted();
  if (response.ok && body) return body;
  throw body?.code ? problem(body) : new Error(`${response.status} from ${path}`);
}
const ofArticle = (id) => `/articles/${encodeURIComponent(id)}`;

/// A page of results with everything that stands around it.
export const search = (s, signal) => ask('/search', plus(s, { facets: FACETS, facet_limit: FACET_LIMIT, histogram: 'auto', explain: 1 }), signal);
/// What the archive holds: the newest articles, the most frequent names, articles over time.
export const overview = (signal) => ask('/search', plus(blank(), { facets: FACETS, facet_limit: 6, histogram: 'auto', limit: 5 }), signal);
/// The start page: the same, and what /status says.
export async function start(signal) {
  const [r, about] = await Promise.all([overview(signal), status(signal)]);
  if (!about.articles) throw problem({ status: 503, code: 'index.not_ready' });
  return { r, about };
}
/// The rows around one place in the list, for "next result".
export const around = (s, signal) => ask('/search', plus(s, { offset: Math.max(0, s.offset - 1), limit: 3, highlight: 'none' }), signal);
/// One article, marked by the search; `furniture` is '1' to have what stands around it, else ''.
export const article = (id, s, furniture, signal) => ask(ofArticle(id), plus(restarted(s), { furniture }), signal);
/// The articles of a story, each with what it kept of the earliest.
export const story = (id, signal) => ask(`/stories/${encodeURIComponent(id)}`, null, signal);
export const compare = (left, right, signal) => ask('/compare', plus(blank(), { left, right }), signal);
/// A long list of facet values, narrowed to those that begin with `prefix`.
export const facet = (name, s, prefix, signal) => ask(`/facets/${name}`, plus(restarted(s), { limit: 100, prefix }), signal);
/// Completions of `prefix`. The server has one word for all names.
export const suggest = (prefix, types, signal) =>
  ask('/suggest', plus(blank(), { prefix, types: [...new Set(types.map((x) => x.replace(/person|org|place/, 'entity')))] }), signal);
/// The people, organisations and places of a search; of one `type` and beginning with `prefix` where these are not empty.
export const entities = (s, type, prefix, signal) => ask('/entities', plus(restarted(s), { type, prefix, limit: 100 }), signal);
export const entity = (id, s, signal) => ask(`/entities/${encodeURIComponent(id)}`, parameters(restarted(s)), signal);
/// Several queries over time, lines of words in context, telling words, a first mention.
export const timeline = (s, signal) => ask('/timeline', parameters(restarted(s)), signal);
export const kwic = (s, signal) => ask('/kwic', parameters({ ...s, limit: s.limit === PAGE ? LINES : s.limit }), signal);
export const terms = (s, signal) => ask('/terms', parameters(restarted(s)), signal);
export const first = (s, signal) => ask('/first', parameters(s), signal);
export const status = (signal) => ask('/status', null, signal);
export const sources = (signal) => ask('/sources', null, signal);
export const fields = (signal) => ask('/fields', null, signal);

export const exportUrl = (s, format) => target('/export', plus(restarted(s), { format }));
export const citeUrl = (id, format) => target(ofArticle(id), plus(blank(), { format }));
export const feedUrl = (s) => address('/feed.atom', parameters(restarted(s, { sort: '' })));
