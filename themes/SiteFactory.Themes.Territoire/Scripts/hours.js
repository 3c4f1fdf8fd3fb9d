import { openUntil, closedUntil, closedFor, closed, midnight, today, tomorrow, days } from './strings.js';

// "Ouvert maintenant": the text of data-hours is described at HoursModel.Machine.
const names = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

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
  const reason = closureOn(week, iso(now.date, 0))?.[2];
  for (let ahead = 0; ahead < 8; ahead++) {
    const spans = spansOn(week, now.date, ahead, now.day);
    for (const [from, to] of spans) {
      if (ahead === 0 && now.minute >= to) continue;
      if (ahead === 0 && now.minute >= from) return { open: true, day: now.day, text: openUntil(hour(to)) };
      const name = ahead === 0 ? today : ahead === 1 ? tomorrow : days[(now.day + ahead) % 7];
      return { open: false, day: now.day, text: reason ? closedFor(reason, name, hour(from)) : closedUntil(name, hour(from)) };
    }
  }
  return { open: false, day: now.day, text: reason ? closedFor(reason) : closed };
}

// "Mo 540-720,840-1020;x 2026-12-24/2026-12-31 Congés": minutes from midnight, then closures with both days included, and why.
function parse(text) {
  const week = { days: [], closures: [] };
  for (const part of text.split(';')) {
    const [name, value, reason] = part.trim().split(' ');
    if (name === 'x') week.closures.push([...value.split('/'), reason && decodeURIComponent(reason)]);
    else if (value) week.days[names.indexOf(name)] = value.split(',').map(span => span.split('-').map(Number));
  }
  return week;
}

function spansOn(week, date, ahead, day) {
  return closureOn(week, iso(date, ahead)) ? [] : week.days[(day + ahead) % 7] ?? [];
}

function iso(date, ahead) {
  const then = new Date(date);
  then.setUTCDate(then.getUTCDate() + ahead);
  return then.toISOString().slice(0, 10);
}

const closureOn = (week, day) => week.closures.find(([from, to]) => from <= day && day <= to);

function local(instant, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(instant).map(part => [part.type, part.value]));
  const date = new Date(`${parts.year}-${parts.month}-${parts.day}T00:00:00Z`);
  return { date, day: (date.getUTCDay() + 6) % 7, minute: +parts.hour * 60 + +parts.minute };
}

function hour(minute) {
  if (minute === 1440) return midnight;
  const rest = minute % 60;
  return `${Math.floor(minute / 60)}\u00a0h${rest ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
}
