// A map on which one places a pin or draws a stretch of road: by clicks, by dragging and, by keyboard, in the middle of the map with Enter.
// The fields of the form stay what is sent: the map follows them, and they follow the map.
import { map as createMap, tileLayer, marker, polyline, divIcon, control } from 'leaflet';

const near = 16;
const far = 13;
const digits = 6;
const short = number => String(Number(number.toFixed(digits)));
const numbers = text => text.trim().split(/[\s,;]+/).filter(Boolean).map(Number);
const isPoint = at => at.length === 2 && at.every(Number.isFinite) && Math.abs(at[0]) <= 90 && Math.abs(at[1]) <= 180;

export function show(box, { lat, lon, line }, say) {
  const ground = document.createElement('div');
  ground.className = 'place-map';
  ground.setAttribute('role', 'application');
  ground.setAttribute('aria-label', box.dataset.label);
  box.append(ground);
  const read = () => {
    const at = [lat.value, lon.value].map(text => text.trim() ? Number(text.trim().replace(',', '.')) : NaN);
    return isPoint(at) ? at : null;
  };
  const readLine = () => line ? line.value.split('\n').map(numbers).filter(isPoint) : [];
  const start = read();
  const map = createMap(ground, { zoomControl: false, attributionControl: false, scrollWheelZoom: false })
    .setView(start ?? [Number(box.dataset.lat), Number(box.dataset.lon)], start ? near : far);
  control.zoom({ zoomInTitle: box.dataset.in, zoomOutTitle: box.dataset.out }).addTo(map);
  control.attribution({ prefix: false }).addAttribution(box.dataset.source).addTo(map);
  tileLayer(box.dataset.tiles, { maxZoom: 19 }).addTo(map);

  const changed = field => field.dispatchEvent(new Event('input', { bubbles: true }));
  const icon = divIcon({ className: 'place-pin-box', html: '<div class="place-pin"></div>', iconSize: [30, 30], iconAnchor: [15, 30] });
  const pin = marker(start ?? map.getCenter(), { draggable: true, icon, title: box.dataset.point, alt: box.dataset.point });
  if (start) pin.addTo(map);
  const put = at => {
    pin.setLatLng(at).addTo(map);
    [lat.value, lon.value] = [at.lat.toFixed(digits), at.lng.toFixed(digits)];
    changed(lat);
    say(box.dataset.picked);
  };

  const stretch = line ? drawing(map, box, readLine, points => { line.value = points.map(p => `${short(p[0])}, ${short(p[1])}`).join('\n'); changed(line); }, say) : null;
  const draws = () => box.querySelector('input[value=line]')?.checked === true;
  const touch = at => stretch && draws() ? stretch.add(at) : put(at);
  map.on('click', event => touch(event.latlng));
  pin.on('dragend', () => put(pin.getLatLng()));
  ground.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); touch(map.getCenter()); } });
  for (const field of [lat, lon]) field.addEventListener('change', () => { const at = read(); if (at) { pin.setLatLng(at).addTo(map); map.setView(at, near); } });
  line?.addEventListener('change', () => stretch.draw());
  ground.focus();
}

// The stretch: its points can be dragged; the last one, or all of them, can be taken back.
function drawing(map, box, read, write, say) {
  const path = polyline([], { className: 'place-line', weight: 6, interactive: false }).addTo(map);
  const [undo, clear] = ['undo', 'clear'].map(name => box.querySelector(`[data-map-${name}]`));
  let corners = [];
  const words = (text, number) => text.replace('{0}', number);
  const icon = divIcon({ className: 'place-corner-box', html: '<div class="place-corner"></div>', iconSize: [24, 24] });
  const draw = () => {
    const points = read();
    corners.forEach(c => c.remove());
    corners = points.map((at, i) => {
      const name = words(box.dataset.corner, i + 1);
      return marker(at, { draggable: true, icon, title: name, alt: name }).addTo(map)
        .on('drag', event => path.setLatLngs(points.map((p, j) => j === i ? event.target.getLatLng() : p)))
        .on('dragend', event => { const to = event.target.getLatLng(); save(points.map((p, j) => j === i ? [to.lat, to.lng] : p)); });
    });
    path.setLatLngs(points);
    undo.disabled = clear.disabled = points.length === 0;
    return points;
  };
  const save = points => {
    write(points);
    draw();
    say(points.length === 0 ? box.dataset.emptied : points.length === 1 ? box.dataset.first : words(box.dataset.drawn, points.length));
  };
  // A button that is switched off under the finger loses the focus: it goes to the map.
  const take = (button, points) => { save(points); if (button.disabled) map.getContainer().focus(); };
  undo.addEventListener('click', () => take(undo, read().slice(0, -1)));
  clear.addEventListener('click', () => take(clear, []));
  const drawn = draw();
  if (drawn.length > 1) map.fitBounds(path.getBounds(), { padding: [24, 24], maxZoom: near + 1 });
  if (drawn.length > 0) box.querySelector('input[value=line]').checked = true;
  return { draw, add: at => save([...read(), [at.lat, at.lng]]) };
}
