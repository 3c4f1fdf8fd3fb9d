import { map as createMap, tileLayer, marker, divIcon, control } from 'leaflet';

// A map with one pin that follows clicks, drags and the keyboard's arrows (the pin stays in the middle while one pans by keys).
export function show(box, input, state) {
  const ground = document.createElement('div');
  ground.className = 'place__map';
  ground.setAttribute('role', 'application');
  ground.setAttribute('aria-label', box.dataset.label);
  box.append(ground);
  const form = input.form;
  const lat = form.querySelector(`[name="${box.dataset.map}__lat"]`);
  const lon = form.querySelector(`[name="${box.dataset.map}__lon"]`);
  const start = lat.value ? [Number(lat.value), Number(lon.value)] : [Number(box.dataset.lat), Number(box.dataset.lon)];

  const map = createMap(ground, { zoomControl: false, attributionControl: false, scrollWheelZoom: false }).setView(start, lat.value ? 17 : 12);
  control.zoom({ zoomInTitle: box.dataset.in, zoomOutTitle: box.dataset.out }).addTo(map);
  control.attribution({ prefix: false }).addAttribution(box.dataset.source).addTo(map);
  tileLayer(box.dataset.tiles, { maxZoom: 19 }).addTo(map);
  const icon = divIcon({ className: 'pin-box', html: '<div class="pin"></div>', iconSize: [30, 30], iconAnchor: [15, 34] });
  const pin = marker(start, { draggable: true, icon, title: box.dataset.point, alt: box.dataset.point });
  if (lat.value) pin.addTo(map);

  const put = at => {
    pin.setLatLng(at).addTo(map);
    [lat.value, lon.value] = [at.lat.toFixed(6), at.lng.toFixed(6)];
    if (!input.value.trim()) input.value = `${at.lat.toFixed(5)}, ${at.lng.toFixed(5)}`;
    state.textContent = box.dataset.picked;
  };
  map.on('click', event => put(event.latlng));
  pin.on('dragend', () => put(pin.getLatLng()));
  ground.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); put(map.getCenter()); } });
  box.addEventListener('placed', ({ detail }) => {
    if (detail?.lat == null) return pin.remove();
    pin.setLatLng([detail.lat, detail.lon]).addTo(map);
    map.setView([detail.lat, detail.lon], 17);
  });
  ground.focus();
  return at => {
    if (!at) return;
    map.setView(at, 18);
    put({ lat: at[0], lng: at[1] });
  };
}
