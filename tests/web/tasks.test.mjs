// SPDX-License-Identifier: GPL-2.0-or-later
// tasks.test.mjs - What people do, by the roles and names they meet, under the strict policy.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { stage, serve, facts, drawn } from './support.mjs';

const pattern = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');

let s, open, know;
before(async () => {
  s = await stage();
  open = s.open;
  know = await facts(s);
});
after(() => s?.close());

const find = (q, rest = '') => `/search?q=${encodeURIComponent(q)}${rest}`;
const box = (p) => p.getByRole('combobox', { name: 'Search the archive' });
const count = (p) => p.getByRole('heading', { name: /^[\d,]+ stor(y|ies) from [\d,]+ article/ });
const numbers = async (p) => {
  const found = (await count(p).textContent()).replaceAll(',', '').match(/(\d+) stor\w+\s+from (\d+)/);
  return { stories: Number(found[1]), articles: Number(found[2]) };
};
const results = (p) => p.getByRole('main').getByRole('article');
const titleOf = (row) => row.getByRole('heading').getByRole('link');
/// The checkbox of a value: its name goes on with the counts.
const named = (value) => new RegExp(`^${pattern(value).source}\\s*, \\d`, 'i');
const source = (p, name) => p.getByRole('group', { name: 'Source' }).getByRole('checkbox', { name });
const chip = (p, name) => p.getByRole('link', { name });
const focused = (p) => p.evaluate(() => document.activeElement.textContent.trim());

