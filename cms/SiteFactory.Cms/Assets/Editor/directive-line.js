// The opening line of a directive: `::: news {topic=dechets limit=3}`.

/** `{ name, values }` of what follows the colons; null when it is not written as it should be. */
export function readOpening(text) {
  const match = /^([^\s{]+)\s*(?:\{(.*)\})?$/.exec(text.trim());
  if (!match) return null;
  const values = [];
  let rest = (match[2] ?? '').trim();
  while (rest) {
    const part = /^([^\s=}]+)=(?:"([^"]*)"|'([^']*)'|([^\s}"']*))(?:\s+|$)/.exec(rest);
    if (!part || values.some(([name]) => name === part[1])) return null;
    values.push([part[1], part[2] ?? part[3] ?? part[4]]);
    rest = rest.slice(part[0].length);
  }
  return { name: match[1], values };
}

/** The line that says so. */
export function writeOpening(name, values, colons = ':::') {
  const given = values.filter(([, value]) => value !== '');
  const braces = given.length ? ` {${given.map(([key, value]) => `${key}=${quoted(value)}`).join(' ')}}` : '';
  return `${colons} ${name}${braces}`;
}

// No escape exists inside quotes: a text with both kinds loses the double ones to the typographic sign.
function quoted(value) {
  const line = value.replace(/\s+/g, ' ').trim();
  if (/^[^\s"'{}=]+$/.test(line)) return line;
  return !line.includes('"') ? `"${line}"` : !line.includes("'") ? `'${line}'` : `"${line.replaceAll('"', '”')}"`;
}
