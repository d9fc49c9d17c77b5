// SPDX-License-Identifier: GPL-2.0-or-later
// dates.js - A published date in words, with its doubt.
//
// Dates are calendar dates of the source: all is reckoned in UTC, so that no time zone shifts a day.
import { S } from './strings.en.js';

const format = (options) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const DAY = format({ day: 'numeric', month: 'short', year: 'numeric' });
const DAY_LONG = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const WEEKDAY = format({ weekday: 'short' });
const MONTH = format({ month: 'short', year: 'numeric' });
const MONTH_LONG = format({ month: 'long', year: 'numeric' });
const MONTH_NAME = format({ month: 'short' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const ONE_DAY = 864e5;

/// The first instant of "2024", "2024-06" or "2024-06-19".
const instant = (text) => new Date(`${text}${['-01-01', '-01', ''][text.split('-').length - 1]}T00:00:00Z`);
const iso = (time) => new Date(time).toISOString().slice(0, 10);

export const monthName = (date) => MONTH_NAME.format(instant(date));
export const monthAndYear = (date) => MONTH_LONG.format(instant(date));
/// "2024", "Jun 2024" or "19 Jun 2024", as much as is given.
export const dateInWords = (date) =>
  date.length === 4 ? date : (date.length === 7 ? MONTH : DAY).format(instant(date));
/// A moment such as the last run of the indexer, in local time.
export const momentInWords = (timestamp) => MOMENT.format(new Date(timestamp));
export const daysLater = (date, days) => iso(+instant(date) + days * ONE_DAY);
export const daysBetween = (from, to) => Math.round((instant(to) - instant(from)) / ONE_DAY);

/// First day of "2024", "2024-06" or "2024-06-19", as a date field wants it; '' stays ''.
export const firstDay = (date) => (date ? iso(instant(date)) : '');
/// Last day of the same.
export function lastDay(date) {
  const [year, month] = date.split('-').map(Number);
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? iso(Date.UTC(year, month, 0)) : date;
}

/// What the date rests on: "Printed at the head of the text: Saturday, 30 Nov 2024".
const ground = (p) => `${S.basis(p.basis)}${p.evidence && p.evidence !== p.earliest ? `: ${p.evidence}` : ''}`;

function unknown(p) {
  const why = S.basis(p?.basis ?? 'none');
  return { main: S.noDate, sub: '', long: S.noDate, cite: S.noDateCited, why, full: `${S.noDate}. ${why}.`, iso: null };
}
function coarse(p) {
  const year = p.precision === 'year';
  const main = year ? p.earliest.slice(0, 4) : MONTH.format(instant(p.earliest));
  const long = year ? main : MONTH_LONG.format(instant(p.earliest));
  const sub = year ? S.monthUnknown : S.dayUnknown;
  const cite = p.certainty === 'stated' ? main : `[${main}]`;
  return { main, sub, long, cite, why: ground(p), full: `${long}, ${sub}. ${ground(p)}.`, iso: p.earliest.slice(0, year ? 4 : 7) };
}
function inferred(p) {
  const day = new Date((+instant(p.earliest) + +instant(p.latest)) / 2), within = Math.ceil(daysBetween(p.earliest, p.latest) / 2);
  const doubt = within ? S.within(within) : S.inferred;
  return {
    main: DAY.format(day), sub: within ? doubt : S.aboutInferred, long: DAY_LONG.format(day), about: true,
    cite: `[${S.about} ${DAY.format(day)}]`, why: ground(p),
    full: `${S.about} ${DAY_LONG.format(day)}, ${doubt}. ${ground(p)}.`, iso: iso(day),
  };
}
function stated(p) {
  const from = instant(p.earliest), to = instant(p.latest), one = p.earliest === p.latest;
  const main = one ? DAY.format(from) : DAY.formatRange(from, to);
  const long = one ? DAY_LONG.format(from) : DAY_LONG.formatRange(from, to);
  return { main, sub: one ? WEEKDAY.format(from) : '', long, cite: main, why: ground(p), full: `${long}. ${ground(p)}.`, iso: p.earliest };
}

/// A date for every place: `main` and `sub` in a list, `long` in the reader (after "on or about" when `about`), `cite` in
/// a citation, `why` its ground, `full` the whole sentence to hear, `iso` for machines or null.
export function dateLabel(published) {
  if (!published?.earliest) return unknown(published);
  if (published.precision === 'year' || published.precision === 'month') return coarse(published);
  return published.certainty === 'inferred' ? inferred(published) : stated(published);
}
