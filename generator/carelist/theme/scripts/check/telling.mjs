/** What a family may tell others of its results: what to say to whom, and what is shared. */

import { find, pick } from "./parts.mjs";
import { sortServices } from "./reporting.mjs";
import { Share } from "./share.mjs";
import { withhold } from "./withholding.mjs";

/** @typedef {import("../eligibility/verdicts.mjs").ServiceVerdict} ServiceVerdict */

export class Telling {
  /**
   * @param {import("./cards.mjs").Cards} cards
   * @param {HTMLElement} element The results.
   * @param {import("../eligibility/criteria.mjs").Answers} answers
   * @param {ServiceVerdict[]} services What they come to.
   */
  constructor(cards, element, answers, services) {
    this.cards = cards;
    this.parts = cards.parts;
    this.element = element;
    /** The ids of services that would be kept back, but for the reader's choice. */
    this.chosen = new Set();
    this.whom = /** @type {HTMLSelectElement} */ (find(element, "whom"));
    this.whom.onchange = () => this.say();
    this.share = new Share(this.parts, find(element, "share"), cards.list.revision);
    this.opener = find(element, "open-share");
    this.opener.onclick = () => this.share.open();
    const { told, kept, facts, personal } = withhold(cards.list, answers, services, this.chosen);
    /** Those whose answers may be told. */
    this.facts = facts;
    this.personal = personal;
    this.offer(kept, () => this.tell(withhold(cards.list, answers, services, this.chosen).told));
    this.tell(told);
  }

  /**
   * @param {import("./withholding.mjs").Kept[]} kept Offered one by one, with what each lets others guess.
   * @param {() => void} change Follows each choice.
   */
  offer(kept, change) {
    const place = find(this.element, "kept");
    place.hidden = !kept.length;
    pick(place, "summary").textContent = this.parts.write("kept_back", { count: kept.length });
    for (const { service, names, facts } of kept) {
      const line = this.parts.tick(
        service.id,
        this.parts.write("guess", {
          number: service.number,
          service: this.parts.join(names),
          names: this.parts.join(facts.map((fact) => this.cards.nameQuestion(fact))),
        }),
        false,
      );
      line.onchange = () => {
        this.chosen[pick(line, "input").checked ? "add" : "delete"](service.id);
        change();
      };
      pick(place, "ul").append(line);
    }
  }

  /**
   * Lists for each department the numbers that it is asked about, and nothing of the family.
   *
   * @param {ServiceVerdict[]} services Those that may be told.
   */
  tell(services) {
    const { parts, whom } = this;
    /** @type {ReturnType<typeof sortServices>} What may be told, read aloud too, in its groups. */
    this.groups = sortServices(this.cards.list, services);
    const { yes, depends } = this.groups;
    const before = whom.selectedOptions[0]?.text;
    whom.textContent = "";
    for (const [id, name] of Object.entries(this.cards.list.departments)) {
      const items = Object.entries({ say_yes: yes, say_depends: depends })
        .map(([words, some]) => {
          const asked = some.filter(({ service }) => service.departments.includes(id));
          const numbers = asked.map(({ service }) => service.number).sort((a, b) => a - b);
          return numbers.length
            ? parts.write(/** @type {"say_yes" | "say_depends"} */ (words), {
                numbers: parts.join(numbers),
              })
            : "";
        })
        .join("");
      if (items) whom.append(new Option(name, items, false, name === before));
    }
    find(this.element, "say").hidden = this.opener.hidden = !whom.length;
    this.say();
    this.share.list(
      [...yes, ...depends].map(({ service }) => service),
      this.personal,
    );
  }

  say() {
    pick(find(this.element, "say-words"), "span").textContent = this.whom.value;
  }
}
