// SPDX-License-Identifier: GPL-2.0-or-later
// unit.test.mjs - The address, the dates, the words and the rules of the source, without browser or server.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { web } from './support.mjs';
import { faultsOf } from './markup.mjs';

const { served, terserOf } = await import(path.join(web, 'served_scripts.mjs'));
const { joined, PARTS } = await import(path.join(web, 'joined_style.mjs'));
const { S } = await import(path.join(web, 'strings.pages.en.js'));
const { read, searchUrl, articleUrl, compareUrl, toggle, apply, take, withHint, mended, fits, movedSearch } = await import(path.join(web, 'state.js'));
const { dateLabel, firstDay, lastDay, daysLater, daysBetween, yearsApart } = await import(path.join(web, 'dates.js'));

const list = (folder, ending) => fs.readdirSync(path.join(web, folder)).filter((f) => ending.test(f)).map((f) => path.join(folder, f));
const page = [...list('.', /\.(js|html)$/), ...list('views', /\.js$/), ...list('styles', /\.css$/)];
const text = (file) => fs.readFileSync(path.join(web, file), 'utf8');
const search = (address) => searchUrl(read(address.slice('/search'.length)));

test('an address read and written again is the same address', () => {
  for (const address of [
    '/search?q=%22a+b%22&from=2024&to=2024-06&undated=include&source=A&source=B&-source=C&person=person%3Ax&fold=none&sort=oldest&offset=40',
    '/search?date_basis=added&story=b3k7q2m9x4t1c8va&limit=50&cursor=abc', '/search?q=a&sauce=b', '/search?q=%F0%9D%84%9E+%26+%23',
  ]) assert.equal(search(address), address);
});
test('equal searches have equal addresses', () => {
  assert.equal(search('/search?source=B&fold=story&source=A&sort=&offset=0&undated=exclude'), '/search?source=A&source=B');
  const s = read('?source=B');
  assert.equal(searchUrl(toggle(toggle(s, 'source', 'C'), 'source', 'C')), '/search?source=B');
});
test('what the page does not understand is sent on, not dropped', () => {
  for (const address of ['/search?offset=ten', '/search?q=a&q=b', '/search?q=a&colour=red', '/search?q=a&limit=-1']) assert.equal(search(address), address);
});
test('a change of the search starts at its first result', () => {
  assert.equal(searchUrl(toggle(read('?q=a&offset=40&cursor=x'), 'lang', 'en')), '/search?q=a&lang=en');
});
test('an address is full before the server would refuse it', () => {
  const sources = (n, name) => ({ ...read('?q=a'), source: Array.from({ length: n }, (_, i) => name + i) });
  assert.ok(fits(sources(40, 'The Harbour Times ')));
  assert.ok(!fits(sources(60, 's')) && !fits(sources(40, 'Газета Порт '.repeat(3))));
  const longest = Array.from({ length: 100 }, (_, n) => sources(n, 'The Harbour Times ')).findLast(fits);
  assert.ok(searchUrl(longest).length < 8192 - 1000);
});
test('a search behind the front page is one of the list, and what is none stays where it is', () => {
  const moved = (address) => movedSearch(new URL(address, 'http://host'));
  assert.equal(moved('/?q=ferry'), '/search?q=ferry');
  assert.equal(moved('/?source=B&colour=red'), '/search?source=B&colour=red');
  for (const address of ['/', '/?q=', '/?utm_source=x', '/search?q=ferry', '/help?q=ferry']) assert.equal(moved(address), null);
});
test('an offered change is applied to the search', () => {
  assert.equal(searchUrl(apply(read('?q=a&from=2024&offset=20'), { from: null, certainty: 'none' })), '/search?q=a&certainty=none');
  assert.equal(searchUrl(apply(read('?q=a+b'), { q: 'a' })), '/search?q=a');
  assert.equal(searchUrl(apply(read('?q=a&source=B&-source=C'), { '-source': null })), '/search?q=a&source=B');
});
test('an article keeps the search and its place in the list', () => {
  assert.equal(articleUrl('b3k7', read('?q=a&source=B&offset=20'), 23), '/articles/b3k7?q=a&source=B&offset=23');
  const [furniture, s] = take(read('?q=a&furniture=1'), 'furniture');
  assert.deepEqual([furniture, searchUrl(s)], ['1', '/search?q=a']);
});

