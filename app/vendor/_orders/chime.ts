// The sound of a new order, synthesised: no file to load, nothing to fail. Browsers keep audio silent until the person has
// touched the page; `wake` must be called from such a touch.

let audio: AudioContext | null = null;

/** Starts or resumes audio; answers whether it may sound now. */
export async function wake(): Promise<boolean> {
  audio ??= new AudioContext();
  // Without a touch some browsers never settle this promise.
  await Promise.race([audio.resume().catch(() => undefined), new Promise((done) => setTimeout(done, 300))]);
  return audio.state === "running";
}

/** Two rising tones for a new order; three quick high ones when time runs out. Silent while audio is not awake. */
export function chime(kind: "new" | "urgent"): void {
  if (audio?.state !== "running") return;
  const tones = kind === "new" ? [660, 880, 660, 880] : [1046, 1046, 1046];
  const step = kind === "new" ? 0.22 : 0.16;
  for (const [index, hertz] of tones.entries()) tone(audio, hertz, index * step);
}

function tone(context: AudioContext, hertz: number, afterSeconds: number): void {
  const at = context.currentTime + afterSeconds;
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = hertz;
  source.type = "triangle";
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.5, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.2);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + 0.21);
}
