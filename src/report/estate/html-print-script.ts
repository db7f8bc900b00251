/** Unfolds what is folded while the page is printed, so that paper has all rows. */
export const printScript = `
(function () {
  var unfolded = [];
  window.addEventListener('beforeprint', function () {
    unfolded = Array.from(document.querySelectorAll('details:not([open])'));
    unfolded.forEach(function (details) { details.open = true; });
  });
  window.addEventListener('afterprint', function () {
    unfolded.forEach(function (details) { details.open = false; });
    unfolded = [];
  });
})();
`;
