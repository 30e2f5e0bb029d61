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

// Streamlit's own words are English only: labels for screen readers and the text of an empty list.
function translate(root) {
  const words = window.scoWords;
  const said = (text) => {
    if (text in words) return words[text];
    const prefix = Object.keys(words).find((word) => word.endsWith(' ') && text.startsWith(word));
    return prefix ? words[prefix] + text.slice(prefix.length) : null;
  };
  const elements = [root, ...root.querySelectorAll('[aria-label], [title], [data-title], div:not(:has(*)), p:not(:has(*)), h2:not(:has(*)), span:not(:has(*)), a:not(:has(*))')];
  for (const element of elements) {
    for (const name of ['aria-label', 'title', 'data-title']) {
      const text = element.getAttribute(name);
      const other = text && said(text);
      if (other && other !== text) element.setAttribute(name, other);
    }
    if (element.childElementCount === 0 && element.textContent in words) {
      const other = words[element.textContent];
      if (other !== element.textContent) element.textContent = other;
    }
  }
}

window.scoWords = settings.words;
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
      for (const node of change.addedNodes) if (node instanceof Element) translate(node);
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label', 'title', 'data-title'] });
}
markCurrentPage();
nameChips();
translate(document.body);
