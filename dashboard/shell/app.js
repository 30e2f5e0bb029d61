// What Streamlit has no setting for. `settings` is filled in on every run; listeners are set once a page load.
document.documentElement.lang = settings.lang;
document.title = settings.title;

function markCurrentPage() {
  document.querySelectorAll('.st-key-pages a').forEach((link) => {
    // Streamlit writes the first page as '?…', which names whatever page is open.
    if (link.getAttribute('href').startsWith('?')) link.setAttribute('href', './' + link.getAttribute('href'));
    const current = new URL(link.href).pathname === location.pathname;
    if (current) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
  });
}

// A chip shows the filter and a cross; who hears it is told what pressing it does.
function nameChips() {
  document.querySelectorAll('.st-key-chips button').forEach((chip) => {
    const label = chip.querySelector('p')?.textContent;
    const name = settings.remove + label;
    if (label && chip.getAttribute('aria-label') !== name) chip.setAttribute('aria-label', name);
  });
}

// Streamlit's own words are English only: labels for screen readers, hints in fields, menus of tables.
const ATTRIBUTES = ['aria-label', 'title', 'data-title', 'placeholder'];
const OWN = '.pg, [lang]:not(html)';  // texts of the application and of its sources

function patterns(words) {
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\\/]/g, '\\$&');
  return Object.entries(words).filter(([key]) => key.includes('{}'))
    .map(([key, word]) => [new RegExp(`^${key.split('{}').map(escaped).join('(.+)')}$`), word]);
}

function said(text) {
  if (Object.hasOwn(window.scoWords, text)) return window.scoWords[text];
  for (const [pattern, word] of window.scoPatterns) {
    const found = text.length < 250 && pattern.exec(text);
    if (found) return word.replace('{}', () => found[1]);
  }
  return null;
}

// What Streamlit wrote is kept beside what was written instead: another language of the page begins with it again.
function inPageLanguage(node, slot, text) {
  const held = window.scoKept.get(node) ?? {};
  const streamlits = held[slot]?.written === text ? held[slot].streamlits : text;
  const written = said(streamlits) ?? streamlits;
  if (written === text || (node.parentElement ?? node).closest(OWN)) return text;
  window.scoKept.set(node, { ...held, [slot]: { streamlits, written } });
  return written;
}

// Streamlit may write a text in several pieces and goes on writing into them: the pieces stay where they are.
function translatePiece(piece) {
  const other = inPageLanguage(piece, 'data', piece.data);
  if (other !== piece.data) piece.data = other;
}

function translate(root) {
  for (const element of [root, ...root.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`))]) {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      const other = text && inPageLanguage(element, name, text);
      if (other !== text) element.setAttribute(name, other);
    }
  }
  const pieces = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (pieces.nextNode()) translatePiece(pieces.currentNode);
}

window.scoKept ??= new WeakMap();
window.scoWords = settings.words;
window.scoPatterns = patterns(settings.words);
window.scoNames = () => { markCurrentPage(); nameChips(); };
if (!window.scoListens) {
  window.scoListens = true;
  // Plain links to other views turn the page as Back and Forward do, without loading the application anew.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="./"]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target === '_blank' || link.hasAttribute('download')) return;
    event.preventDefault();
    history.pushState({}, '', link.href);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  });
  new MutationObserver((changes) => {
    window.scoNames();
    for (const change of changes) {
      if (change.type === 'attributes') translate(change.target);
      if (change.type === 'characterData') translatePiece(change.target);
      for (const node of change.addedNodes) {
        if (node instanceof Element) translate(node);
        if (node instanceof Text) translatePiece(node);
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
}
markCurrentPage();
nameChips();
translate(document.body);
