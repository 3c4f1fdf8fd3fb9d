import { openUntil, closedUntil, closed, today, tomorrow, days } from './strings.js';

// "Ouvert maintenant": the text of data-hours is written by HoursMachineText.
export function hours() {
  for (const element of document.querySelectorAll('[data-hours]')) {
    const state = stateAt(new Date(), element.dataset.hours, element.dataset.zone);
    const line = element.querySelector('.hours__now') ?? (element.matches('.entry__now') ? element : null);
    element.querySelectorAll('.hours__week tr')[state.day]?.classList.add('is-today');
    if (!line) continue;
    line.textContent = state.text;
    line.classList.toggle('is-open', state.open);
    line.hidden = false;
  }
}

export function stateAt(instant, text, zone) {
  const week = parse(text);
  const now = local(instant, zone);
  for (let ahead = 0; ahead < 8; ahead++) {
    const spans = spansOn(week, now.date, ahead, now.day);
    for (const [from, to] of spans) {
      if (ahead === 0 && now.minute >= to) continue;
      if (ahead === 0 && now.minute >= from) return { open: true, day: now.day, text: openUntil(hour(to)) };
      const name = ahead === 0 ? today : ahead === 1 ? tomorrow : days[(now.day + ahead) % 7];
      return { open: false, day: now.day, text: closedUntil(name, hour(from)) };
    }
  }
  return { open: false, day: now.day, text: closed };
}

function parse(text) {
  const week = { days: [], holidays: null, closures: [] };
  for (const part of text.split(';')) {
    const [name, value] = [part[0], part.slice(2)];
    if (name === 'h') week.holidays = value;
    else if (name === 'c') week.closures.push(value.split('/'));
    else if (name) week.days[+name] = value.split(',').map(span => span.split('-').map(Number));
  }
  return week;
}

function spansOn(week, date, ahead, day) {
  const then = new Date(date);
  then.setUTCDate(then.getUTCDate() + ahead);
  const iso = then.toISOString().slice(0, 10);
  if (week.closures.some(([from, to]) => from <= iso && iso <= to)) return [];
  if (week.holidays !== null && isHoliday(then, week.holidays === 'm')) return [];
  return week.days[(day + ahead) % 7] ?? [];
}

function local(instant, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(instant).map(part => [part.type, part.value]));
  const date = new Date(`${parts.year}-${parts.month}-${parts.day}T00:00:00Z`);
  return { date, day: (date.getUTCDay() + 6) % 7, minute: +parts.hour * 60 + +parts.minute };
}

// France's public holidays; with two more where the local law of Alsace and Moselle holds.
function isHoliday(date, moselle) {
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25', ...moselle ? ['12-26'] : []];
  if (fixed.includes(date.toISOString().slice(5, 10))) return true;
  const fromEaster = Math.round((date - easter(date.getUTCFullYear())) / 864e5);
  return [1, 39, 50, ...moselle ? [-2] : []].includes(fromEaster);
}

function easter(year) {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - c % 4) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, n % 31 + 1));
}

function hour(minute) {
  const rest = minute % 60;
  return `${Math.floor(minute / 60)}\u00a0h${rest ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
}
