import { map as createMap, tileLayer, marker, divIcon, control, latLngBounds } from 'leaflet';
import { mapBare, mapLabel, zoomIn, zoomOut } from './strings.js';

const tiles = 'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}';

// Under the map, where the button was.
function say(place, text) {
  const notice = place.querySelector('.plan__notice');
  notice.textContent = text;
  notice.setAttribute('role', 'status');
  notice.hidden = false;
}

// Puts a map in the place of the drawn plan, with the points of the list beside it.
export async function show(place) {
  const ground = document.createElement('div');
  ground.className = 'plan__map';
  ground.setAttribute('role', 'region');
  ground.setAttribute('aria-label', mapLabel);
  place.querySelector('.plan__points').replaceWith(ground);

  const inside = place.querySelectorAll('[data-geo]');
  const points = [...inside.length ? inside : document.querySelectorAll('.entry[data-geo]')].map(item => ({ at: item.dataset.geo.split(',').map(Number), item }));
  const map = createMap(ground, { scrollWheelZoom: false, zoomControl: false, attributionControl: false });
  control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  control.attribution({ prefix: false, position: 'bottomright' }).addAttribution('© IGN').addTo(map);
  tileLayer(tiles, { maxZoom: 19 }).once('tileerror', () => say(place, mapBare)).addTo(map);
  map.fitBounds(latLngBounds(points.map(point => point.at)), { padding: [36, 36], maxZoom: 16 });

  for (const { at, item } of points) {
    const link = item.querySelector('a');
    const content = document.createElement('div');
    content.append(link.cloneNode(true));
    marker(at, { icon: divIcon({ className: 'spot' }), title: link.textContent, alt: link.textContent }).bindPopup(content).addTo(map);
  }
  ground.querySelector('.leaflet-control-zoom a')?.focus();
}
