// Tells a courier who is not looking: a buzz and two notes. Browsers allow sound only after a touch, so the first touch
// of the page opens the sound.

let audio: AudioContext | undefined;

/** Call inside a touch or click: from then on `alertCourier` may sound. */
export function allowSound(): void {
  if (typeof AudioContext === "undefined") return;
  audio ??= new AudioContext();
  if (audio.state === "suspended") void audio.resume().catch(() => undefined);
}

/** Buzzes where the device can, and plays two rising notes where sound was allowed. */
export function alertCourier(): void {
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([200, 100, 200]);
  if (audio?.state !== "running") return;
  note(audio, 660, 0);
  note(audio, 880, 0.18);
}

function note(context: AudioContext, hertz: number, afterSeconds: number): void {
  const start = context.currentTime + afterSeconds;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.25, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.3);
}
