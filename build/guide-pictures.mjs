// Takes the pictures of the guides anew: docs/images/guide/*.webp, docs/images/gestion.webp and docs/images/accueil-amanvillers.webp.
//
//   dotnet build -c Release tests/SiteFactory.Cms.Browser.Tests && dotnet build -c Release cms/SiteFactory.Cms
//   node build/guide-pictures.mjs
//
// It starts the product on an empty database of its own, invites a town hall's secretary, and does the tasks of the home page.
// Needs Chromium, and its French (Debian: chromium, chromium-l10n) so that days are written as people here write them.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(join(root, 'package.json'));
const sharp = require('sharp');
const { chromium } = require(join(root, 'artifacts/bin/SiteFactory.Cms.Browser.Tests/release/.playwright/package'));
const pictures = join(root, 'docs/images/guide');
const port = process.env.PORT ?? '5252';
const address = `http://localhost:${port}`;
const password = 'correct cheval pile agrafe';
const desk = { width: 1200, height: 780 };
const telephone = { width: 390, height: 780 };

const folder = await mkdtemp(join(tmpdir(), 'sf-guide-'));
const { server, first } = await start();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  env: { ...process.env, LANGUAGE: 'fr', LANG: 'fr_FR.UTF-8' },
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=fr-FR'],
});
try {
  await mkdir(pictures, { recursive: true });
  const secretary = await invited();
  await tasks(secretary);
} finally {
  await browser.close();
  server.kill();
  await rm(folder, { recursive: true, force: true });
}

function start() {
  const program = join(root, 'artifacts/bin/SiteFactory.Cms/release/SiteFactory.Cms.dll');
  const server = spawn('dotnet', [program, `--urls=${address}`, `--Cms:Address=${address}`, `--Cms:Data=${join(folder, 'data')}`, `--Cms:Output=${join(folder, 'public')}`], { cwd: root });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', text => {
      said += text;
      const first = /Mot de passe\s+(\S+)/.exec(said)?.[1];
      if (first && said.includes('Application started')) resolve({ server, first });
    });
    server.on('exit', () => reject(new Error(said)));
  });
}

async function visitor(size = desk, state = undefined) {
  const context = await browser.newContext({ baseURL: address, locale: 'fr-FR', viewport: size, isMobile: size === telephone, hasTouch: size === telephone, storageState: state });
  const page = await context.newPage();
  page.on('dialog', dialog => dialog.accept());
  return page;
}

async function signIn(page, email, words) {
  await page.goto('/connexion');
  await page.fill('#Email', email);
  await page.fill('#Password', words);
  await page.locator('main button[type=submit]').first().click();
  await page.waitForLoadState();
}

// The administrator invites; the secretary opens the link and chooses a password.
async function invited() {
  const administrator = await visitor();
  await signIn(administrator, 'admin@localhost.localdomain', first);
  await administrator.fill('#Current', first);
  await administrator.fill('#New', password);
  await administrator.fill('#Repeat', password);
  await administrator.locator('main button[type=submit]').click();
  await administrator.waitForURL('**/mon-compte');
  await administrator.goto('/s/amanvillers/equipe');
  await administrator.fill('#Form_Name', 'Claude Martin');
  await administrator.fill('#Form_Email', 'claude.martin@example.org');
  await administrator.selectOption('#Form_Role', 'Webmaster');
  await administrator.getByRole('button', { name: 'Préparer l’invitation' }).click();
  await administrator.waitForLoadState();
  const link = /https?:\/\/\S*\/invitation\/[\w-]+/.exec(await administrator.content())[0];
  const page = await visitor();
  await page.goto(new URL(link).pathname);
  for (const field of await page.locator('main input[type=password]').all()) await field.fill(password);
  await page.locator('main button[type=submit]').first().click();
  await page.waitForLoadState();
  await signIn(page, 'claude.martin@example.org', password);
  return page;
}

async function save(page, file, quality = 82) {
  await page.evaluate(() => document.activeElement?.blur());
  await sharp(await page.screenshot()).webp({ quality, effort: 6 }).toFile(file);
}

function shoot(page, name) {
  return save(page, join(pictures, `${name}.webp`));
}

// A picture that starts a little above what it is about.
async function shootAt(page, selector, name) {
  await page.locator(selector).first().evaluate(element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 90));
  await shoot(page, name);
}

