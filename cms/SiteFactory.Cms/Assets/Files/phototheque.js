// Improves the library: files are dropped and their progress shown, the point that stays visible is clicked.

const upload = document.querySelector('[data-upload]');
if (upload) uploads(upload);
const focus = document.querySelector('[data-focus]');
if (focus) focalPoint(focus);

function uploads(form) {
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('.upload-list');
  form.querySelector('button').hidden = true;
  input.addEventListener('change', () => send([...input.files]));
  for (const name of ['dragover', 'dragleave', 'drop']) form.addEventListener(name, event => {
    event.preventDefault();
    form.classList.toggle('upload-over', name === 'dragover');
    if (name === 'drop') send([...event.dataTransfer.files]);
  });

  async function send(files) {
    const received = [];
    for (const file of files) {
      const sent = await one(file);
      if (sent) received.push(sent);
    }
    input.value = '';
    const ids = received.filter(file => file.edit).map(file => file.edit.split('/').pop());
    // Somebody who was refused a file reads why before they go on.
    if (ids.length > 0 && ids.length === files.length) location.assign(`${form.dataset.describe}?ids=${ids.join(',')}`);
    else if (ids.length > 0) {
      const link = document.createElement('a');
      link.href = `${form.dataset.describe}?ids=${ids.join(',')}`;
      link.className = 'button';
      link.textContent = form.dataset.go;
      list.append(link);
    }
  }

  function one(file) {
    const line = document.createElement('li');
    const name = document.createElement('span');
    const state = document.createElement('span');
    const progress = document.createElement('progress');
    name.textContent = file.name;
    progress.max = 100;
    progress.setAttribute('aria-label', file.name);
    line.append(name, state, progress);
    list.append(line);
    return new Promise(resolve => {
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append('fichier', file);
      request.upload.addEventListener('progress', event => {
        const percent = event.lengthComputable ? Math.round(100 * event.loaded / event.total) : 0;
        progress.value = percent;
        state.textContent = form.dataset.sending.replace('{0}', percent);
      });
      request.addEventListener('loadend', () => {
        progress.remove();
        const answer = read(request.responseText);
        const good = request.status === 200;
        state.textContent = good ? form.dataset.sent : answer?.message ?? form.dataset.failed;
        line.classList.toggle('upload-refused', !good);
        resolve(good ? answer : null);
      });
      request.open('POST', form.dataset.upload);
      request.setRequestHeader('RequestVerificationToken', form.querySelector('input[name=__RequestVerificationToken]').value);
      request.setRequestHeader('Accept', 'application/json');
      request.send(body);
    });
  }
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function focalPoint(part) {
  const stage = part.querySelector('.focus-stage');
  const point = part.querySelector('.focus-point');
  const [x, y] = ['FocusX', 'FocusY'].map(name => document.getElementById(name));
  const show = () => {
    point.style.left = `${x.value}%`;
    point.style.top = `${y.value}%`;
    for (const picture of part.querySelectorAll('.crop img')) picture.style.objectPosition = `${x.value}% ${y.value}%`;
  };
  stage.addEventListener('click', event => {
    const box = stage.getBoundingClientRect();
    x.value = Math.round(100 * (event.clientX - box.left) / box.width);
    y.value = Math.round(100 * (event.clientY - box.top) / box.height);
    show();
  });
  for (const slider of [x, y]) slider.addEventListener('input', show);
  show();
}
