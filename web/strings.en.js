// SPDX-License-Identifier: GPL-2.0-or-later
// strings.en.js - The words of the first page; strings.pages.en.js has those of later ones.
//
// Roles and names that assistive technology, scripts and tests rely on are among them: changing one changes the interface.
const rules = new Intl.PluralRules('en'), number = new Intl.NumberFormat('en');
const tongues = new Intl.DisplayNames('en', { type: 'language' });
/// "1 article", "2 articles".
export const plural = (n, one, other) => `${number.format(n)} ${rules.select(n) === 'one' ? one : other}`;
const stories = (n) => plural(n, 'story', 'stories'), articles = (n) => plural(n, 'article', 'articles');

/// What a date rests on.
const BASIS = {
  field: 'Date field of the file', jsonld: 'Date in the page’s metadata', jsonld_page: 'Date in the page’s metadata',
  meta: 'Date in the page’s metadata', microdata: 'Date marked up in the page', url: 'From the address of the page',
  time: 'Time marked up in the page', date_element: 'Date line of the page', text_header: 'Printed at the head of the text',
  text_keyword: 'Printed in the text after “published” or the like', free_text: 'First full date in the text',
  weekday: 'Worked out from a weekday in the text', modified: 'From the date of the last change',
  event: 'Worked out from an event in the text', holiday: 'Worked out from a holiday in the text',
  copies: 'Worked out from dated copies', path: 'From the name of the file or its folder',
  none: 'No date found in the file, its name or its text',
};
const KINDS = {
  exact: 'exactly', zone: 'in', said: 'quoted',
  person: 'person', org: 'organisation', place: 'place', entity: 'name', lang: 'language', date_basis: 'dates',
};

export const S = {
  title: 'Dateline', language_: 'en',
  number: (n) => number.format(n), stories, articles, both: (f) => `${stories(f.stories)}, ${articles(f.articles)}`,
  words: (n) => plural(n, 'word', 'words'),
  /// What the server says of a fault, as a sentence of its own.
  sentence: (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.'),
  took: (us) => (us < 1000 ? 'under 1 ms' : `${number.format(Math.round(us / 1000))} ms`),
  language: (code) => { try { return tongues.of(code); } catch { return code; } },

  // How the search was read
  resultsFor: (q) => (q ? `Results for ${q}` : 'All articles'), understood: 'Search read as',
  remove: (text) => `Remove ${text}`, clear: 'Clear all', kinds: KINDS, without_: (kind) => `without ${kind}`,
  since: (date) => `since ${date}`, until: (date) => `until ${date}`, plusUndated: 'and no date', onlyUndated: 'only without a date',
  partial: 'A part of the archive could not be searched; the figures leave it out.',

  filters: 'Filters', close: 'Close', show: (total) => `Show ${stories(total.stories)}`,
  countHead: 'stories · articles', articlesHead: 'articles',
  facets: {
    source: 'Source', person: 'People', org: 'Organisations', place: 'Places', section: 'Section', author: 'Author',
    agency: 'Agency', certainty: 'Date', lang: 'Language', site: 'Site', tag: 'Tag',
  },
  certainty: { stated: 'Stated in the article', inferred: 'Inferred', none: 'No date' },
  more: (n) => `Show ${number.format(n)} more`, less: 'Show fewer',
  full: 'An address holds no more values than are chosen. Leave one of them out first.',
  searchList: (facet) => `Search in ${facet.toLowerCase()}`,

  from: 'From', to: 'To', dates: 'Dates', timeline: 'Articles over time', drag: 'Drag across the bars to choose a period.',
  table: 'Show as a table', tableName: 'Articles over time, as a table', wholeRange: 'All dates', undated: 'No date',
  period: { year: 'Year', month: 'Month', week: 'Week', day: 'Day' },
  first: { year: 'First year', month: 'First month', week: 'First week', day: 'First day' },
  last: { year: 'Last year', month: 'Last month', week: 'Last week', day: 'Last day' },
  stated: 'date stated', inferredKey: 'date inferred', storiesHead: 'stories', archived: 'whole archive',

  noDate: 'No date', noDateCited: 'no date', inferred: 'inferred', about: 'on or about', aboutInferred: 'on or about, inferred',
  within: (n) => `± ${plural(n, 'day', 'days')}, inferred`, dayUnknown: 'day unknown', monthUnknown: 'month unknown',
  dateFrom: 'How this date is known', basis: (code) => BASIS[code] ?? code.replaceAll('_', ' '),

  from_: 'from', sort: 'Sort', group: 'Group copies of a story', versions: (n) => `${plural(n, 'version', 'versions')} of this story`, via: 'via', altered: 'reworded by a machine', noSource: 'Source unknown',
  sorts: { relevance: 'Best match', newest: 'Newest', oldest: 'Oldest', added: 'Recently added', copies: 'Most copied' },
  namesIn: 'Names in this article', exportAs: 'Export', formats: { csv: 'CSV', jsonl: 'JSONL', bibtex: 'BibTeX', ris: 'RIS', csljson: 'CSL-JSON' }, feed: 'Atom feed',
  copyLink: 'Copy link',
  copySearch: 'Copy search citation',
  prev: 'Previous', next: 'Next', page: (a, b) => `Page ${number.format(a)} of ${number.format(b)}`, pages: 'Pages of results',
  furniture: (n) => `${n === 1 ? '1 more article matches' : `${number.format(n)} more articles match`} only in page furniture`,

  waysH: 'Other views of this search',
  ways: { search: 'Results', timeline: 'Trends', kwic: 'Concordance', terms: 'Telling words', first: 'First mention' },

  slow: 'Still searching. Large phrase searches can take a few seconds.',
  offline: 'The search server does not answer.', retry: 'Retry',
  offlineHow: 'Start it again with the same command, then retry. Your search is kept in the address bar.',

  // What the archive holds
  holds: (n, sources) => `${articles(n)} from ${plural(sources, 'source', 'sources')}`,
  tell: (n) => `They tell ${stories(n)}.`,
  spanOf: (from, to) => (from === to ? from : `${from} to ${to}`), coverage: (span) => `From ${span}.`, latest: 'Latest in the archive',
  dateMix: (c) => `${[
    c.stated && `${plural(c.stated, 'carries', 'carry')} a date`, c.inferred && `${plural(c.inferred, 'has', 'have')} one inferred`,
    c.none && `${plural(c.none, 'has', 'have')} none`].filter(Boolean).join(', ')}.`,

  theme: { auto: 'Theme: automatic', light: 'Theme: light', dark: 'Theme: dark' },
  suggests: { word: 'Word', source: 'Source', person: 'Person', org: 'Organisation', place: 'Place' },
};