async function publish(page) {
  await page.getByRole('button', { name: 'Publier' }).first().click();
  await page.locator('.message-done .progress-text').waitFor({ timeout: 120_000 });
}

async function live(page, name) {
  const address = await page.getByRole('link', { name: 'Voir en ligne' }).getAttribute('href');
  const site = await visitor();
  await site.goto(address);
  await shoot(site, name);
  await site.close();
}

async function tasks(page) {
  await page.goto('/s/amanvillers/');
  await save(page, join(root, 'docs/images/gestion.webp'));
  await shoot(page, 'accueil');
  const phone = await visitor(telephone, await page.context().storageState());
  await phone.goto('/s/amanvillers/');
  await shoot(phone, 'accueil-telephone');
  await phone.close();

  await page.getByRole('link', { name: 'Annoncer un événement' }).click();
  await page.locator('[data-ready]').waitFor();
  await page.fill('#Title', 'Atelier de couture');
  await page.fill('#StartDate', '2027-01-13');
  await page.fill('#StartTime', '14:30');
  await page.selectOption('#Repeat_Repeats', 'Weekly');
  await page.getByLabel('mercredi').check();
  await page.fill('#Repeat_Count', '6');
  await page.getByRole('radio', { name: 'Pendant' }).check();
  await page.locator('[data-dates] ol li').nth(5).waitFor();
  await shootAt(page, '.when', 'evenement');
  await shootAt(page, '#Dates', 'evenement-dates');
  await publish(page);
  await live(page, 'evenement-en-ligne');

  await page.goto('/s/amanvillers/actualites/nouveau');
  await page.locator('[data-ready]').waitFor();
  await page.fill('#Title', 'Le parc rouvre samedi');
  await page.fill('#Summary', 'Les nouveaux jeux sont installés.');
  await page.locator('.editor-text').click();
  await page.keyboard.insertText('Rendez-vous samedi à 10 heures pour l’inauguration.');
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'actualite');
  await page.getByText('Image', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Choisir une image' }).click();
  await page.locator('.editor-tile img').nth(3).waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.editor-tile img')].slice(0, 10).every(image => image.naturalWidth > 0));
  await shoot(page, 'image');
  await page.getByRole('button', { name: 'parc.jpg' }).first().click();
  await page.getByRole('button', { name: 'Insérer' }).click();
  await publish(page);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'publie');

  await page.goto('/s/amanvillers/documents/nouveau');
  await page.locator('[data-ready]').waitFor();
  await page.fill('#Title', 'Procès-verbal du conseil municipal du 9 novembre 2026');
  await page.fill('#Session', '2026-11-09');
  await page.setInputFiles('#Upload', join(root, 'communes/amanvillers/media/2026-09-28-proces-verbal.pdf'));
  await page.getByText('est reçu et choisi').waitFor();
  await shootAt(page, '.field:has(#Title)', 'document');

  await page.goto('/s/amanvillers/annuaire/fermeture');
  await page.fill('#From', '2027-05-07');
  await page.fill('#Note', 'Pont de l’Ascension');
  await shoot(page, 'fermeture');

  await page.goto('/s/amanvillers/alertes/nouveau');
  await page.locator('[data-ready]').waitFor();
  await page.fill('#Title', 'Coupure d’eau rue du Moulin jusqu’à 16 h');
  await shoot(page, 'alerte');
  await shootAt(page, '.alert-preview', 'alerte-apercu');

  await page.goto('/s/amanvillers/pages');
  await page.getByRole('link', { name: 'La commune en chiffres' }).first().click();
  await page.locator('[data-ready]').waitFor();
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  await page.frameLocator('.preview-frame').locator('h1').waitFor();
  await shootAt(page, '.field-body', 'page-et-apercu');

  await page.goto('/s/amanvillers/cantine');
  await shoot(page, 'cantine');

  await page.goto('/s/amanvillers/travaux/fiche');
  await shoot(page, 'travaux');

  await page.goto('/s/amanvillers/partage');
  await shoot(page, 'contenus-proposes');

  const site = await visitor();
  await site.goto(`http://amanvillers.localhost:${port}/`);
  await save(site, join(root, 'docs/images/accueil-amanvillers.webp'));
}