test('a comparison keeps the search, so that the way back is known', () => {
  assert.equal(compareUrl('b3k7', 'x9x9', read('?q=a&source=B&offset=20')), '/compare?q=a&source=B&offset=20&left=b3k7&right=x9x9');
  const [left, rest] = take(read('?q=a&left=b3k7&right=x9x9'), 'left'), [right, s] = take(rest, 'right');
  assert.deepEqual([left, right, searchUrl(s)], ['b3k7', 'x9x9', '/search?q=a']);
});
test('a refused value is mended where it stands', () => {
  const at = (address, fault) => searchUrl(mended(read(address), fault));
  assert.equal(at('?q=a&srt=newest', { code: 'parameter.unknown', parameter: 'srt', hint: 'sort' }), '/search?q=a&sort=newest');
  assert.equal(at('?q=a&offset=ten', { code: 'parameter.bad_value', parameter: 'offset', hint: '10' }), '/search?q=a&offset=10');
  assert.equal(at('?lang=e&lang=de', { code: 'parameter.bad_value', parameter: 'lang', found: 'e', hint: 'en' }), '/search?lang=de&lang=en');
  assert.equal(at('?sort=newst', { code: 'parameter.bad_value', parameter: 'sort', hint: 'newest' }), '/search?sort=newest');
  assert.equal(mended(read('?q=a'), { parameter: 'q' }), null);
});
test('a version that lost a word is not said to keep all', () => {
  assert.deepEqual([1, 0.996, 0.574, 0.13].map(S.kept), ['keeps 100%', 'keeps 99%', 'keeps 57%', 'keeps 13%']);
  assert.deepEqual([S.changed({ added: 0, dropped: 0 }), S.changed({ added: 1, dropped: 1200 })], ['', '1 word added, 1,200 dropped']);
});

const day = (earliest, latest, certainty, more) => ({ earliest, latest, precision: 'day', certainty, basis: 'field', evidence: earliest, ...more });
test('a date says no more than is known', () => {
  const stated = dateLabel(day('2024-11-30', '2024-11-30', 'stated'));
  assert.deepEqual([stated.main, stated.sub, stated.long, stated.cite], ['30 Nov 2024', 'Sat', 'Saturday 30 November 2024'.replace(/^(\w+) /, stated.long.includes(',') ? '$1, ' : '$1 '), '30 Nov 2024']);
  const about = dateLabel(day('2025-05-10', '2025-05-10', 'inferred'));
  assert.deepEqual([about.sub, about.cite, about.about], ['on or about, inferred', '[on or about 10 May 2025]', 'on or about ']);
  const span = dateLabel(day('2024-11-18', '2024-11-26', 'inferred'));
  assert.deepEqual([span.main, span.sub], ['22 Nov 2024', '± 4 days, inferred']);
  const week = dateLabel(day('2024-11-18', '2024-11-24', 'stated'));
  assert.match(week.main, /18.*24 Nov 2024/);
});
test('a month, a year and no date at all are not made into a day', () => {
  const month = dateLabel(day('2024-11-01', '2024-11-30', 'inferred', { precision: 'month' }));
  assert.deepEqual([month.main, month.sub, month.cite, month.iso], ['Nov 2024', 'day unknown', '[Nov 2024]', '2024-11']);
  const year = dateLabel(day('2024-01-01', '2024-12-31', 'stated', { precision: 'year' }));
  assert.deepEqual([year.main, year.sub, year.cite], ['2024', 'month unknown', '2024']);
  const none = dateLabel({ earliest: null, latest: null, precision: 'none', certainty: 'none', basis: 'none', evidence: '' });
  assert.deepEqual([none.main, none.cite, none.iso], ['No date', 'no date', null]);
});
test('a short date is widened to the days it covers', () => {
  assert.deepEqual([firstDay('2024'), firstDay('2024-02'), firstDay(''), firstDay('0099-03-01')], ['2024-01-01', '2024-02-01', '', '0099-03-01']);
  assert.deepEqual([lastDay('2024'), lastDay('2024-02'), lastDay('2023-02'), lastDay('')], ['2024-12-31', '2024-02-29', '2023-02-28', '']);
  assert.deepEqual([daysLater('2024-02-28', 2), daysBetween('2024-02-28', '2024-03-01')], ['2024-03-01', 2]);
});

