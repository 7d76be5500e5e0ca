// Reads QR codes: with the browser's own detector where it has one (Android), else with the library beside.
export async function qrDetector() {
  const formats = await window.BarcodeDetector?.getSupportedFormats() ?? [];
  const { BarcodeDetector } = formats.includes('qr_code') ? window : await import('./qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}
