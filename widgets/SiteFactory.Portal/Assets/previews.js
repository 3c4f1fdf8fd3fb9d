// The photographs that are about to be sent, small.
export function previews() {
  for (const input of document.querySelectorAll('input[data-preview]')) {
    const row = document.createElement('div');
    row.className = 'previews';
    input.after(row);
    input.addEventListener('change', () => {
      for (const img of row.children) URL.revokeObjectURL(img.src);
      row.replaceChildren(...[...input.files].filter(file => file.type.startsWith('image/')).slice(0, 6).map(file => {
        const img = document.createElement('img');
        img.alt = file.name;
        img.src = URL.createObjectURL(file);
        return img;
      }));
    });
  }
}
