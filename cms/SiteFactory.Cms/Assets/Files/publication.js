// Follows a publication until the site is live, or until it is known why not.
const wait = 400;
const longest = 3000;

async function follow(line) {
  const text = line.querySelector('.progress-text');
  const link = line.querySelector('.progress-link');
  for (let pause = wait; ; pause = Math.min(pause * 1.3, longest)) {
    await new Promise(resolve => setTimeout(resolve, pause));
    let answer;
    try {
      const response = await fetch(line.dataset.progress, { headers: { Accept: 'application/json' } });
      if (response.status === 204) return line.remove();
      if (!response.ok) return;
      answer = await response.json();
    } catch {
      continue;
    }
    if (text.textContent !== answer.text) text.textContent = answer.text;
    link.textContent = answer.linkText;
    link.href = answer.link;
    line.className = `message ${answer.look}`;
    // What was said when the form was sent is no longer true.
    if (answer.look === 'message-error') line.parentElement.querySelector('.message-done')?.remove();
    if (!answer.moves) return;
  }
}

for (const line of document.querySelectorAll('[data-progress]')) follow(line);
