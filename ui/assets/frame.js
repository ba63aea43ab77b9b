// What a page needs before and around Streamlit: its language, links without a reload, keys that keep out of
// the way, arriving at a quote, copying a note, and a word when the server is gone. No data leaves the page.
(() => {
  "use strict";
  window.prerenderReady = false;
  // Streamlit would look for its server below every page first, and find none there.
  window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/` };
  const COOKIE = "claims_language";

  // /s/S-1#Q-2 arrives as /sources?id=S-1#Q-2: the part after # never reaches a server, so it moves before it.
  const hash = location.hash.slice(1);
  if (/^Q-\w+$/.test(hash) && location.pathname.endsWith("/sources")) {
    const to = new URL(location.href);
    to.searchParams.set("q", hash);
    to.hash = "";
    history.replaceState(null, "", to);
  }

  const typing = (node) =>
    node instanceof HTMLElement &&
    (node.isContentEditable || node.tagName === "TEXTAREA" || (node.tagName === "INPUT" && !["button", "submit"].includes(node.type)));
  const dialog = () => document.querySelector('[role="dialog"][aria-modal="true"], [data-testid="stDialog"]');

  // Registered before Streamlit's own listener, so that a key can be kept from it.
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !dialog()) {
      const cancel = document.querySelector(".st-key-cancel button");
      if (typing(event.target)) event.target.blur();
      if (!cancel) return;
      event.stopImmediatePropagation(); // the button is bound to Escape too, where it stands in the bar
      cancel.click();
      return;
    }
    // Leaving the field hands its words over; only then is the form sent, and once.
    const form = typing(event.target) && event.target.closest('[data-testid="stForm"]');
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) {
      event.stopImmediatePropagation();
      event.preventDefault();
      if (event.isComposing || event.repeat) return;
      event.target.blur();
      setTimeout(() => form.querySelector('button[kind="primaryFormSubmit"]')?.click(), 0);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return;
    const quiet = event.isComposing || event.repeat || dialog();
    const theirs = ["c", "r"].includes(event.key.toLowerCase()); // would rerun or clear Streamlit's caches
    if (!typing(event.target) && (quiet || theirs)) event.stopImmediatePropagation();
  }, true);

  // Our links move within the page: the address changes, and Streamlit answers it as it answers Back.
  document.addEventListener("click", (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      navigator.clipboard?.writeText(copy.dataset.copy).then(() => {
        copy.dataset.said = "yes";
        setTimeout(() => delete copy.dataset.said, 2000);
      });
      return;
    }
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.dataset.language) document.cookie = `${COOKIE}=${link.dataset.language}; path=/; max-age=31536000; samesite=strict`;
    if (!link.closest('[data-testid="stHtml"]') || link.origin !== location.origin || link.target === "_blank") return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate"));
    if (!link.closest('[data-testid="stSidebar"]')) scrollTop();
    else if (matchMedia("(max-width: 640px)").matches) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  });

  const scrollTop = () => document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);

  let arrived = "";
  let at = "";
  let asked = "";
  const settle = () => {
    const page = document.querySelector("[data-page]");
    if (!page) return;
    if (document.documentElement.lang !== page.dataset.tag) document.documentElement.lang = page.dataset.tag;
    for (const [where, words] of Object.entries(JSON.parse(page.dataset.names))) {
      for (const node of document.querySelectorAll(where)) {
        if (node.getAttribute("aria-label") !== words) node.setAttribute("aria-label", words);
      }
    }
    for (const [where, words] of Object.entries(JSON.parse(page.dataset.texts))) {
      for (const node of document.querySelectorAll(where)) if (node.textContent !== words) node.textContent = words;
    }
    document.querySelector('[data-testid="stFileUploaderDropzone"]')?.setAttribute("role", "group");
    // Another item: begin at its top.
    if (page.dataset.page !== at) {
      if (at) scrollTop();
      at = page.dataset.page;
    }
    // The cursor goes where the page wants it, once; the field may be drawn a little later than the page.
    const focus = page.dataset.focus ?? "";
    const wish = `${page.dataset.page} ${focus}`;
    if (wish !== asked) {
      const field = focus && focus !== "none" ? document.querySelector(`.st-key-${focus} :is(textarea, input)`) : null;
      if (field) field.focus({ preventScroll: true });
      else if (focus === "none" && typing(document.activeElement)) document.activeElement.blur();
      if (field || !focus || focus === "none") asked = wish;
    }
    for (const current of document.querySelectorAll('.cc-queue [aria-current="true"], .cc-quotes [aria-current="true"]')) {
      if (current.dataset.seen === "yes") continue;
      current.dataset.seen = "yes";
      current.scrollIntoView({ block: current.closest(".cc-quotes") ? "center" : "nearest" });
    }
    const place = document.querySelector("[data-arrive]");
    if (place && place.dataset.arrive !== arrived) {
      arrived = place.dataset.arrive;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      requestAnimationFrame(() => {
        place.scrollIntoView({ block: "center", behavior: "instant" });
        if (!calm) place.classList.add("cc-flash");
      });
    } else if (!place) arrived = "";
  };

  // Our own word when the server does not answer; Streamlit's tells people to run a script.
  let lost = false;
  const watch = async () => {
    let up = true;
    try {
      up = (await fetch("/_stcore/health", { cache: "no-store" })).ok;
    } catch {
      up = false;
    }
    if (up === !lost) return;
    lost = !up;
    document.body.classList.toggle("cc-offline", lost);
    document.querySelector(".cc-connection")?.remove();
    const page = document.querySelector("[data-page]");
    if (lost && page) {
      const banner = document.createElement("p");
      banner.className = "cc-connection";
      banner.setAttribute("role", "alert");
      banner.textContent = page.dataset.offline;
      document.body.append(banner);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    let due = false;
    new MutationObserver(() => {
      if (due) return;
      due = true;
      requestAnimationFrame(() => { due = false; settle(); });
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-page", "data-focus", "data-arrive"] });
    setInterval(watch, 5000);
  });
})();