test('a share says neither all nor nothing where that is not so', () => {
  assert.equal(S.shares({ stated: 19998, inferred: 0, none: 2 }), 'over 99% stated, under 1% not known');
  assert.equal(S.shares({ stated: 3, inferred: 1, none: 0 }), '75% stated, 25% inferred');
  assert.equal(S.shares({ stated: 4, inferred: 0, none: 0 }), '100% stated');
});
test('years that have no room for a label each are labelled in round steps', () => {
  assert.deepEqual([1, 14, 15, 60, 105, 319, 1000].map((count) => yearsApart(count, 14)), [1, 1, 2, 5, 10, 25, 100]);
});
test('a hint takes the place of the fault and of what it repeats around it', async () => {
  for (const [q, start, end, hint, mended] of [
    ['ferry date:2024-13', 11, 18, 'date:2024-12', 'ferry date:2024-12'], ['-date:2024-06..2024-13 x', 15, 22, 'date:2024-06..2024-12', '-date:2024-06..2024-12 x'],
    ['a -persn:"b c"', 3, 8, 'person:', 'a -person:"b c"'], ['persn:x', 0, 5, 'person:x', 'person:x'], ['a NEAR/99 b', 2, 9, 'NEAR/10', 'a NEAR/10 b'],
  ]) assert.equal(withHint([...q], { start, end, hint }), mended);
});
test('every string is used, and every string used is there', () => {
  const code = page.filter((f) => f.endsWith('.js') && !f.startsWith('strings.')).map(text).join('\n');
  const used = new Set([...code.matchAll(/\b(?:S|all)\.(\w+)/g)].map((m) => m[1]));
  if (/S\[name\]/.test(code)) for (const name of ['from', 'to']) used.add(name);
  assert.deepEqual([...used].sort(), Object.keys(S).sort());
});
test('the page writes no markup string, no style attribute and no handler, and names no foreign address', () => {
  for (const file of page) {
    const source = text(file).replace(/xmlns="[^"]+"/g, '');
    for (const banned of [/innerHTML|outerHTML|insertAdjacentHTML|document\.write/, /unsafeHTML|unsafeSVG/, /\beval\(/, /new Function/, /\sstyle=/, /\son[a-z]+\s*=\s*["'$]/, /(?<!\^)https?:\/\/[a-z]/, /\bfrom '[^.]/]) {
      assert.doesNotMatch(source, banned, file);
    }
  }
});
test('only api.js calls the server, and only state.js reads the address of a search', () => {
  for (const file of page.filter((f) => f.endsWith('.js'))) {
    if (file !== 'api.js') assert.doesNotMatch(text(file), /\bfetch\(|XMLHttpRequest/, file);
    if (file !== 'state.js' && file !== 'api.js') assert.doesNotMatch(text(file), /new URLSearchParams/, file);
  }
});
test('every file that the shell or a module names is in the served tree', () => {
  const placed = text('libraries.txt').split('\n').filter((l) => l && !l.startsWith('#')).map((l) => l.split(/\s+/)[1]);
  const there = (file) => placed.includes(file) || file === 'style.css' || fs.existsSync(path.join(web, file));
  const shell = [...text('index.html').matchAll(/(?:href|src)="\/([^"]+\.(?:js|css|svg|woff2))"/g)].map((m) => m[1]);
  const fonts = [...joined().matchAll(/url\(\/([^)]+)\)/g)].map((m) => m[1]);
  const modules = page.filter((f) => f.endsWith('.js')).flatMap((f) => [...text(f).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map((m) => path.normalize(path.join(path.dirname(f), m[1]))));
  assert.deepEqual([...shell, ...fonts, ...modules].filter((f) => !there(f)), []);
});
test('every part of the style is served, once', () => {
  assert.deepEqual(list('styles', /\.css$/).map((f) => path.basename(f, '.css')).sort(), [...PARTS].sort());
  assert.equal(joined().match(/SPDX/g).length, 1);
});
test('the lock file names no registry', () => {
  const lock = JSON.parse(text('package-lock.json'));
  for (const [name, entry] of Object.entries(lock.packages)) if (name) assert.ok(entry.integrity && !entry.resolved, name);
});
test('the shell is valid HTML', async () => assert.deepEqual(await faultsOf(text('index.html')), []));
test('scripts and style stay within their budgets', async () => {
  const terser = await terserOf(path.join(web, 'node_modules'));
  const sent = async (f) => (f.endsWith('.js') && !f.includes('node_modules') ? served(fs.readFileSync(f, 'utf8'), terser) : fs.readFileSync(f));
  const size = async (files) => (await Promise.all(files.map(sent))).reduce((sum, text) => sum + gzipSync(text).length, 0);
  const vendor = [path.join(web, 'node_modules/lit-html/lit-html.js')];
  const later = ['start', 'reader', 'trouble', 'popups', 'sources', 'status', 'help', 'versions', 'compare', 'trends', 'kwic', 'terms', 'first', 'entities'].map((name) => path.join('views', `${name}.js`));
  const scripts = page.filter((f) => f.endsWith('.js')), first = scripts.filter((f) => !later.includes(f) && f !== 'strings.pages.en.js');
  const sizes = { first: await size([...first.map((f) => path.join(web, f)), ...vendor]), whole: await size([...scripts.map((f) => path.join(web, f)), ...vendor]), style: gzipSync(joined()).length };
  assert.ok(sizes.first <= 30000 && sizes.whole <= 45000 && sizes.style <= 10000, JSON.stringify(sizes));
});
