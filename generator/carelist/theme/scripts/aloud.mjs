/**
 * The button that has a page read aloud: seen only where the device has a voice of its own for the
 * page's language. A voice from elsewhere would be sent the text. What reads is fetched when asked.
 */

import { chooseVoice } from "./aloud/voices.mjs";

export class Aloud {
  /**
   * @param {HTMLElement} root The line with the button, in the part of the page that is read.
   * @param {{groups: import("./aloud/sentences.mjs").Told}} [telling] What of results may be heard now.
   */
  constructor(root, telling) {
    this.root = root;
    this.telling = telling;
    this.language = document.documentElement.lang.slice(0, 2);
    this.speech = self.speechSynthesis;
    if (!this.speech) return;
    /** @type {HTMLButtonElement} */ (root.querySelector("button")).onclick = () => this.press();
    // Many browsers learn of their voices after the page is there.
    if (this.speech.addEventListener) this.speech.addEventListener("voiceschanged", () => this.offer());
    this.offer();
  }

  offer() {
    this.voice = chooseVoice(this.speech.getVoices(), this.language);
    this.root.hidden = !this.voice;
    if (!this.voice && this.reader) this.reader.stop();
  }

  async press() {
    if (!this.reader) {
      // Safari lets nobody speak later who has not spoken at the tap; nothing is heard of it.
      this.speech.speak(Object.assign(new SpeechSynthesisUtterance(""), { voice: this.voice }));
      const { Reader } = await import("./aloud/reader.mjs");
      this.reader = this.reader || new Reader(this.root, this.language, this.telling);
    }
    if (this.voice) this.reader.press(this.voice);
  }
}
