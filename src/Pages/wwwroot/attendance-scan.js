// Reads the QR code of a registration with the camera: NTM:{class}:{code}.
import { qrDetector } from './qr-detector.js';

export async function offerScan(classId, mark, says) {
  const button = document.getElementById('quet');
  const video = document.getElementById('may-anh');
  const told = document.getElementById('tim-thay');
  const detector = await qrDetector().catch(() => null);
  if (!detector) return;
  let stream = null;
  let last = '';
  button.hidden = false;

  const tell = text => {
    told.className = 'note now';
    told.textContent = text;
  };

  function stop() {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.hidden = true;
  }

  async function look() {
    while (stream) {
      const [seen] = await detector.detect(video).catch(() => []);
      if (seen && seen.rawValue !== last) {
        last = seen.rawValue;
        const [kind, ofClass, code] = last.split(':');
        if (kind !== 'NTM' || !code) tell(says.unknown);
        else if (ofClass !== classId) tell(says.otherClass);
        else {
          const name = mark(code);
          tell(name ? says.scanned.replace('{name}', name) : says.unknown);
          navigator.vibrate?.(80);
        }
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }

  button.addEventListener('click', async () => {
    if (stream) return stop();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      return tell(says.noCamera);
    }
    video.srcObject = stream;
    video.hidden = false;
    await video.play();
    look();
  });
}
