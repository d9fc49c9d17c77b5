// SPDX-License-Identifier: GPL-2.0-or-later
// api.js - The only place that calls the server.
import { parameters, restarted } from './state.js';

const BASE = '/api/v1';
/// The lists beside the results, in the order they are shown.
export const FACETS = ['source', 'person', 'org', 'place', 'section', 'author', 'agency', 'certainty', 'lang'];
/// Values asked for in each list; a longer one has a search of its own.
export const FACET_LIMIT = 30;

/// What is wrong, in the server's words (RFC 9457): code, status, detail, errors.
export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title);
    Object.assign(this, { name: 'Problem', ...body });
  }
}
async function get(target, { signal } = {}) {
  const response = await fetch(target, { signal, headers: { accept: 'application/json' } });
  const body = await response.json().catch(() => null);
  signal?.throwIfAborted();
  if (response.ok && body) return body;
  if (body?.code) throw new Problem(body);
  throw new Error(`${response.status} from ${target}`);
}
const target = (path, params) => `${BASE}${path}${params?.size ? `?${params}` : ''}`;
const ask = (path, params, options) => get(target(path, params), options);
const plus = (params, more) => {
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return params;
};
const part = (id) => encodeURIComponent(id);

/// A page of results with everything that stands around it.
export const search = (s, options) =>
  ask('/search', plus(parameters(s), { facets: FACETS, facet_limit: FACET_LIMIT, histogram: 'auto', explain: 1 }), options);
/// What the archive holds: the newest articles, the most frequent names, articles over time.
export const overview = (options) =>
  ask('/search', new URLSearchParams({ facets: FACETS, facet_limit: 6, histogram: 'auto', limit: 5 }), options);
/// The rows around one place in the list, for "next result".
export const around = (s, options) =>
  ask('/search', plus(parameters(s), { offset: Math.max(0, s.offset - 1), limit: 3, highlight: 'none' }), options);
/// One article, marked by the search; `furniture` is '1' to have what stands around it, else ''.
export const article = (id, s, furniture, options) =>
  ask(`/articles/${part(id)}`, plus(parameters(restarted(s)), furniture ? { furniture } : {}), options);
/// A long list of facet values, those that begin with `prefix` first narrowed by the server.
export const facet = (name, s, prefix, options) =>
  ask(`/facets/${part(name)}`, plus(parameters(restarted(s)), { limit: 100, ...(prefix ? { prefix } : {}) }), options);
/// Completions of `prefix`. The server has one word for all names.
export const suggest = (prefix, types, options) =>
  ask('/suggest', new URLSearchParams({ prefix, types: [...new Set(types.map((x) => x.replace(/person|org|place/, 'entity')))] }), options);
export const status = (options) => ask('/status', null, options);
export const sources = (options) => ask('/sources', null, options);
export const fields = (options) => ask('/fields', null, options);

export const exportUrl = (s, format) => target('/export', plus(parameters(restarted(s)), { format }));
export const citeUrl = (id, format) => target(`/articles/${part(id)}`, new URLSearchParams({ format }));
export const feedUrl = (s) => {
  const params = parameters(restarted(s, { sort: '' }));
  return `/feed.atom${params.size ? `?${params}` : ''}`;
};
