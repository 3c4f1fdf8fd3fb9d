// Passkeys (WebAuthn): the forms that need them stay hidden where the browser has none.

const supported = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);

async function options(form) {
  const body = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
  const response = await fetch(form.dataset.passkey, { method: 'POST', body });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

async function credential(form) {
  const json = await options(form);
  return form.dataset.passkeyCreate === undefined
    ? navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) })
    : navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) });
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!supported) continue;
  form.hidden = false;
  form.addEventListener('submit', async event => {
    const field = form.querySelector('[data-passkey-credential]');
    if (field.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const message = form.querySelector('[data-passkey-message]');
    message.hidden = true;
    try {
      field.value = JSON.stringify(await credential(form));
      form.requestSubmit();
    } catch {
      message.textContent = form.dataset.passkeyError;
      message.hidden = false;
    }
  }, { capture: true });
}
