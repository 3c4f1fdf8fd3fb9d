// A map with one pin that follows clicks, drags and, by keyboard, the middle of the map: Enter puts it there.
import { map as createMap, tileLayer, marker, divIcon, control } from 'leaflet';

const tiles = 'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}';
const near = 16;
const far = 13;
const digits = 6;

export function show(box, lat, lon, say) {
  const ground = document.createElement('div');
  ground.className = 'place-map';
  ground.setAttribute('role', 'application');
  ground.setAttribute('aria-label', box.dataset.label);
  box.append(ground);
  const read = () => {
    const at = [lat.value, lon.value].map(text => Number(text.trim().replace(',', '.')));
    return lat.value.trim() && lon.value.trim() && at.every(Number.isFinite) ? at : null;
  };
  const start = read();
  const map = createMap(ground, { zoomControl: false, attributionControl: false, scrollWheelZoom: false })
    .setView(start ?? [Number(box.dataset.lat), Number(box.dataset.lon)], start ? near : far);
  control.zoom({ zoomInTitle: box.dataset.in, zoomOutTitle: box.dataset.out }).addTo(map);
  control.attribution({ prefix: false }).addAttribution(box.dataset.source).addTo(map);
  tileLayer(tiles, { maxZoom: 19 }).addTo(map);
  const icon = divIcon({ className: 'place-pin-box', html: '<div class="place-pin"></div>', iconSize: [30, 30], iconAnchor: [15, 30] });
  const pin = marker(start ?? map.getCenter(), { draggable: true, icon, title: box.dataset.point, alt: box.dataset.point });
  if (start) pin.addTo(map);
  const put = at => {
    pin.setLatLng(at).addTo(map);
    [lat.value, lon.value] = [at.lat.toFixed(digits), at.lng.toFixed(digits)];
    say(box.dataset.picked);
  };
  map.on('click', event => put(event.latlng));
  pin.on('dragend', () => put(pin.getLatLng()));
  ground.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); put(map.getCenter()); } });
  for (const field of [lat, lon]) field.addEventListener('change', () => { const at = read(); if (at) { pin.setLatLng(at).addTo(map); map.setView(at, near); } });
  ground.focus();
}
