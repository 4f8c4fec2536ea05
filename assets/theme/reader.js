// A page cannot set a cookie by itself: the name that its reader gave is posted to our own server, which sets it.
{
  const kept = document.querySelector(".dl-reader-name");
  if (kept && window.datelineReader !== kept.dataset.name) {
    window.datelineReader = kept.dataset.name;
    fetch(kept.dataset.to, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: kept.dataset.name }),
    }).catch(() => { window.datelineReader = undefined; });
  }
}
