/** Reads a part of a page with a voice of the device, and lets the reader pause, go on and stop. */

import { Marker } from "./marking.mjs";
import { listSentences } from "./sentences.mjs";

export class Reader {
  /**
   * @param {HTMLElement} root The line with the button.
   * @param {string} language
   * @param {{groups: import("./sentences.mjs").Told}} [telling]
   */
  constructor(root, language, telling) {
    const words = /** @type {[string, string, string, string]} */ (root.dataset.words.split("|"));
    const [pause, goOn, stop, failed] = words;
    this.words = { pause, goOn, failed };
    this.root = root;
    this.language = language;
    this.telling = telling;
    this.marker = new Marker();
    /** @type {import("./sentences.mjs").Sentence[] | null} While they are read. */
    this.sentences = null;
    this.at = 0;
    this.button = /** @type {HTMLButtonElement} */ (root.querySelector("button"));
    this.pausing = this.addButton(pause, () => (this.utterance ? this.pause() : this.speak()));
    this.stopping = this.addButton(stop, () => this.stop());
    this.status = document.createElement("span");
    this.status.setAttribute("role", "status");
    root.append(" ", this.status);
    addEventListener("pagehide", () => this.stop());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && this.utterance) this.pause();
    });
    // Another screen of the same page takes the place of what is read.
    this.watcher = new MutationObserver(() => {
      if (!root.isConnected) this.stop();
    });
  }

  /** @param {string} words @param {() => void} act */
  addButton(words, act) {
    const button = /** @type {HTMLButtonElement} */ (this.button.cloneNode());
    button.removeAttribute("aria-pressed");
    button.textContent = words;
    button.hidden = true;
    button.onclick = act;
    this.root.append(" ", button);
    return button;
  }

  /** @param {SpeechSynthesisVoice} voice With which to begin; where there is something read, it ends. */
  press(voice) {
    if (this.sentences) {
      this.stop();
      return;
    }
    this.voice = voice;
    const article = /** @type {HTMLElement} */ (this.root.closest("[data-view], main"));
    this.sentences = listSentences(article, this.language, this.telling?.groups);
    this.at = 0;
    this.status.textContent = "";
    this.show(true);
    this.watcher.observe(document.body, { childList: true, subtree: true });
    this.speak();
  }

  /** Reads on from the sentence where it stands. */
  speak() {
    const sentence = this.sentences?.[this.at];
    if (!sentence) {
      this.stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence.said);
    const voice = /** @type {SpeechSynthesisVoice} */ (this.voice);
    Object.assign(utterance, { voice, lang: voice.lang });
    const isNow = () => utterance === this.utterance;
    utterance.onstart = () => {
      if (isNow()) this.marker.mark(sentence);
    };
    utterance.onend = () => {
      if (!isNow()) return;
      this.at += 1;
      this.speak();
    };
    utterance.onerror = () => {
      if (!isNow()) return;
      this.stop();
      this.status.textContent = this.words.failed;
    };
    this.utterance = utterance;
    this.pausing.textContent = this.words.pause;
    speechSynthesis.speak(utterance);
  }

  /** Is silent and keeps the place: what browsers call a pause goes on or never ends on some phones. */
  pause() {
    this.silence();
    this.pausing.textContent = this.words.goOn;
  }

  silence() {
    this.utterance = null;
    speechSynthesis.cancel();
  }

  stop() {
    if (!this.sentences) return;
    this.silence();
    this.sentences = null;
    this.watcher.disconnect();
    this.marker.clear();
    if (this.root.contains(document.activeElement)) this.button.focus();
    this.show(false);
  }

  /** @param {boolean} isReading */
  show(isReading) {
    this.button.setAttribute("aria-pressed", String(isReading));
    this.pausing.hidden = !isReading;
    this.stopping.hidden = !isReading;
  }
}
