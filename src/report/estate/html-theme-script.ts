/** The choice between light and dark colours; without a choice the page follows the system. */
export const themeScript = `
(function () {
  var root = document.documentElement;
  var theme = document.getElementById('theme');
  var isDark = function () {
    var chosen = root.getAttribute('data-theme');
    return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  };
  var nameTheme = function () {
    theme.textContent = isDark() ? 'Light colours' : 'Dark colours';
  };
  theme.hidden = false;
  theme.addEventListener('click', function () {
    root.setAttribute('data-theme', isDark() ? 'light' : 'dark');
    nameTheme();
  });
  nameTheme();
})();
`;
