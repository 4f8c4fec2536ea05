// A finger has no hover: Plotly asks at a touch what lies under it only after it has looked for what was chosen, so that
// the first touch of a mark would choose nothing. The move that a mouse would have made goes before the touch.
if (!window.datelineTaps) {
  window.datelineTaps = true;
  document.addEventListener("touchstart", (event) => {
    const touch = event.touches[0];
    const chart = event.touches.length === 1 && event.target.closest?.(".js-plotly-plot .draglayer");
    if (chart) {
      const { clientX, clientY } = touch;
      event.target.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
    }
  }, { capture: true, passive: true });
}
