// What the scripts say: the only French words among them.
export const openUntil = hour => `Ouvert, jusqu’à ${hour}`;
export const closedUntil = (day, hour) => `Fermé, ouvre ${day} à ${hour}`;
export const closedFor = (reason, day, hour) => `Fermé aujourd’hui\u00a0: ${reason}${day ? `\u202f; ouvre ${day} à ${hour}` : ''}`;
export const closed = 'Fermé actuellement';
export const midnight = 'minuit';
export const today = 'aujourd’hui';
export const tomorrow = 'demain';
export const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
export const closeAlert = 'Fermer cette alerte';
export const matches = count => count === 0 ? 'Aucun résultat' : count === 1 ? '1 résultat' : `${count} résultats`;
export const mapLabel = 'Carte des lieux';
export const zoomIn = 'Agrandir';
export const zoomOut = 'Réduire';
export const mapBare = 'Le fond de carte n’est pas disponible pour le moment : les lieux restent à leur place.';
export const mapFailed = 'La carte n’a pas pu être chargée. La liste des lieux reste disponible.';
