const themes = new Map();
let dressed = null;

// Keeps the look of a theme for the cards that are drawn in it.
function addTheme({ theme, config, style, background }) {
  themes.set(theme, { config, style, background });
}

// Draws one card as Teams does, in one view after the other, and says what is wrong with it, in sentences.
function drawCard({ card, views }) {
  return views.flatMap(({ theme, width }) => drawIn(theme, width, card).map(fault => `${width} px, ${theme}: ${fault}`));
}

function dress(theme) {
  if (dressed === theme) {
    return;
  }

  const { style, background } = themes.get(theme);
  document.head.querySelectorAll("style").forEach(old => old.remove());
  const sheet = document.createElement("style");
  // Teams' typeface may not be installed; Liberation Sans runs a little wider, so what fits here fits there.
  sheet.textContent = `
    @font-face { font-family: "Segoe UI"; font-weight: 100 500; src: local("Segoe UI"), local("Liberation Sans"), local("Arial"); }
    @font-face { font-family: "Segoe UI"; font-weight: 501 900; src: local("Segoe UI Semibold"), local("Liberation Sans Bold"), local("Arial Bold"); }
    ${style}
    body { margin: 0; font-family: "Segoe UI", sans-serif; }
    #frame { padding: 20px; background: ${background}; }
    .teams-card { box-sizing: border-box; }
    /* As in Teams: buttons that do not fit beside each other go below, and one that is wider than the card is cut. */
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-pushButton { max-width: 100%; flex-shrink: 0 !important; white-space: nowrap; }
    .ac-textBlock > * { box-sizing: border-box; }
    .ac-textBlock p { margin: 0; }
    .ac-textBlock p + p { margin-top: 8px; }
    .ac-textBlock ul, .ac-textBlock ol { margin: 0; padding-left: 24px; }`;
  document.head.append(sheet);
  dressed = theme;
}

function drawIn(theme, width, card) {
  dress(theme);
  const markdown = window.markdownit({ breaks: false });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };

  // The renderer takes only a language without a country, and leaves out any other.
  AdaptiveCards.CardElement.langProperty.regEx = /^en-GB$/;
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.hostConfig = new AdaptiveCards.HostConfig(JSON.parse(themes.get(theme).config));
  const reading = new AdaptiveCards.SerializationContext();
  parsed.parse(JSON.parse(card), reading);
  const frame = document.createElement("div");
  frame.id = "frame";
  frame.style.width = `${width}px`;
  const holder = document.createElement("div");
  holder.className = "teams-card";
  holder.style.width = `${width}px`;
  holder.append(parsed.render());
  frame.append(holder);
  document.body.replaceChildren(frame);

  // Teams draws charts, this renderer does not: it then shows the fallback, and that must be there.
  const withFallback = JSON.parse(card).body.filter(element => element.fallback?.type).map(element => element.type);
  const unread = Array.from({ length: reading.eventCount }, (_, at) => reading.getEventAt(at).message)
    .filter(message => !withFallback.some(type => message.startsWith("Unknown element type") && message.includes(type)));
  return [...unread, ...tooWide(holder), ...cutOff(holder), ...outOfReach(holder), ...tooLow(holder), ...brokenHeadings(holder)];
}

const shortly = element => `"${element.textContent.trim().slice(0, 60)}"`;

function tooWide(holder) {
  const edge = holder.getBoundingClientRect().right + 0.5;
  return [...holder.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > edge)
    .map(element => `${shortly(element)} sticks out of the card`);
}

function cutOff(holder) {
  return [...holder.querySelectorAll("*")]
    .filter(element => getComputedStyle(element).overflow !== "visible" && element.textContent.trim() !== "")
    .filter(element => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    .map(element => `${shortly(element)} is cut off`);
}

// What a screen reader says: a label of its own, the elements that it names as its labels, or its text.
function nameOf(control) {
  const labels = (control.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id)?.textContent ?? "").join(" ");
  return (control.getAttribute("aria-label") ?? (labels.trim() || control.innerText)).trim();
}

function outOfReach(holder) {
  return [...holder.querySelectorAll("button, a, input, [role=button], [role=link], .ac-selectable")].flatMap(control => [
    ...nameOf(control) === "" ? [`${control.outerHTML.slice(0, 80)} has no name`] : [],
    ...control.tabIndex < 0 ? [`${shortly(control)} cannot be reached by keyboard`] : [],
  ]);
}

// A row that is tapped is as high as a thumb needs.
function tooLow(holder) {
  const lowest = 44;
  // Teams sets the height of its own buttons.
  return [...holder.querySelectorAll(".ac-selectable:not(button)")]
    .filter(row => row.getBoundingClientRect().height < lowest)
    .map(row => `${shortly(row)} is ${Math.round(row.getBoundingClientRect().height)} px high, and a thumb needs ${lowest}`);
}

// A column's heading breaks between its words, not inside one.
function brokenHeadings(holder) {
  const range = document.createRange();
  return [...holder.querySelectorAll("[role=columnheader]")].flatMap(heading => {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/[^\s-]+/g)) {
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        if (range.getClientRects().length > 1) {
          broken.push(`the heading ${shortly(heading)} breaks inside "${word[0]}"`);
        }
      }
    }

    return broken;
  });
}
