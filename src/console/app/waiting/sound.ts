const remembered = 'budkavle.sound';

/** Whether the user wants to hear that something waits. Remembered in this browser. */
export const isSoundOn = (): boolean => localStorage.getItem(remembered) === 'on';

export function setSound(on: boolean): void {
  if (on) localStorage.setItem(remembered, 'on');
  else localStorage.removeItem(remembered);
}

let context: AudioContext | undefined;

/** Two short tones. A browser plays nothing before the user has touched the page: then it stays silent. */
export function chime(): void {
  context ??= new AudioContext();
  const { currentTime } = context;
  void context.resume();
  [660, 880].forEach((frequency, at) => tone(context!, frequency, currentTime + at * 0.25));
}

function tone(audio: AudioContext, frequency: number, from: number): void {
  const oscillator = new OscillatorNode(audio, { frequency });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0.2, from);
  gain.gain.exponentialRampToValueAtTime(0.001, from + 0.2);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(from + 0.2);
}