test('the start page says what the archive holds', async () => {
  const p = await open('/'), status = await s.get('/api/v1/status');
  await p.getByRole('heading', { level: 1, name: `${status.articles.toLocaleString('en')} articles from ${status.sources} sources` }).waitFor();
  assert.ok(await p.getByRole('link', { name: new RegExp(`No date ${status.certainty.none}`) }).count() === 1);
});
test('search by typing puts the query into the address', async () => {
  const p = await open('/');
  await drawn(p);
  await p.keyboard.press('/');
  await p.keyboard.type(know.word);
  await p.keyboard.press('Escape');
  await box(p).press('Enter');
  await chip(p, `Remove word ${know.word}`).waitFor();
  assert.ok(p.url().endsWith(find(know.word)), p.url());
  assert.ok((await numbers(p)).articles > 1);
});
test('a search behind the front page shows its results, at the address of a search', async () => {
  const p = await open(`/?q=${encodeURIComponent(know.word)}`);
  await count(p).waitFor();
  assert.ok(p.url().endsWith(find(know.word)), p.url());
  assert.equal(await box(p).inputValue(), know.word);
});
test('each result is an article with one heading that holds one link', async () => {
  const p = await open(find(know.word));
  await drawn(p);
  for (const row of await results(p).all()) assert.equal(await titleOf(row).count(), 1);
});
test('back from a result restores its place and focus', async () => {
  const p = await open(find(know.word), { viewport: { width: 1280, height: 500 } });
  await drawn(p);
  for (let i = 0; i < 6; i++) await p.keyboard.press('j');
  const name = await focused(p), y = await p.evaluate(() => scrollY);
  await p.keyboard.press('Enter');
  await p.getByRole('link', { name: 'Back to results' }).waitFor();
  await p.goBack();
  await count(p).waitFor();
  await p.waitForFunction((text) => document.activeElement.textContent.trim() === text, name);
  assert.ok(Math.abs(await p.evaluate(() => scrollY) - y) < 3, `${await p.evaluate(() => scrollY)} instead of ${y}`);
});
test('"Back to results" after stepping through articles is the list as it was left', async () => {
  const p = await open(find(know.word), { viewport: { width: 1280, height: 500 } });
  await drawn(p);
  await p.keyboard.press('j');
  await p.keyboard.press('j');
  const y = await p.evaluate(() => scrollY), name = await focused(p);
  await p.keyboard.press('o');
  await p.getByText(/^Result 2 of/).waitFor();
  await p.keyboard.press('j');
  await p.getByText(/^Result 3 of/).waitFor();
  await p.keyboard.press('u');
  await count(p).waitFor();
  await p.waitForFunction((text) => document.activeElement.textContent.trim() === text, name);
  assert.ok(Math.abs(await p.evaluate(() => scrollY) - y) < 3, `${await p.evaluate(() => scrollY)} instead of ${y}`);
});
test('a facet keeps focus, and its printed counts come true', async () => {
  const p = await open(find(know.word)), name = named(know.source);
  await source(p, name).focus();
  const printed = (await p.getByRole('group', { name: 'Source' }).locator('label', { hasText: know.source }).first().textContent()).replaceAll(',', '').match(/(\d+) stor\w+ (\d+) article/);
  await p.keyboard.press('Space');
  await chip(p, `Remove source ${know.source}`).waitFor();
  assert.deepEqual(new URL(p.url()).searchParams.getAll('source'), [know.source]);
  assert.deepEqual(await numbers(p), { stories: Number(printed[1]), articles: Number(printed[2]) });
  assert.equal(await p.evaluate(() => document.activeElement.type), 'checkbox');
  assert.match(await p.getByRole('status').first().textContent(), pattern(printed[2]));
});
test('many filters are one search, and where the address is full the box says so and nothing is refused', async () => {
  const many = (n) => Array.from({ length: n }, (_, i) => `&source=g${i}`).join('');
  const p = await open(find(know.word, `${many(40)}&source=${encodeURIComponent(know.source)}`));
  await source(p, named(know.second)).check();
  await chip(p, `Remove source ${know.second}`).waitFor();

  const full = await open(find(know.word, `${many(50)}&source=${encodeURIComponent(know.source)}`));
  await count(full).waitFor();
  const address = full.url(), other = source(full, named(know.second));
  await other.click();
  assert.match(await other.evaluate((box) => box.validationMessage), /holds no more/);
  assert.equal(await other.isChecked(), false);
  assert.equal(full.url(), address);
});
test('each Back undoes one filter', async () => {
  const p = await open(find(know.word));
  for (const name of [know.source, know.second]) {
    await source(p, named(name)).check();
    await chip(p, `Remove source ${name}`).waitFor();
  }
  await p.goBack();
  await chip(p, `Remove source ${know.second}`).waitFor({ state: 'detached' });
  assert.equal(await chip(p, `Remove source ${know.source}`).count(), 1);
  await p.goBack();
  await chip(p, `Remove source ${know.source}`).waitFor({ state: 'detached' });
  assert.equal(await source(p, named(know.source)).isChecked(), false);
});
test('a slider moves the period by the keyboard', async () => {
  const p = await open(find(know.word)), slider = p.getByRole('slider', { name: /^First (year|month|week|day)$/ });
  await slider.focus();
  const before = await slider.getAttribute('aria-valuetext');
  await p.keyboard.press('ArrowRight');
  await p.waitForURL(/from=\d{4}-\d{2}-\d{2}/);
  await drawn(p);
  assert.notEqual(await slider.getAttribute('aria-valuetext'), before);
  assert.equal(await p.getByLabel('From', { exact: true }).first().inputValue(), new URL(p.url()).searchParams.get('from'));
});
test('a drag over the chart sets a period, shown in chip, fields and counts alike', async () => {
  const p = await open(find(know.word)), plot = await p.getByTitle('Drag across the bars to choose a period.').boundingBox();
  await p.mouse.move(plot.x + plot.width * 0.3, plot.y + 30);
  await p.mouse.down();
  await p.mouse.move(plot.x + plot.width * 0.7, plot.y + 30, { steps: 5 });
  assert.doesNotMatch(p.url(), /from=/, 'dragging writes nothing before it is released');
  await p.mouse.up();
  await chip(p, /^Remove date/).waitFor();
  const address = new URL(p.url()).searchParams;
  assert.deepEqual([await p.getByLabel('From', { exact: true }).first().inputValue(), await p.getByLabel('To', { exact: true }).first().inputValue()], [address.get('from'), address.get('to')]);
  const r = await s.get(`/api/v1${new URL(p.url()).pathname}?${address}`);
  assert.equal((await numbers(p)).articles, r.total.articles);
  await p.getByRole('button', { name: 'All dates' }).click();
  await chip(p, /^Remove date/).waitFor({ state: 'detached' });
  assert.doesNotMatch(p.url(), /from|to=/);
});
test('the chart can be read as a table that adds up', async () => {
  const p = await open(find(know.word));
  await p.getByText('Show as a table').click();
  const table = p.getByRole('table');
  await p.getByRole('columnheader', { name: 'date inferred' }).waitFor();
  const cells = (i) => table.locator(`tbody td:nth-child(${i})`).allTextContents();
  const sum = (list) => list.reduce((n, text) => n + Number(text.replaceAll(',', '')), 0);
  const r = await s.get(`/api/v1${find(know.word, '&histogram=month&undated=include')}`);
  assert.equal(sum(await cells(2)) + sum(await cells(3)), r.total.articles - r.histogram.undated.articles);
});
test('undated articles join a period on request', async () => {
  const status = await s.get('/api/v1/status'), p = await open(`/search?from=${status.span.earliest}&to=${status.span.latest}`);
  await drawn(p);
  const before = (await numbers(p)).articles;
  await p.getByRole('checkbox', { name: `No date ${status.certainty.none}` }).check();
  await chip(p, 'Remove date and no date').waitFor();
  assert.equal((await numbers(p)).articles, before + status.certainty.none);
  assert.match(p.url(), /undated=include/);
});
test('a suggested name becomes a filter', async () => {
  const p = await open('/'), { label, value } = know.person;
  await drawn(p);
  await box(p).fill(label.split(' ').at(-1).slice(0, 6));
  await p.getByRole('option', { name: pattern(label) }).filter({ hasText: 'Person' }).waitFor();
  for (let i = 0; i < 10; i++) {
    await p.keyboard.press('ArrowDown');
    const at = p.locator(`#${await box(p).getAttribute('aria-activedescendant')}`);
    if (/Person/.test(await at.textContent()) && (await at.textContent()).includes(label)) break;
  }
  await p.keyboard.press('Enter');
  await chip(p, pattern(`Remove person ${label}`)).waitFor();
  assert.equal(new URL(p.url()).searchParams.get('person'), value);
  assert.equal(await box(p).inputValue(), '');
});
test('a suggested word completes what is typed and searches nothing yet', async () => {
  const p = await open('/');
  await drawn(p);
  await box(p).fill(`zebra ${know.word.slice(0, -1)}`);
  await p.getByRole('option', { name: new RegExp(`^${know.word} Word`) }).click();
  assert.equal(await box(p).inputValue(), `zebra ${know.word}`);
  assert.equal(new URL(p.url()).pathname, '/');
});
test('after a field only what fits it is suggested, and a beginning of several words is a name', async () => {
  const p = await open('/'), name = know.person.label;
  await drawn(p);
  await box(p).fill(`person:"${name.slice(0, name.indexOf(' ') + 2)}`);
  await p.getByRole('option', { name: pattern(name) }).waitFor();
  for (const text of await p.getByRole('option').allTextContents()) assert.match(text, /Person/);
  await p.getByRole('option', { name: pattern(name) }).first().click();
  await chip(p, pattern(`Remove person ${name}`)).waitFor();
  assert.equal(await box(p).inputValue(), '');
});
test('Escape closes the suggestions first and keeps the text', async () => {
  const p = await open('/');
  await drawn(p);
  await box(p).fill(know.word.slice(0, 4));
  await p.getByRole('option').first().waitFor();
  await p.keyboard.press('Escape');
  assert.equal(await p.getByRole('option').count(), 0);
  assert.equal(await box(p).inputValue(), know.word.slice(0, 4));
  assert.equal(await box(p).evaluate((e) => e === document.activeElement), true);
});
const versions = (p) => p.getByText(new RegExp(`^${know.story.story.articles} versions of this story$`)).first();
const storyRow = (p) => results(p).filter({ has: versions(p) }).first();
const other = () => know.versions.slice(1).find((v) => v.id !== know.story.id); // not the earliest
const compared = () => `/compare?left=${know.versions[0].id}&right=${know.versions[1].id}`;

