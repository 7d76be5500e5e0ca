// Reads the code of a signing sheet from the chosen picture, where the browser can; otherwise it is typed from the paper.
const file = document.querySelector('#o-file');
const code = document.querySelector('#o-code');
const state = document.querySelector('#ma-doc-duoc');

async function read(picture) {
  if (!('BarcodeDetector' in window) || !picture.type.startsWith('image/')) return null;
  const image = await createImageBitmap(picture);
  try {
    const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(image);
    return found.map(f => f.rawValue).find(v => /^NTM:[^:]+:\d+$/.test(v)) ?? null;
  } finally {
    image.close();
  }
}

file?.addEventListener('change', async () => {
  state.textContent = '';
  const picture = file.files[0];
  if (!picture) return;
  const found = await read(picture).catch(() => null);
  if (found) code.value = found;
  state.textContent = found ? state.dataset.read : state.dataset.unread;
});
