// Keeps of the official list of communes what `new-commune` needs: today's communes, seven of their facts, compressed.
//   node official-communes.mjs communes.json communes.json.gz
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const [, , from, to] = process.argv;
const kept = ['code', 'nom', 'type', 'typeLiaison', 'siren', 'population', 'codesPostaux'];
const communes = JSON.parse(readFileSync(from, 'utf8')).filter(c => c.type === 'commune-actuelle');
writeFileSync(to, gzipSync(JSON.stringify(communes, (key, value) => key === '' || /^\d*$/.test(key) || kept.includes(key) ? value : undefined), { level: 9 }));
