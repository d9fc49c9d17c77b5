// SPDX-License-Identifier: GPL-2.0-or-later
// strings.pages.en.js - The words of later pages, together with those of the first.
import { S as first, plural } from './strings.en.js';

const number = new Intl.NumberFormat('en');
const share = new Intl.NumberFormat('en', { style: 'percent' });
/// No "100%" where something is left, and no "0%" of what is there.
const shareOf = (n, all) => (n < all && n / all > 0.995 ? `over ${share.format(0.99)}` : n / all < 0.005 ? `under ${share.format(0.01)}` : share.format(n / all));
const parts = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 });
const seconds = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const S = {
  ...first,

  none: 'No articles match', noWord: (word) => `${word} is in no article of this archive.`,
  without: (label) => `Search without ${label}`, anyDate: 'Search all dates', undatedOnly: 'Articles with no date',
  help: 'How to write a search', tryInstead: (text) => `Try ${text}`,

  refused: 'This search could not be read',
  gone: 'There is no such article',
  goneHow: 'It may have been removed from the archive since this address was made. Search for its words, or go back.',
  noPage: 'There is no such page', noPageHow: 'Search the archive, or start from the beginning.', toStart: 'What the archive holds',
  busy: 'The search server could not answer this time.', busyHow: 'Your search is kept in the address bar.',
  empty: 'The archive is empty', emptyHow: 'Add files or folders of articles with this command; they can be searched as soon as it has ended:',
  emptyWhere: 'Where this server was given an index folder of its own, give the command the same one.',

  copied: 'Link copied', copiedSearch: 'Search citation copied', citeCopied: 'Citation copied', copyByHand: 'Copy this text:',
  searchCitation: (r, url) => `Dateline search: ${r.query.understood || 'all articles'}. ${first.stories(r.total.stories)}, `
    + `${first.articles(r.total.articles)}. Index ${r.index.uuid}, revision ${r.index.revision}. ${url}`,

  notInList: (text) => `Nothing here begins with “${text}”.`,
  listGoesOn: 'The list goes on: type a few letters to find more.',

  back: 'Back to results', resultN: (i, n) => `Result ${number.format(i)} of ${number.format(n)}`,
  prevArt: 'Previous result', nextArt: 'Next result', prevHit: 'Previous match', nextHit: 'Next match',
  hits: (i, n) => (i ? `Match ${i} of ${n}` : plural(n, 'match', 'matches')),
  aboutArticle: 'About this article', noHeadline: 'Without a headline in the file: these are its first words.',
  cite: 'Cite', copyCite: 'Copy citation', print: 'Print', plainText: 'Plain text',
  file: 'File', externalId: 'Id', addedOn: 'Added', original: 'Open the original',
  showFurniture: 'Show page furniture', hideFurniture: 'Hide page furniture',
  furnitureH: 'Page furniture', noFurniture: 'None was found in the file.',

  versionsH: 'Versions of this story', thisOne: 'this one',
  roles: { earliest: 'earliest', version: 'version', copy: 'copy', altered: 'reworded copy' },
  kept: (part) => `keeps ${share.format(part < 1 ? Math.min(part, 0.99) : 1)}`,
  changed: ({ added, dropped }) => (added || dropped ? `${plural(added, 'word', 'words')} added, ${number.format(dropped)} dropped` : ''),
  allVersions: (n) => `All ${plural(n, 'version', 'versions')}`, firstIn: 'Earliest in this archive:',
  sameEvent: 'Same event', sameEventHow: 'Other reports of this event, in words of their own.',
  maybeSameEvent: 'This article has no date: maybe it tells of the same event as these reports.', maybe: 'maybe',
  allOfEvent: (n) => `All ${plural(n, 'article', 'articles')} of this event`,
  alteredHow: 'Reworded by a machine: many of its words are in no dictionary and nowhere else in this archive. '
    + 'Names, figures and quotations may have changed too; quote another report instead.',
  compare: 'Compare', compareWith: (source) => `Compare with ${source}`, backToText: 'Back to the text', swap: 'Swap sides',
  onlyIn: 'Only in', nothing: 'none', differ: 'What differs', differNames: 'Names in one only', differFigures: 'Figures in one only',
  noDifference: 'The two texts are the same, word for word.', compareCut: 'Only the beginnings of these texts are compared.',
  notCompared: 'These two cannot be compared',

  names: 'Names', namesOf: 'In the matches of', allArticles: 'all articles', kindsOfNames: 'Kinds of names', allNames: 'All',
  beginning: 'Beginning with', findName: 'Find names', noNames: 'No name begins so here.', noName: 'There is no such name',
  relatedNames: 'Named together with', forms_: 'Written as', alsoKnown: 'Also known as:', quotations: 'Quotations',
  searchWithin: 'Search within these articles', findIn: 'Search',
  trendsHow: 'Up to five searches over time. Shaded: the archive itself holds little.',
  query: (i) => `Query ${i}`, unit: 'Per', fitting: 'fitting period', count: 'Count', shareOf: 'As share of the archive', draw: 'Show',
  share: (part) => parts.format(part), trendsTable: 'Trends, as a table', undatedToo: (n) => `${number.format(n)} without a date`,
  order: 'Order', orders: { date: 'By date', left: 'By the words before', right: 'By the words behind' },
  noLines: 'Nothing to show: lines need words that are searched for.', someLines: 'Sorted are the lines of the first articles only; narrow the search to have all.',
  ofThese: (t) => `${number.format(t.articles)} here, ${number.format(t.archive)} in all`,
  termsHow: (n) => `Words that ${plural(n, 'story', 'stories')} of this search use more than the rest of the archive.`,
  termsPartial: 'There are more stories; these come first.', noTerms: 'No word stands out.',
  later: 'Later', noFirst: 'No article with a stated date has it.',
  maybeEarlier: (inferred, undated) => `${plural(inferred + undated, 'article', 'articles')} may be earlier: ${number.format(inferred)} with an inferred date, ${number.format(undated)} without one.`,

  sources: 'Sources',
  sourcesHow: 'What each source has in the archive, when, and how its dates are known. '
    + 'Gaps are stretches of more than 30 days without an article.',
  undatedSource: 'None of its articles carries a date.',
  gaps: (n) => plural(n, 'gap', 'gaps'), gap: (from, to, days) => `${from} to ${to}, ${plural(days, 'day', 'days')}`,
  shares: (c) => {
    const all = c.stated + c.inferred + c.none || 1;
    return [['stated', 'stated'], ['inferred', 'inferred'], ['none', 'not known']]
      .filter(([key]) => c[key]).map(([key, text]) => `${shareOf(c[key], all)} ${text}`).join(', ');
  },
  datesAre: 'Dates:', lastAdded: (when) => `Last added ${when}`, stripOf: (span) => `Each strip runs from ${span}.`,

  status: 'Status', statusHow: 'What this server is searching now.', archive: 'Archive',
  lastRun: 'Last run of the indexer', rejects: 'Rejected articles',
  articlesRow: 'Articles', storiesRow: 'Stories', sourcesRow: 'Sources', spanRow: 'Span',
  datesRow: 'Dates', indexRow: 'Index', revision: 'Revision',
  versionOf: (name) => `Version of ${name.replaceAll('_', ' ')}`,
  run: {
    finished: 'Ended', read: 'Read', new: 'New', updated: 'Changed', unchanged: 'Unchanged', duplicate: 'Duplicates',
    rejected: 'Rejected', skipped: 'Skipped', removed: 'Removed', seconds: 'Seconds', revision: 'Revision',
  },
  seconds: (n) => seconds.format(n), noRejects: 'None. Every article of the last run was taken.',
  rejectsMore: (n) => `${plural(n, 'more is', 'more are')} in the report of the run.`,
  certaintyRow: (c) => `${number.format(c.stated)} stated, ${number.format(c.inferred)} inferred, ${number.format(c.none)} none`,

  helpHow: 'Words next to each other must all be there. The examples run in this archive.',
  formsH: 'Words and operators', fieldsH: 'Fields', fieldsHow: 'A field narrows the word or quoted phrase after its colon.',
  /// Each form: how to write it with words of the archive, what it finds, and what it can't do without.
  forms: [
    [(x) => `${x.word} ${x.other}`, 'both words, in any form'],
    [(x) => `${x.word} OR ${x.other}`, 'either word; OR in capitals'],
    [(x) => `${x.word} -${x.other}`, 'the first word without the second; also NOT'],
    [(x) => `(${x.word} OR ${x.other}) -${x.third}`, 'brackets group'],
    [(x) => `"${x.phrase}"`, 'these words in this order, as written'],
    [(x) => `=${x.word}`, 'this form only, no other endings'],
    [(x) => `${x.beginning}*`, 'every word that begins so; ? stands for one letter'],
    [(x) => `${x.spaced}~`, 'spelled nearly so'],
    [(x) => `${x.word} NEAR/5 ${x.other}`, 'at most five words apart; ADJ/5 in this order, SAME in one paragraph'],
    [(x) => `atleast3:${x.word}`, 'at least three mentions'],
    [(x) => `said:${x.word}`, 'inside quotation marks, whoever spoke'],
    [(x) => `said:"${x.person}" ${x.word}`, 'inside a quotation of that person', 'person'],
    [(x) => `headline:${x.word}`, 'in the headline'],
    [(x) => `person:"${x.person}"`, 'the person, under any name the archive knows', 'person'],
    [(x) => `source:"${x.source}"`, 'from this source', 'source'],
    [(x) => `date:${x.year}`, 'in this year; also 2024-06, 2024-06-19 and 2024-06..2024-11', 'year'],
    [(x) => `since:${x.year} until:${x.year}-06`, 'from the first, up to and including the second', 'year'],
    [(x) => `${x.word} certainty:stated`, 'only articles that state their date'],
  ],
  exampleWords: ['harbour', 'ferry', 'council'], showKeys: 'Show the keys',
  example: 'Example', meaning: 'Finds', field: 'Field',

  keysH: 'Keyboard', keysOn: 'Single-key shortcuts',
  keys: [
    [['/'], 'Go to the search box'], [['j', 'k'], 'Next, previous result (in an article: next, previous article)'],
    [['Enter', 'o'], 'Open the focused result'], [['u'], 'Back to results'], [['n', 'p'], 'Next, previous match in the article'],
    [['v'], 'Versions of the story'], [['c'], 'Copy the citation'], [['Esc'], 'Close a list or dialog'], [['?'], 'This list'],
  ],
};
