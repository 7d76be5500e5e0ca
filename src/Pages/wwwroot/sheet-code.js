// Reads the code of a signing sheet from the chosen picture; where none is found it is typed from the paper.
import { qrDetector } from './qr-detector.js';

const file = document.querySelector('#o-file');
const code = document.querySelector('#o-code');
const state = document.querySelector('#ma-doc-duoc');
// Pixels: a code of 3 cm on a page still has enough of them, and a phone's photo is read in less than a second.
const longest = 2000;

async function read(picture) {
  if (!picture.type.startsWith('image/')) return null;
  const whole = await createImageBitmap(picture);
  const scale = Math.min(1, longest / Math.max(whole.width, whole.height));
  const image = await createImageBitmap(whole, { resizeWidth: Math.round(whole.width * scale), resizeQuality: 'high' });
  whole.close();
  try {
    const found = await (await qrDetector()).detect(image);
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
