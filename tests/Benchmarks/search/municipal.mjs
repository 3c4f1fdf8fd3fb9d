// Turns the 48 municipal pages of the tests (pages.md) into documents, one JSON object a line.
//   node municipal.mjs <pages.md> > documents.jsonl
import { readFileSync } from 'node:fs';

for (const page of readFileSync(process.argv[2], 'utf8').split(/^## /m).slice(1)) {
  const [head, summary, ...text] = page.trim().split('\n');
  const [url, ...title] = head.split(' ');
  console.log(JSON.stringify({ url, title: title.join(' '), kind: 'page', summary, text: text.join(' ') }));
}
