// Answers queries from a static index, in a browser or in Node. It holds the same French analysis as the C# beside
// it (French/*.cs): change both or neither. README.md describes the index's files.

const LEVELS = [0.1, 0.18, 0.27, 0.38, 0.5, 0.63, 0.76, 0.88];
const KINDS = { page: 1, service: 1, directory: 0.9, document: 0.72, event: 0.78, news: 0.74 };
const AGES = [1, 0.9, 0.78, 0.64, 0.5];
const WORTH = { exact: 1, stem: 0.88, synonym: 0.9, prefix: 0.75, typo: 0.65, twoTypos: 0.45 };
const WEAK = 0.12;
const LIGHT = 0.4;
const PREFIX = 3;
const EXCERPT = 210;
const COMMON = 0.8;
const COVERAGE = 0.7;
const KEEP = 0.3;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

// ---- French ---------------------------------------------------------------------------------------------------

const VOWEL = '[aeiouyâàëéêèïîôûù]';
const startsWithVowel = new RegExp('^' + VOWEL);
const afterVowelAndConsonant = new RegExp('^.*?' + VOWEL + '.*?[^aeiouyâàëéêèïîôûù]');
const STANDARD = /(?:(ances?|iqUes?|ismes?|ables?|istes?|eux)|(atrices?|ateurs?|ations?)|(logies?)|(u[st]ions?)|(ences?)|(ements?)|(ités?)|(ifs?|ives?)|(eaux)|(aux)|(oux)|(euses?)|(issements?)|(amment)|(emment)|(ments?))$/;
const IN_I = /(?:îmes|ît(?:es)?|i(?:e?s?|r(?:a(?:is?|it|Ient|s)?|ent|i?ez|i?ons|ont)?|ss(?:ai(?:s|t)|aIent|ante?s?|e(?:nt|s)?|i?ez|i?ons)|t))$/;
const VERB = /(?:(ions)|(ée?s?|èrent|er(?:a(?:is?|it|Ient|s)?|i?ez|i?ons|ont)?|i?ez)|(âmes|ât(?:es)?|a(?:i|Ient|it|nte?s?|s|ss(?:e(?:nt|s)?|i(?:ez|ons)))?)|(ais(?:es?)?)|(eais))$/;

const region = (word, from) => {
  const found = afterVowelAndConsonant.exec(word.slice(from));
  return found ? from + found[0].length : word.length;
};

const prelude = (word) => {
  let marked = '';
  for (let i = 0; i < word.length;) {
    const rest = word.slice(i, i + 3);
    const vowel = startsWithVowel.test(rest);
    let take = 1;
    let give = rest[0];
    if (vowel && /^.[ui]/.test(rest) && startsWithVowel.test(rest.slice(2))) [take, give] = [3, rest[0] + rest[1].toUpperCase() + rest[2]];
    else if (vowel && rest[1] === 'y') [take, give] = [2, rest[0] + 'Y'];
    else if (give === 'ë') give = 'He';
    else if (give === 'ï') give = 'Hi';
    else if (give === 'y' && startsWithVowel.test(rest.slice(1))) [take, give] = [2, 'Y' + rest[1]];
    else if (rest.startsWith('qu')) [take, give] = [2, 'qU'];
    marked += give;
    i += take;
  }
  return marked;
};

