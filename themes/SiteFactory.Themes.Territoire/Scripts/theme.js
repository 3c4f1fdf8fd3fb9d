import { menu } from './menu.js';
import { alerts } from './alerts.js';
import { hours } from './hours.js';
import { sift } from './sift.js';
import { plan } from './plan.js';
import { tools } from './tools.js';
import { app } from './app.js';

for (const improve of [menu, alerts, hours, sift, plan, tools, app]) {
  try { improve(); } catch (error) { console.warn(error); }
}