test('versions open under their row, and each can be compared word by word', async () => {
  const p = await open('/search?sort=copies');
  await versions(p).click();
  const lines = storyRow(p).getByRole('listitem');
  await lines.filter({ hasText: ', earliest' }).waitFor(); // the names of the row are lines of a list, too
  for (const v of know.versions.slice(0, 8)) assert.ok(await lines.filter({ hasText: v.source }).count() >= 1, v.source);
  assert.equal(await lines.filter({ hasText: ', earliest' }).count(), 1);
  const link = storyRow(p).getByRole('link', { name: `Compare with ${other().source}` }).first();
  assert.equal(await link.textContent(), 'Compare');
  await link.click();
  await p.getByRole('heading', { level: 2, name: `Compare with ${other().source}` }).waitFor();
  assert.match(p.url(), new RegExp(`/compare\\?.*left=${know.story.id}&right=`));
});
test('the versions stay open and keep the focus when one goes back to them', async () => {
  const p = await open('/search?sort=copies', { viewport: { width: 1280, height: 500 } });
  await drawn(p);
  await p.keyboard.press('j');
  await p.keyboard.press('v');
  const link = storyRow(p).getByRole('listitem').getByRole('link', { name: 'Compare with' }).first();
  await link.focus();
  const name = await link.getAttribute('href'), y = await p.evaluate(() => scrollY);
  await p.keyboard.press('Enter');
  await p.getByRole('heading', { level: 2, name: /^Compare with/ }).waitFor();
  await p.goBack();
  await p.waitForFunction((href) => document.activeElement.getAttribute('href') === href, name);
  assert.ok(Math.abs(await p.evaluate(() => scrollY) - y) < 3, `${await p.evaluate(() => scrollY)} instead of ${y}`);
  await p.keyboard.press('v');
  await link.waitFor({ state: 'hidden' });
});
test('the reader lists the versions with what each kept, and says who had it first', async () => {
  const [first] = know.versions, p = await open(`/articles/${other().id}`);
  const list = p.getByRole('complementary').locator('section').filter({ has: p.getByRole('heading', { name: 'Versions of this story' }) }).getByRole('listitem');
  await list.first().waitFor();
  assert.ok(await list.count() >= Math.min(8, know.versions.length));
  assert.match(await list.first().textContent(), /earliest/);
  assert.match(await list.filter({ hasText: 'this one' }).textContent(), /this one, (version|copy|reworded copy), keeps \d+%/);
  assert.equal(await list.filter({ hasText: 'this one' }).getByRole('link').count(), 0);
  if (first.id !== other().id) await p.getByText('Earliest in this archive:').getByRole('link', { name: first.source }).click();
  await p.getByRole('heading', { level: 1, name: first.title }).waitFor();
  await list.filter({ hasText: 'this one, earliest' }).waitFor();
  await p.keyboard.press('v');
  assert.equal(await p.evaluate(() => Boolean(document.activeElement.closest('li'))), true);
});
test('a comparison tells what only one of the two says, and which one', async () => {
  const [left, right] = know.versions, p = await open(compared()), r = await s.get(`/api/v1${compared()}`);
  await p.getByRole('heading', { level: 2, name: `Compare with ${right.source}` }).waitFor();
  assert.match(await p.getByRole('deletion').first().textContent(), pattern(`Only in ${left.source}`));
  assert.match(await p.getByRole('insertion').first().textContent(), pattern(`Only in ${right.source}`));
  const edits = (side) => r.paragraphs.flatMap((x) => x.edits ?? [{ text: x.text, only: x.kind }]).filter((x) => x.only === side).map((x) => x.text.trim());
  const shown = async (role) => (await p.getByRole(role).allTextContents()).slice(1).map((text) => text.trim());
  assert.deepEqual([await shown('deletion'), await shown('insertion')], [edits('left'), edits('right')]);
  await p.getByRole('heading', { name: 'What differs' }).waitFor();
  for (const name of [...r.differ.names.left, ...r.differ.figures.right]) await p.getByRole('definition').filter({ hasText: name }).first().waitFor();
  await p.getByRole('link', { name: 'Swap sides' }).click();
  await p.getByRole('heading', { level: 2, name: `Compare with ${left.source}` }).waitFor();
  assert.deepEqual([await shown('deletion'), await shown('insertion')].map((list) => list.length > 0), [edits('right').length > 0, edits('left').length > 0]);
});
test('"Back to the text" is the text as it was left, with its way back to the list', async () => {
  const p = await open('/search?sort=copies');
  await titleOf(storyRow(p)).click();
  await p.getByText(/^Result \d+ of/).waitFor();
  const address = p.url();
  await p.getByRole('link', { name: 'Compare with' }).first().click();
  await p.getByRole('link', { name: 'Back to the text' }).click();
  await p.getByText(/^Result \d+ of/).waitFor();
  assert.equal(p.url(), address);
  await p.keyboard.press('u');
  await count(p).waitFor();
  const q = await open(compared());
  await q.getByRole('link', { name: 'Back to the text' }).click();
  await q.getByRole('link', { name: 'Back to results' }).waitFor();
  assert.ok(q.url().includes(`/articles/${know.versions[0].id}`));
});
test('any two articles can be compared, also one with itself', async () => {
  const p = await open(`/compare?left=${know.stated}&right=${know.stated}`);
  await p.getByText('The two texts are the same, word for word.').waitFor();
  await p.goto(`${s.base}/compare?left=${know.stated}&right=${know.undated}`);
  await p.getByRole('heading', { level: 2, name: /^Compare with/ }).waitFor();
  assert.ok(await p.getByRole('insertion').count() > 1);
});
test('a comparison of what is not there is explained', async () => {
  const p = await open(`/compare?left=${know.stated}&right=0000000000000000`);
  await p.getByRole('alert').getByRole('heading', { name: 'There is no such article' }).waitFor();
  await p.goto(`${s.base}/compare?left=${know.stated}`);
  await p.getByRole('alert').getByRole('heading', { name: 'These two cannot be compared' }).waitFor();
});
test('uncertain and missing dates say so', async () => {
  if (know.inferred) {
    const p = await open(`/articles/${know.inferred}`);
    await p.getByRole('article').getByText(/on or about|day unknown|month unknown|^\w+ \d{4}$/).first().waitFor();
    await p.getByRole('heading', { name: 'How this date is known' }).waitFor();
  }
  const p = await open(`/articles/${know.undated}`);
  await p.getByRole('article').getByText('No date', { exact: true }).waitFor();
});
test('sorting is one key of the address, and dates then run in order', async () => {
  const p = await open(find(know.word, '&undated=exclude'));
  await drawn(p);
  await p.getByRole('combobox', { name: 'Sort' }).selectOption({ label: 'Oldest' });
  await p.waitForURL(/sort=oldest/);
  await drawn(p);
  const days = (await p.locator('article time').evaluateAll((list) => list.map((t) => t.dateTime).filter(Boolean)));
  assert.deepEqual(days.map((d) => d.slice(0, 4)), days.map((d) => d.slice(0, 4)).sort());
});
test('copies stand for themselves when they are not grouped', async () => {
  const p = await open(find(know.word));
  await drawn(p);
  const { articles } = await numbers(p);
  await p.getByRole('checkbox', { name: 'Group copies of a story' }).first().uncheck();
  await p.getByRole('heading', { name: new RegExp(`^${articles} articles?`) }).waitFor();
  assert.match(p.url(), /fold=none/);
});
test('pages go on where the last one ended', async () => {
  const p = await open('/search?limit=5&sort=newest');
  await drawn(p);
  const first = await results(p).getByRole('heading').allTextContents();
  await p.getByRole('link', { name: 'Next', exact: true }).click();
  await p.getByText(/^Page 2 of/).waitFor();
  const second = await results(p).getByRole('heading').allTextContents();
  assert.equal(second.length, 5);
  assert.match(p.url(), /offset=5/);
  await p.getByRole('link', { name: 'Previous', exact: true }).click();
  await p.getByText(/^Page 1 of/).waitFor();
  assert.deepEqual(await results(p).getByRole('heading').allTextContents(), first);
});
test('a chip removes exactly its clause', async () => {
  const p = await open(find(`"${know.word}" ${know.fewer}`));
  await chip(p, pattern(`Remove word ${know.fewer}`)).click();
  await chip(p, pattern(`Remove word ${know.fewer}`)).waitFor({ state: 'detached' });
  assert.equal(await box(p).inputValue(), `"${know.word}"`);
});
test('the same address gives the same page in a fresh profile', async () => {
  const address = find(know.word, `&source=${encodeURIComponent(know.source)}&sort=newest`);
  const heads = async (p) => {
    await drawn(p);
    return results(p).getByRole('heading').allTextContents();
  };
  const a = await open(address), b = await open(address);
  assert.deepEqual(await heads(a), await heads(b));
  assert.equal(await source(b, named(know.source)).isChecked(), true);
});
test('matches in an article can be walked and wrap around', async () => {
  const p = await open(find(know.word));
  await titleOf(results(p).first()).click();
  const counter = p.getByText(/^\d+ match(es)?$/);
  await counter.waitFor();
  const n = parseInt(await counter.textContent(), 10), next = p.getByRole('button', { name: 'Next match' });
  for (let i = 0; i < n; i++) await next.click();
  await p.getByText(`Match ${n} of ${n}`).waitFor();
  await p.keyboard.press('n');
  await p.getByText(`Match 1 of ${n}`).waitFor();
  await p.getByRole('button', { name: 'Previous match' }).click();
  await p.getByText(`Match ${n} of ${n}`).waitFor();
});
test('next result follows the order of the list', async () => {
  const p = await open(find(know.word));
  const second = (await results(p).nth(1).getByRole('heading').textContent()).trim();
  await titleOf(results(p).first()).click();
  await p.getByText(/^Result 1 of/).waitFor();
  assert.equal(await p.getByRole('link', { name: 'Previous result' }).count(), 0);
  await p.getByRole('link', { name: 'Next result' }).click();
  await p.getByText(/^Result 2 of/).waitFor();
  assert.equal((await p.getByRole('heading', { level: 1 }).textContent()).trim(), second);
});
test('an article opened without a search, or at a wrong place, shows no place in a list', async () => {
  for (const address of [`/articles/${know.stated}`, `/articles/${know.stated}?q=${know.word}&offset=9999`]) {
    const p = await open(address);
    await p.getByRole('link', { name: 'Back to results' }).waitFor();
    assert.equal(await p.getByText(/^Result \d+ of/).count(), 0);
  }
});
test('the reader names file, record and hash, and shows furniture on request', async () => {
  const p = await open(`/articles/${know.stated}`), a = await s.get(`/api/v1/articles/${know.stated}`);
  await p.getByText(`${a.provenance.path}:${a.provenance.record}`).first().waitFor();
  await p.getByText(a.provenance.sha256.slice(0, 16)).waitFor();
  await p.getByRole('link', { name: 'Show page furniture' }).click();
  await p.getByRole('heading', { name: 'Page furniture' }).waitFor();
  await p.getByRole('link', { name: 'Hide page furniture' }).click();
  await p.getByRole('heading', { name: 'Page furniture' }).waitFor({ state: 'detached' });
});
test('what matches only in page furniture is counted, listed and marked there', async () => {
  const rows = (await s.get('/api/v1/search?limit=200&sort=oldest')).results;
  let word, more;
  for (const { id } of rows) {
    const words = (await s.get(`/api/v1/articles/${id}?furniture=1`)).zones.filter((z) => z.kind === 'furniture')
      .flatMap((z) => z.paragraphs.flat()).flatMap(({ text }) => text.toLowerCase().match(/\b[a-z]{5,}\b/g) ?? []);
    for (word of words) if ((more = (await s.get(`/api/v1/search?limit=0&q=${word}`)).outside.furniture)) break;
    if (more) break;
  }
  assert.ok(more, 'the sample has no word that is in furniture only');
  const p = await open(find(word)), link = p.getByRole('link', { name: /match(es)? only in page furniture$/ });
  await link.click();
  await p.waitForURL(/furniture/);
  await drawn(p);
  assert.equal((await numbers(p)).articles, more);
  await titleOf(results(p).first()).click();
  await p.getByRole('heading', { name: 'Page furniture' }).waitFor();
});
test('the citation is copied and brackets what is inferred', async () => {
  const p = await open(`/articles/${know.inferred ?? know.stated}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await p.getByRole('button', { name: 'Copy citation' }).waitFor();
  await p.keyboard.press('c');
  await p.getByRole('status').filter({ hasText: 'Citation copied' }).waitFor();
  const text = await p.evaluate(() => navigator.clipboard.readText());
  assert.ok(text.includes((await p.getByRole('heading', { level: 1 }).textContent()).trim()));
  if (know.inferred) assert.match(text, /\[.*\d{4}\]/);
});
test('keys are listed, and can be switched off', async () => {
  const p = await open(find(know.word));
  await drawn(p);
  await p.keyboard.press('?');
  await p.getByRole('dialog').getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await p.keyboard.press('Escape');
  await p.keyboard.press('j');
  assert.equal(await p.evaluate(() => document.activeElement.closest('article')), null);
  await p.keyboard.press('?');
  assert.equal(await p.getByRole('dialog').count(), 0);
});
test('on a narrow phone filters, order and export stand in one line', async () => {
  const p = await open(find(know.word), { viewport: { width: 360, height: 740 } });
  await count(p).waitFor();
  const tops = await Promise.all([p.getByRole('button', { name: /^Filters/ }), p.getByRole('combobox', { name: 'Sort' }), p.getByText('Export')].map(async (x) => {
    const { y, height } = await x.boundingBox();
    return Math.round(y + height / 2);
  }));
  assert.ok(Math.max(...tops) - Math.min(...tops) <= 4, `${tops}`);
});
test('a phone has its filters in a sheet', async () => {
  const p = await open(find(know.word), { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await drawn(p);
  assert.equal(await p.getByRole('group', { name: 'Source' }).count(), 0);
  await p.getByRole('button', { name: /^Filters/ }).click();
  const sheet = p.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('group', { name: 'Source' }).getByRole('checkbox', { name: named(know.source) }).check();
  await p.waitForURL(/source=/);
  await sheet.getByRole('button', { name: /^Show \d+ stor/ }).click();
  await p.getByRole('button', { name: 'Filters 1' }).waitFor();
  await p.getByRole('button', { name: 'Menu' }).click();
  await p.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sources' }).click();
  await p.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
});
test('no result names the word at fault and offers true counts', async () => {
  const p = await open(find(`${know.word} zyzzyvaqux`));
  await p.getByRole('heading', { name: 'No articles match' }).waitFor();
  await p.getByText('zyzzyvaqux is in no article of this archive.').waitFor();
  const offer = p.getByRole('listitem').filter({ hasText: 'Search without zyzzyvaqux' });
  const n = Number((await offer.textContent()).replaceAll(',', '').match(/(\d+) article/)[1]);
  await offer.getByRole('link').click();
  await drawn(p);
  assert.equal((await numbers(p)).articles, n);
});
test('words that are mistyped together are put right together', async () => {
  const wrong = [know.word, know.fewer].map((word) => `${word}zz`).join(' ');
  const { suggestions } = await s.get(`/api/v1/search?q=${encodeURIComponent(wrong)}`);
  assert.equal(suggestions.length, 2);
  const p = await open(find(wrong));
  await p.getByRole('link', { name: `Try ${suggestions[0].query}` }).click();
  await p.waitForURL((url) => url.searchParams.get('q') === suggestions[0].query);
});
test('no result offers to leave a filter out by the name that its chip has', async () => {
  const p = await open(find('zyzzyvaqux', `&person=${encodeURIComponent(know.person.value)}`)), q = await open(find(know.word, '&lang=xx'));
  await drawn(p);
  assert.doesNotMatch(await p.getByRole('main').textContent(), /person:/);
  await q.getByRole('link', { name: 'Search without language xx' }).click();
  await chip(q, 'Remove language xx').waitFor({ state: 'detached' });
  assert.ok((await numbers(q)).articles > 0);
});
test('no result offers the value that is meant by one that no article has', async () => {
  const p = await open(find(know.word, '&lang=english')), offer = p.getByRole('listitem').filter({ hasText: 'Try language English' });
  const n = Number((await offer.textContent()).replaceAll(',', '').match(/(\d+) article/)[1]);
  await offer.getByRole('link').click();
  await p.waitForURL((url) => url.searchParams.get('lang') === 'en');
  await drawn(p);
  assert.equal((await numbers(p)).articles, n);
});
test('a refused query keeps its text and offers a way on', async () => {
  const p = await open(find(`${know.word} date:2024-13`));
  await p.getByRole('alert').getByText(/2024-13/).first().waitFor();
  assert.equal(await box(p).inputValue(), `${know.word} date:2024-13`);
  await p.getByRole('link', { name: 'Try date:2024-12' }).click();
  await p.waitForURL(/2024-12/);
  await drawn(p);
  assert.equal(await box(p).inputValue(), `${know.word} date:2024-12`);
});
test('an unknown parameter is refused by name, not ignored', async () => {
  const p = await open(find(know.word, '&sauce=Harbour'));
  await p.getByRole('alert').getByText(/sauce/).first().waitFor();
});
test('a repaired query is searched, and the page says what was repaired', async () => {
  const p = await open(find(`"${know.word}`));
  await drawn(p);
  const r = await s.get(`/api/v1${find(`"${know.word}`)}`);
  await p.getByText(r.query.warnings[0].detail).waitFor();
  assert.equal(await box(p).inputValue(), `"${know.word}`);
});
test('an article or a page that is not there is explained', async () => {
  const p = await open('/articles/0000000000000000');
  await p.getByRole('alert').getByRole('heading', { name: 'There is no such article' }).waitFor();
  await p.goto(`${s.base}/nowhere`);
  await p.getByRole('heading', { name: 'There is no such page' }).waitFor();
});
test('a server that is gone is explained, and Retry works', async () => {
  const p = await open(find(know.word));
  await drawn(p);
  await p.route('**/api/v1/**', (r) => r.abort());
  await box(p).fill(know.fewer);
  await p.keyboard.press('Enter');
  await p.getByRole('alert').getByText('does not answer').waitFor();
  assert.ok(p.url().includes(`q=${know.fewer}`));
  await p.unroute('**/api/v1/**');
  await p.getByRole('button', { name: 'Retry' }).click();
  await chip(p, pattern(`Remove word ${know.fewer}`)).waitFor();
});
test('the last of two quick searches wins, and a slow one says so', async () => {
  const p = await open(find(know.word));
  await drawn(p);
  let letGo;
  const held = new Promise((ok) => { letGo = ok; });
  await p.route(new RegExp(`/api/v1/search\\?.*q=${know.fewer}`), async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await box(p).fill(know.fewer);
  await box(p).press('Enter');
  await p.getByRole('status').filter({ hasText: 'Still searching' }).waitFor();
  assert.ok(await results(p).count() > 0, 'old results stay');
  await box(p).fill(`${know.word} -zyzzyvaqux`);
  await box(p).press('Enter');
  await p.waitForURL(/zyzzyvaqux/);
  await drawn(p);
  letGo();
  await p.waitForLoadState('networkidle');
  assert.equal(await chip(p, pattern(`Remove word ${know.fewer}`)).count(), 0);
  assert.equal(await p.title(), `${know.word} -zyzzyvaqux – Dateline`);
});
test('a name in an article leads to its page, and from there to its articles and to other names', async () => {
  const row = (await s.get(`/api/v1/search?person=${know.person.value}`)).results[0];
  const p = await open(`/articles/${row.id}`);
  await drawn(p);
  await p.getByRole('complementary').getByRole('link', { name: know.person.label }).click();
  await p.getByRole('heading', { level: 1, name: know.person.label }).waitFor();
  const one = await s.get(`/api/v1/entities/${know.person.value}`);
  assert.ok(await p.getByRole('heading', { name: 'Written as' }).count());
  await p.getByRole('main').getByRole('link', { name: new RegExp(`${one.total.articles} article`) }).first().click();
  await count(p).waitFor();
  assert.equal((await numbers(p)).articles, one.total.articles);
  await p.goBack();
  const within = p.getByRole('textbox', { name: 'Search within these articles' });
  await within.fill('zyzzyvaqux');
  await within.press('Enter');
  await p.waitForURL((url) => url.searchParams.get('q') === 'zyzzyvaqux' && url.searchParams.get('person') === know.person.value);
});
test('the list of names is narrowed by a type and by letters, from the keyboard', async () => {
  const p = await open('/entities');
  await drawn(p);
  await p.getByRole('navigation', { name: 'Kinds of names' }).getByRole('link', { name: 'People' }).press('Enter');
  await p.waitForURL(/type=person/);
  await drawn(p);
  const typed = p.getByRole('textbox', { name: 'Beginning with' });
  await typed.fill(know.person.label.slice(0, 3));
  await typed.press('Enter');
  await p.waitForURL(/prefix=/);
  await p.getByRole('main').getByRole('link', { name: know.person.label }).first().waitFor();
});
test('two searches are drawn over time, by the keyboard alone, and a cell of the table leads to its results', async () => {
  const p = await open('/timeline');
  await p.getByRole('searchbox', { name: 'Query 1' }).focus();
  await p.keyboard.type(know.word);
  await p.keyboard.press('Enter');
  await p.getByRole('searchbox', { name: 'Query 2' }).focus();
  await p.keyboard.type(know.fewer);
  await p.keyboard.press('Enter');
  await p.waitForURL((url) => url.searchParams.getAll('q').length === 2);
  const query = `q=${know.word}&q=${know.fewer}`, r = await s.get(`/api/v1/timeline?${query}`);
  await p.getByRole('listitem').filter({ hasText: know.fewer }).first().waitFor();
  const highest = Math.max(...r.series.flatMap((x) => x.bins.map((b) => b.articles))), figure = p.getByRole('figure');
  await figure.getByText(`${highest} article${highest === 1 ? '' : 's'}`, { exact: true }).waitFor();
  await figure.locator('.axis').getByText(/^\d{4}$/).first().waitFor();
  await p.getByText('Show as a table').click();
  const linked = p.getByRole('table').getByRole('row').nth(1 + r.series[0].bins.findIndex((b) => b.articles)).getByRole('link').first();
  const counted = Number((await linked.textContent()).replaceAll(',', ''));
  await linked.click();
  await count(p).waitFor();
  assert.equal((await numbers(p)).articles, counted);
});
test('a chart in stories, by year and as a share is one address, and its file has a row a bin', async () => {
  const p = await open(`/timeline?q=${know.word}`);
  await p.getByRole('combobox', { name: 'Per' }).selectOption('Year');
  await p.getByRole('combobox', { name: 'Count' }).selectOption('stories');
  await p.getByRole('checkbox', { name: 'As share of the archive' }).check();
  await p.getByRole('button', { name: 'Show' }).click();
  await p.waitForURL(/unit=year&count=stories&share=1$/);
  await drawn(p);
  const r = await s.get(`/api/v1/timeline?q=${know.word}&unit=year&count=stories&share=1`);
  const file = decodeURIComponent(await p.getByRole('link', { name: 'CSV' }).getAttribute('href'));
  assert.equal(file.trim().split('\r\n').length, r.archive.bins.length + 1);
  assert.ok(file.includes(`"${r.series[0].bins.at(-1).value}"`));
});
test('from the results one comes to lines, telling words and the first mention, and on', async () => {
  const p = await open(find(know.word));
  await drawn(p);
  const views = p.getByRole('navigation', { name: 'Other views of this search' });
  await views.getByRole('link', { name: 'Concordance' }).click();
  await p.getByRole('heading', { level: 1, name: 'Concordance' }).waitFor();
  await p.getByRole('combobox', { name: 'Order' }).selectOption('By the words behind');
  await p.waitForURL(/order=right/);
  await drawn(p);
  const { results: lines } = await s.get(`/api/v1/kwic?q=${know.word}&order=right&limit=50`);
  assert.equal(await p.getByRole('main').getByRole('mark').count(), lines.length);
  await p.goBack();
  await p.goBack();
  await count(p).waitFor();
  await views.getByRole('link', { name: 'First mention' }).click();
  await p.getByRole('heading', { name: 'Earliest in this archive:' }).waitFor();
  const { first } = await s.get(`/api/v1/first?q=${know.word}`);
  assert.ok((await p.getByRole('article').first().getByRole('link').getAttribute('href')).includes(first.id));
  await views.getByRole('link', { name: 'Telling words' }).click();
  await p.getByRole('heading', { level: 1, name: 'Telling words' }).waitFor();
  await views.getByRole('link', { name: 'Results' }).click();
  await count(p).waitFor();
});
test('sources, status and help are pages of their own', async () => {
  const p = await open('/sources'), { sources } = await s.get('/api/v1/sources');
  await p.getByRole('heading', { level: 2 }).first().waitFor();
  assert.equal(await p.getByRole('main').getByRole('heading', { level: 2 }).count(), sources.length);
  await p.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Status' }).click();
  await p.getByRole('heading', { level: 1, name: 'Status' }).waitFor();
  const status = await s.get('/api/v1/status');
  await p.getByText(status.index.uuid).waitFor();
  await p.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Help' }).click();
  await p.getByRole('heading', { level: 1, name: 'How to write a search' }).waitFor();
});
test('every example on the help page runs', async () => {
  const p = await open('/help');
  await drawn(p);
  const examples = await p.getByRole('table').getByRole('link').evaluateAll((list) => list.map((a) => a.getAttribute('href')));
  assert.ok(examples.length > 10);
  for (const address of examples) {
    const r = await fetch(`${s.base}/api/v1${address}&limit=0`), body = await r.json();
    assert.deepEqual([r.status, body.query?.warnings], [200, []], `${address}: ${body.detail}`);
  }
});
test('an export holds every hit', async () => {
  const p = await open(find(know.word));
  await drawn(p);
  const { stories: rows } = await numbers(p); // as in the list, copies are grouped
  await p.getByText('Export', { exact: true }).click();
  for (const name of ['CSV', 'JSONL', 'BibTeX', 'RIS', 'CSL-JSON', 'Atom feed']) {
    const r = await fetch(s.base + await p.getByRole('link', { name, exact: true }).getAttribute('href')), text = await r.text();
    assert.equal(r.status, 200, `${name}: ${text.slice(0, 200)}`);
    if (name === 'JSONL') assert.equal(text.trim().split('\n').length, rows);
    if (name === 'CSL-JSON') assert.equal(JSON.parse(text).length, rows);
  }
});
test('an empty archive says so and shows the one command that adds files', { skip: process.env.DATELINE_URL && 'a running server is used' }, async () => {
  const empty = await serve(null), context = await s.browser.newContext(), p = await context.newPage();
  try {
    for (const address of ['/', find('anything')]) {
      await p.goto(empty.base + address);
      await p.getByRole('heading', { name: /The archive is empty|No articles match/ }).waitFor();
    }
    await p.goto(empty.base);
    await p.getByText('dateline-indexer update PATH...').waitFor();
  } finally {
    await context.close();
    await empty.stop();
  }
});
test('nothing was reported against the policy, no script failed and no request left the origin', () => {
  assert.deepEqual(s.errors.filter((text) => !/ERR_FAILED|ERR_ABORTED/.test(text)), []);
});
