// What the elements say: the only French words among them.
export const words = {
  online: 'En ligne',
  'sign-in': 'En ligne, avec un compte',
  paper: 'Sur place ou par courrier',
  closed: 'Fermé pour le moment',
  by: 'Traité par',
  start: 'Commencer',
  colon: '\u00a0: ',
  service: 'Ouvrir la démarche',
  services: 'Toutes les démarches',
  track: 'Suivre ma demande',
  code: 'Suivre ma demande\u00a0: votre code de suivi',
  follow: 'Suivre',
};
