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
/// {earliest, latest} in words.
export const spanInWords = ({ earliest, latest }) => S.spanOf(dateInWords(earliest), dateInWords(latest));
/// A timestamp in local time.
export const momentInWords = (timestamp) => MOMENT.format(new Date(timestamp));
export const daysLater = (date, days) => iso(+instant(date) + days * ONE_DAY);
export const daysBetween = (from, to) => Math.round((instant(to) - instant(from)) / ONE_DAY);

/// First day of "2024", "2024-06" or "2024-06-19", as a date field wants it; '' stays ''.
export const firstDay = (date) => (date ? iso(instant(date)) : '');
export function lastDay(date) {
  const [year, month] = date.split('-').map(Number);
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? iso(Date.UTC(year, month, 0)) : date;
}

/// What the date rests on: "Printed at the head of the text: Saturday, 30 Nov 2024".
const ground = (p) => `${S.basis(p?.basis ?? 'none')}${p?.evidence && p.evidence !== p.earliest ? `: ${p.evidence}` : ''}`;

/// As much as is known: `doubt` is what is not.
function known(p) {
  if (!p?.earliest) return { main: S.noDate, long: S.noDate, cite: S.noDateCited };
  const { earliest, latest, precision, certainty } = p, from = instant(earliest), to = instant(latest);
  if (precision === 'year') return { main: earliest.slice(0, 4), long: earliest.slice(0, 4), doubt: S.monthUnknown, iso: earliest.slice(0, 4) };
  if (precision === 'month') return { main: MONTH.format(from), long: MONTH_LONG.format(from), doubt: S.dayUnknown, iso: earliest.slice(0, 7) };
  if (certainty === 'inferred') {
    const day = new Date((+from + +to) / 2), within = Math.ceil(daysBetween(earliest, latest) / 2);
    const doubt = within ? S.within(within) : S.inferred;
    return { main: DAY.format(day), long: DAY_LONG.format(day), about: `${S.about} `, doubt, sub: within ? doubt : S.aboutInferred, iso: iso(day) };
  }
  if (earliest === latest) return { main: DAY.format(from), long: DAY_LONG.format(from), sub: WEEKDAY.format(from), iso: earliest };
  return { main: DAY.formatRange(from, to), long: DAY_LONG.formatRange(from, to), iso: earliest };
}

/// A date for every place: `main` and `sub` in a list, `long` in the reader (after `about`, which may be ''), `cite` in a
/// citation, `why` its ground, `full` the whole sentence to hear, `iso` for machines or null.
export function dateLabel(published) {
  const d = { about: '', iso: null, ...known(published) }, why = ground(published), said = d.about + d.main;
  return {
    sub: d.doubt ?? '', cite: published?.certainty === 'stated' ? said : `[${said}]`, ...d,
    why, full: `${d.about}${d.long}${d.doubt ? `, ${d.doubt}` : ''}. ${why}.`,
  };
}

/// The years from one label to the next, a round number, where `count` years have room for `most` labels.
export const yearsApart = (count, most) => [1, 2, 5, 10, 20, 25, 50, 100, 200].find((apart) => count <= most * apart) ?? 500;