/** The Snowball stem of a word in lower case, with its accents. */
export function stem(word) {
  if (word.length > 60) return word;
  let w = prelude(word.replace(/^(?:[cdjlmnst]|qu)'(?=.)/, ''));
  const special = new RegExp('^(?:' + VOWEL + '{2}.|par|col|tap|ni' + VOWEL + ')').exec(w);
  const later = new RegExp('^.[^aeiouyâàëéêèïîôûù]*' + VOWEL).exec(w);
  const rv = special ? 3 : later ? later[0].length : w.length;
  const r1 = region(w, 0);
  const r2 = region(w, r1);
  // Replaces the end of the word from a place on, when that lies in a region.
  const cut = (at, from, by = '') => at >= from && ((w = w.slice(0, at) + by), true);
  const ends = (ending) => w.endsWith(ending);
  const softenIc = () => ends('ic') && (cut(w.length - 2, r2) || cut(w.length - 2, 0, 'iqU'));

  const standard = () => {
    const m = STANDARD.exec(w);
    if (!m) return false;
    const at = m.index;
    const group = m.findIndex((part, i) => i > 0 && part !== undefined);
    switch (group) {
      case 2: return cut(at, r2) && (softenIc(), true);
      case 3: return cut(at, r2, 'log');
      case 4: return cut(at, r2, 'u');
      case 5: return cut(at, r2, 'ent');
      case 6: return cut(at, rv) && (adverb(), true);
      case 7: return cut(at, r2) && (quality(), true);
      case 8: return cut(at, r2) && (ends('at') && cut(w.length - 2, r2) && softenIc(), true);
      case 9: return cut(at, 0, 'eau');
      case 10: return cut(at, r1, 'al');
      case 11: return /[bhjlnp]$/.test(w.slice(0, at)) && cut(at, 0, 'ou');
      case 12: return cut(at, r2) || cut(at, r1, 'eux');
      case 13: return at > 0 && !startsWithVowel.test(w[at - 1]) && cut(at, r1);
      case 14: return cut(at, rv, 'ant') && false;
      case 15: return cut(at, rv, 'ent') && false;
      case 16: return at > rv && startsWithVowel.test(w[at - 1]) && cut(at, 0) && false;
      default: return cut(at, r2);
    }
  };
  const adverb = () => {
    if (ends('iv')) cut(w.length - 2, r2) && ends('at') && cut(w.length - 2, r2);
    else if (ends('eus')) cut(w.length - 3, r2) || cut(w.length - 3, r1, 'eux');
    else if (ends('abl') || ends('iqU')) cut(w.length - 3, r2);
    else if (ends('ièr') || ends('Ièr')) cut(w.length - 3, rv, 'i');
  };
  const quality = () => {
    if (ends('abil')) cut(w.length - 4, r2) || cut(w.length - 4, 0, 'abl');
    else if (ends('iv')) cut(w.length - 2, r2);
    else softenIc();
  };
  const inRv = (pattern) => {
    const m = w.length > rv && pattern.exec(w.slice(rv));
    if (m) m.at = m.index + rv;
    return m;
  };
  const verbInI = () => {
    const m = inRv(IN_I);
    return !!m && m.at > rv && !/[Haeiouyâàëéêèïîôûù]/.test(w[m.at - 1]) && cut(m.at, 0);
  };
  const verb = () => {
    const m = inRv(VERB);
    if (!m) return false;
    if (m[1]) return cut(m.at, r2);
    if (m[3]) return cut(m.at > rv && w[m.at - 1] === 'e' ? m.at - 1 : m.at, 0);
    return !(m[4] && /(?:^.al|auv|épl)$/.test(w.slice(0, m.at))) && cut(m.at, 0);
  };
  const residual = () => {
    if (/(?:Hi|[^aiouès])s$/.test(w)) w = w.slice(0, -1);
    const m = inRv(/(?:(ion)|[iI](?:er|ère)|(e))$/);
    if (!m) return;
    if (m[1]) m.at > rv && /[st]/.test(w[m.at - 1]) && cut(m.at, r2);
    else cut(m.at, 0, m[2] ? '' : 'i');
  };

  if (standard() || verbInI() || verb()) w = w.replace(/Y$/, 'i').replace(/ç$/, 'c');
  else residual();
  return w.replace(/(?:enn|onn|ett|ell|eill)$/, (end) => end.slice(0, -1))
    .replace(/[éè]([^aeiouyâàëéêèïîôûù]+)$/, 'e$1')
    .replace(/He/g, 'ë').replace(/Hi/g, 'ï').replace(/H/g, '').replace(/[IUY]/g, (c) => c.toLowerCase());
}

/** Lower case, without accents, ligatures taken apart. */
export const fold = (text) => text.toLowerCase().normalize('NFKD').replace(/\p{Mn}/gu, '')
  .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/[’ʼ]/g, "'");

const ELISION = /^(?:[ldcjmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)'/;
const WHOLE = /^(?:aujourd'hui|presqu'île|prud'hom(?:mes?|al|aux)|entr'aide)$/;
const CLITIC = /-(?:je|tu|ils?|elles?|on|nous|vous|l[ae]|les|lui|leur|moi|toi|y|en|c[ei]|là|t|mêmes?)$/;

/** The words of a text in lower case; a compound comes after its parts and tells how many they are. */
export function words(text) {
  const found = [];
  const single = (w) => w && found.push({ word: w.replace(/^(\d+)(?:i?[èe]me|[eè]re|er?|re|nde?)$/, '$1e'), parts: 0 });
  const compound = (w) => {
    const parts = w.split('-');
    parts.forEach(single);
    if (parts.length > 1 && (w === 'rendez-vous' || !CLITIC.test(w))) found.push({ word: parts.join(''), parts: parts.length });
  };
  const lower = text.normalize('NFC').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')
    .replace(/[’ʼ]/g, "'").replace(/[\u2010\u2011]/g, '-').replace(/\u00AD/g, '');
  for (let token of lower.match(/[\p{L}\p{Nd}]+(?:['-][\p{L}\p{Nd}]+)*/gu) ?? []) {
    while (ELISION.test(token)) token = token.replace(ELISION, '');
    if (WHOLE.test(token)) found.push({ word: token.replace(/'/g, ''), parts: 0 });
    else token.split("'").forEach(compound);
  }
  return found;
}

// ---- The index's files ----------------------------------------------------------------------------------------

const fetchText = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
};

const names = (joined) => joined.match(/.{8}/g) ?? [];

/** Which documents stand in which files. */
const readList = (sizes, joined) => {
  const starts = [];
  let total = 0;
  for (const size of sizes.split(' ')) {
    starts.push(total);
    total += +size;
  }
  return { starts, names: names(joined) };
};

const at = ({ starts, names }, document) => {
  const i = lastAtOrBefore(starts, document);
  return [names[i], starts[i]];
};

const lastAtOrBefore = (sorted, value) => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
};

/** The documents of a list of postings, with what they are worth. */
function* postings(packed) {
  let document = -1;
  for (let i = 0; i < packed.length;) {
    let number = 0;
    let shift = 0;
    let digit;
    do {
      digit = DIGITS.indexOf(packed[i++]);
      number += (digit & 31) * 2 ** shift;
      shift += 5;
    } while (digit > 31);
    document += Math.floor(number / 8) + 1;
    yield [document, LEVELS[number % 8]];
  }
}

const readFamily = (line) => {
  const [head, tail] = line.split('\t');
  const [key, ...aliases] = head.split(',');
  const family = { key, keys: [key, ...aliases], forms: new Map(), synonyms: '', meanings: [] };
  for (const part of tail.split(';')) {
    const [form, packed = ''] = part.split(':');
    if (form[0] === '~') {
      family.synonyms = packed;
      family.meanings = form.slice(1).split(',');
    } else {
      const drop = /^[A-Z]/.test(form) ? form.charCodeAt(0) - 64 : 0;
      family.forms.set(key.slice(0, key.length - drop) + form.slice(drop ? 1 : 0), packed);
    }
  }
  return family;
};

const readShard = (text) => {
  const shard = { families: [], byKey: new Map(), byForm: new Map(), expressions: [] };
  for (const line of text.split('\n')) {
    if (!line) continue;
    const family = readFamily(line);
    if (family.key.includes(' ')) {
      shard.expressions.push(family);
      continue;
    }
    shard.families.push(family);
    for (const key of family.keys) shard.byKey.set(key, [...(shard.byKey.get(key) ?? []), family]);
    for (const form of family.forms.keys()) shard.byForm.set(form, family);
  }
  return shard;
};

// ---- Typing errors --------------------------------------------------------------------------------------------

/** How many letters are wrong, missing, too many or swapped; anything above the limit is limit + 1. */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

// ---- Queries --------------------------------------------------------------------------------------------------

/**
 * Opens the index under an address. `load(url)` may be given to read files in another way than fetch.
 * Returns `{ count, search(query, { limit, offset, kind, signal }) }`.
 */
export async function openIndex(baseUrl, { load = fetchText } = {}) {
  const base = String(baseUrl).replace(/\/*$/, '/');
  const files = new Map();
  const read = (path, parse) => {
    if (!files.has(path)) {
      const file = Promise.resolve(load(base + path)).then(parse);
      file.catch(() => files.delete(path));
      files.set(path, file);
    }
    return files.get(path);
  };

  const entry = await read('index.json', JSON.parse);
  const starts = entry.starts.split(' ');
  const shardNames = names(entry.terms);
  const ends = entry.ends.split(' ');
  const endNames = names(entry.endings);
  const empty = new Set(entry.empty.split(' '));
  const weak = new Set(entry.weak.split(' '));
  const light = new Set(entry.light.split(' '));
  const top = readList(entry.sizes, entry.lists ?? entry.chunks);
  const runs = [];
  let total = 0;
  for (let i = 0; i < entry.runs.length; i += 3) {
    runs.push({ start: total, kind: entry.runs[i], worth: (KINDS[entry.runs[i]] ?? 0.7) * AGES[entry.runs[i + 1]] });
    total += entry.runs[i + 2];
  }
  const runStarts = runs.map((run) => run.start);
  const runOf = (document) => runs[lastAtOrBefore(runStarts, document)];
  const shard = (i) => read(`t/${shardNames[i]}.txt`, readShard);
  const shardAt = (word) => lastAtOrBefore(starts, word.slice(0, PREFIX));

  /** The words of the query that are looked for, with all that each could match. */
  const parse = (query) => {
    const tokens = [];
    const joined = [];
    for (const { word, parts } of words(query)) {
      const token = { word, folded: fold(word), keys: new Set(), forms: new Set(), hits: new Map(), weight: 1 };
      token.stems = [fold(stem(word)), stem(token.folded)];
      if (parts) joined.push({ word: token.folded, covers: tokens.slice(-parts) });
      else tokens.push(token);
    }
    tokens.forEach((token, i) => {
      token.empty = empty.has(token.folded) || /^\D$/.test(token.folded);
      if (weak.has(token.stems[0])) token.weight = WEAK;
      else if (light.has(token.stems[0])) token.weight = LIGHT;
      token.last = i === tokens.length - 1 && !/\s$/.test(query);
      if (i > 0) joined.push({ word: tokens[i - 1].folded + token.folded, covers: [tokens[i - 1], token] });
    });
    const meaningful = tokens.filter((token) => !token.empty);
    return { tokens: meaningful.length ? meaningful : tokens, joined };
  };

  const hit = (target, packed, worth) => {
    for (const [document, value] of postings(packed)) {
      if (value * worth > (target.get(document) ?? 0)) target.set(document, value * worth);
    }
  };

  const addFamily = (token, family, worth, exactForm) => {
    for (const key of family.keys) token.keys.add(key);
    for (const [form, packed] of family.forms) {
      hit(token.hits, packed, worth * (form === exactForm ? WORTH.exact : WORTH.stem));
    }
    if (family.synonyms) {
      hit(token.hits, family.synonyms, worth * WORTH.synonym);
      for (const key of family.meanings) token.keys.add(key);
    }
  };

  const matchExactly = (token, shard) => {
    const families = new Set([shard.byForm.get(token.folded), ...token.stems.flatMap((key) => shard.byKey.get(key) ?? [])]);
    families.delete(undefined);
    for (const family of families) addFamily(token, family, 1, token.folded);
    token.found = families.size > 0;
  };

  const matchPrefix = async (token) => {
    const first = shardAt(token.folded);
    const last = token.folded.length < PREFIX ? shardAt(token.folded + '\uffff') : first;
    const shards = await Promise.all(Array.from({ length: Math.min(last - first + 1, 6) }, (_, i) => shard(first + i)));
    const known = token.found ? 0.5 : 1;
    for (const { families } of shards) {
      for (const family of families) {
        let longest = 0;
        for (const [form, packed] of family.forms) {
          if (!form.startsWith(token.folded) || form === token.folded) continue;
          const worth = WORTH.prefix * known * Math.min(1, (token.folded.length + 2) / form.length);
          longest = Math.max(longest, worth);
          hit(token.hits, packed, worth);
          token.forms.add(form);
        }
        if (longest) hit(token.hits, family.synonyms, longest * WORTH.synonym);
      }
    }
    token.found ||= token.hits.size > 0;
  };

  /** All words that end like this one, or that share two letters with the end of a short one. */
  const wordsEndingLike = async (folded) => {
    const end = [...folded].reverse().join('').slice(0, PREFIX);
    const first = lastAtOrBefore(ends, folded.length < 7 ? end.slice(0, 2) : end);
    const last = lastAtOrBefore(ends, folded.length < 7 ? end.slice(0, 2) + '\uffff' : end);
    const files = endNames.slice(first, Math.min(last, first + 3) + 1);
    return (await Promise.all(files.map((name) => read(`e/${name}.txt`, (text) => text.split(' '))))).flat();
  };

  const matchTypos = async (token) => {
    const { folded } = token;
    if (folded.length < 4 || /^\d/.test(folded)) return;
    const limit = folded.length > 7 ? 2 : 1;
    const near = new Set(await wordsEndingLike(folded));
    for (const form of (await shard(shardAt(folded))).byForm.keys()) near.add(form);
    let best = limit + 1;
    let forms = [];
    for (const form of near) {
      const far = form.length > 2 ? distance(folded, form, Math.min(limit, best)) : limit + 1;
      if (far < best) [best, forms] = [far, []];
      if (far === best && far <= limit) forms.push(form);
    }
    const candidates = await Promise.all(forms.slice(0, 6).map(async (form) => {
      const family = (await shard(shardAt(form))).byForm.get(form);
      return { family, form, size: [...family.forms.values()].join('').length + family.synonyms.length };
    }));
    candidates.sort((a, b) => b.size - a.size);
    for (const { family, form } of candidates) addFamily(token, family, best > 1 ? WORTH.twoTypos : WORTH.typo, form);
    token.corrected = candidates[0]?.form;
  };

  /** Expressions and compounds of several words: what they find counts for each of their words. */
  const matchTogether = async ({ tokens, joined }) => {
    const groups = [];
    for (const token of tokens) {
      for (const family of (await shard(shardAt(token.folded))).expressions) {
        const covers = family.key.split(' ').map((key) => tokens.find((t) => t.keys.has(key) || t.stems.includes(key)));
        if (!covers.includes(undefined)) groups.push({ covers, packed: family.synonyms, meanings: family.meanings });
      }
    }
    for (const { word, covers } of joined) {
      const family = covers.some((token) => !token.empty) && word.length > 3 && (await shard(shardAt(word))).byForm.get(word);
      if (family) groups.push({ covers, packed: [...family.forms.values(), family.synonyms], meanings: family.keys });
    }
    return groups.map(({ covers, packed, meanings }) => {
      const hits = new Map();
      for (const list of [packed].flat()) hit(hits, list, 1);
      for (const key of meanings) covers[0].keys.add(key);
      return { covers, hits };
    });
  };

  const merge = (groups) => {
    for (const { covers, hits } of groups) {
      for (const token of covers) {
        token.weight = 1;
        for (const [document, value] of token.hits) {
          if (!hits.has(document)) token.hits.set(document, value * 0.6);
        }
      }
    }
    for (const { covers, hits } of groups) {
      for (const token of covers) {
        for (const [document, value] of hits) token.hits.set(document, Math.max(value, token.hits.get(document) ?? 0));
      }
    }
  };

  const rank = (tokens, kind) => {
    const found = tokens.filter((token) => token.hits.size);
    const strongest = Math.max(...found.map((token) => token.weight));
    let all = 0;
    const scores = new Map();
    for (const token of found) {
      // Rare words tell more, but on a small site a word may be rare by chance: half of the weight is the same for all.
      const rarity = Math.log(1 + entry.count / token.hits.size) / Math.log(1 + entry.count);
      const weight = (token.weight / strongest) * (COMMON + rarity);
      all += weight;
      for (const [document, value] of token.hits) {
        const score = scores.get(document) ?? [0, 0];
        scores.set(document, [score[0] + weight * value, score[1] + weight]);
      }
    }
    const most = Math.max(0, ...[...scores.values()].map(([, coverage]) => coverage));
    const ranked = [];
    for (const [document, [value, coverage]] of scores) {
      const run = runOf(document);
      if (coverage < most * KEEP || (kind?.length && !kind.includes(run.kind))) continue;
      ranked.push({ document, kind: run.kind, score: (value / all) * (coverage / all) ** COVERAGE * run.worth });
    }
    return ranked.sort((a, b) => b.score - a.score || a.document - b.document);
  };

  const show = async ({ document, kind, score }, tokens) => {
    let [name, first] = at(top, document);
    if (entry.lists) {
      const start = first;
      [name, first] = at(await read(`c/${name}.txt`, (text) => readList(...text.split('\n'))), document - start);
      first += start;
    }
    const chunk = await read(`d/${name}.json`, JSON.parse);
    const [url, title, date, origin, summary, text] = chunk[document - first];
    return { url, title, kind, date, origin, score, text, excerptParts: excerpt(summary, text, tokens) };
  };

  const search = async (query, { limit = 10, offset = 0, kind, signal } = {}) => {
    const parsed = parse(query);
    const { tokens } = parsed;
    if (!tokens.length || !entry.count) return { total: 0, results: [], didYouMean: null };
    await Promise.all(tokens.map(async (token) => {
      matchExactly(token, await shard(shardAt(token.folded)));
      if (token.last && token.folded.length > 1) await matchPrefix(token);
    }));
    signal?.throwIfAborted();
    const groups = await matchTogether(parsed);
    const covered = new Set(groups.flatMap((group) => group.covers));
    await Promise.all(tokens.filter((token) => !token.found && !covered.has(token)).map(matchTypos));
    signal?.throwIfAborted();
    merge(groups);
    const kinds = typeof kind === 'string' ? [kind] : kind;
    const ranked = rank(tokens, kinds);
    const shown = await Promise.all(ranked.slice(offset, offset + limit).map((result) => show(result, tokens)));
    signal?.throwIfAborted();
    return {
      total: ranked.length,
      results: shown.map(({ text: _, ...result }) => result),
      didYouMean: correct(query, tokens, shown),
    };
  };

  return { count: entry.count, search };
}

// ---- What is shown --------------------------------------------------------------------------------------------

const marker = (tokens) => {
  const keys = new Map();
  for (const token of tokens) {
    for (const key of [...token.keys, ...token.stems]) keys.set(key, token);
  }
  return (word) => {
    const lower = word.toLowerCase();
    const folded = fold(lower);
    return keys.get(fold(stem(lower))) ?? tokens.find((token) => token.folded === folded || token.forms.has(folded));
  };
};

const findMatches = (text, tokens) => {
  const mark = marker(tokens.filter((token) => !token.empty));
  const matches = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{Nd}]+/gu)) {
    const token = mark(word);
    if (token) matches.push({ start: index, end: index + word.length, token });
  }
  return matches;
};

/** The passage that holds most of the words looked for, cut into parts that match and parts that do not. */
const excerpt = (summary, text, tokens) => {
  const inSummary = findMatches(summary, tokens);
  const inText = findMatches(text, tokens);
  let best = { start: 0, variety: new Set(inSummary.map((m) => m.token)).size };
  let source = summary || text;
  for (const { start } of inText) {
    const near = inText.filter((m) => m.start >= start && m.end <= start + EXCERPT - 40);
    const variety = new Set(near.map((m) => m.token)).size;
    if (variety > best.variety) {
      best = { start, variety };
      source = text;
    }
  }
  const from = best.start < 60 ? 0 : source.indexOf(' ', best.start - 50) + 1;
  let to = source.length;
  if (from + EXCERPT < source.length) to = source.lastIndexOf(' ', from + EXCERPT);
  if (to <= from) to = Math.min(source.length, from + EXCERPT);
  const parts = [];
  const add = (part, match) => part && parts.push({ text: part, match });
  let at = from;
  add(from > 0 ? '… ' : '', false);
  for (const { start, end } of source === summary ? inSummary : inText) {
    if (start < from || end > to) continue;
    add(source.slice(at, start), false);
    add(source.slice(start, end), true);
    at = end;
  }
  add(source.slice(at, to), false);
  add(to < source.length ? ' …' : '', false);
  return parts;
};

/** The query with its typing errors mended, in the spelling of the pages found; null when there are none. */
const correct = (query, tokens, shown) => {
  let corrected = query;
  for (const token of tokens) {
    if (!token.corrected) continue;
    const written = shown.flatMap(({ title, text }) => `${title} ${text}`.match(/[\p{L}\p{Nd}]+/gu) ?? [])
      .find((word) => fold(word) === token.corrected);
    const typed = query.match(/[\p{L}\p{Nd}-]+/gu)?.find((word) => fold(word) === token.folded);
    if (typed) corrected = corrected.replace(typed, (written ?? token.corrected).toLowerCase());
  }
  return corrected === query ? null : corrected;
};
