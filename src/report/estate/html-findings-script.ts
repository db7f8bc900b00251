/** Filters, sorting, pages of 100 and details of the findings. Texts get into the page by `textContent` alone. */
export const findingsScript = `
(function () {
  var byId = function (id) { return document.getElementById(id); };
  var card = byId('finding-card');
  if (!card) return;
  card.hidden = false;
  var data = JSON.parse(byId('data').textContent);
  var pageSize = 100;
  var severities = ['critical', 'high', 'medium', 'low', 'info'];
  var stateWords = {};
  var states = [];
  Array.prototype.forEach.call(byId('by-state').options, function (option) {
    if (option.value === '') return;
    states.push(option.value);
    stateWords[option.value] = option.textContent;
  });
  var body = byId('finding-table').tBodies[0];
  var search = byId('search');
  var selects = { severity: byId('by-severity'), state: byId('by-state'), owner: byId('by-owner') };
  if (byId('by-lifecycle')) selects.lifecycle = byId('by-lifecycle');
  var keys = Object.keys(selects);
  var sort = { key: 'severity', down: false };
  var page = 0;
  var shown = data.findings;
  var opened = new Set();
  data.findings.forEach(function (finding, index) {
    finding.rank = index;
    finding.rule = data.policies[finding.policy];
  });

  var owners = new Map();
  data.findings.forEach(function (finding) {
    owners.set(finding.owner, (owners.get(finding.owner) || 0) + 1);
  });
  Array.from(owners)
    .sort(function (a, b) { return b[1] - a[1]; })
    .forEach(function (entry) {
      var option = document.createElement('option');
      option.value = entry[0];
      option.textContent = entry[0] + ' (' + entry[1] + ')';
      selects.owner.append(option);
    });

  function haystack(finding) {
    if (finding.hay === undefined) {
      var rule = finding.rule;
      finding.hay = [
        rule.title, rule.id, rule.category, rule.effect, finding.name, finding.type, finding.id, finding.owner,
        finding.message, finding.remediation, finding.controls, finding.assignment, finding.exemption,
        finding.fingerprint
      ].join(' \\n').toLowerCase();
    }
    return finding.hay;
  }

  var collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  var orders = {
    severity: function (a, b) { return severities.indexOf(a.severity) - severities.indexOf(b.severity); },
    state: function (a, b) { return states.indexOf(a.state) - states.indexOf(b.state); },
    policy: function (a, b) { return collator.compare(a.rule.title, b.rule.title); },
    resource: function (a, b) { return collator.compare(a.name, b.name); },
    owner: function (a, b) { return collator.compare(a.owner, b.owner); }
  };

  function update() {
    var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    shown = data.findings.filter(function (finding) {
      return keys.every(function (key) {
        return selects[key].value === '' || selects[key].value === finding[key];
      }) && words.every(function (word) { return haystack(finding).includes(word); });
    });
    var order = orders[sort.key];
    var sign = sort.down ? -1 : 1;
    shown.sort(function (a, b) { return sign * order(a, b) || orders.severity(a, b) || orders.state(a, b) || a.rank - b.rank; });
    page = 0;
    draw();
  }

  function draw() {
    var from = page * pageSize;
    var rows = shown.slice(from, from + pageSize);
    body.replaceChildren();
    rows.forEach(addRow);
    var all = data.findings.length.toLocaleString('en');
    byId('count').textContent = rows.length === 0
      ? 'No finding matches; ' + all + ' in all'
      : (from + 1).toLocaleString('en') + '–' + (from + rows.length).toLocaleString('en') + ' of ' +
        shown.length.toLocaleString('en') + (shown.length < data.findings.length ? ' matching, ' + all + ' in all' : ' findings');
    byId('previous').disabled = page === 0;
    byId('next').disabled = from + pageSize >= shown.length;
    Array.prototype.forEach.call(document.querySelectorAll('[data-sort]'), function (button) {
      var isKey = button.getAttribute('data-sort') === sort.key;
      button.parentElement.setAttribute('aria-sort', isKey ? (sort.down ? 'descending' : 'ascending') : 'none');
    });
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function addRow(finding, index) {
    var row = element('tr');
    var cells = ['severity', 'state', 'policy', 'resource', 'owner'].map(function (key) {
      var cell = element('td', 'column-' + key);
      row.append(cell);
      return cell;
    });
    cells[0].append(element('span', 'badge severity-' + finding.severity, finding.severity));
    cells[1].append(element('span', 'badge state-' + finding.state, stateWords[finding.state] || finding.state));
    var toggle = element('button', 'toggle', finding.rule.title);
    toggle.type = 'button';
    toggle.setAttribute('aria-expanded', 'false');
    toggle.setAttribute('aria-controls', 'details-' + index);
    if (finding.lifecycle && finding.lifecycle !== 'open') {
      cells[1].append(' ', element('span', 'badge lifecycle', finding.lifecycle));
    }
    cells[2].append(toggle, element('p', 'evidence', finding.message));
    cells[3].append(element('span', 'name', finding.name), element('p', 'faint', finding.type));
    cells[4].append(element('span', finding.owner === 'nobody' ? 'faint' : '', finding.owner));
    var details = element('tr', 'details');
    details.id = 'details-' + index;
    details.hidden = true;
    body.append(row, details);
    var show = function (isOpen) {
      toggle.setAttribute('aria-expanded', String(isOpen));
      if (isOpen && details.cells.length === 0) details.append(detailsOf(finding));
      details.hidden = !isOpen;
      if (isOpen) opened.add(finding.rank);
      else opened.delete(finding.rank);
    };
    toggle.addEventListener('click', function () { show(details.hidden); });
    if (opened.has(finding.rank)) show(true);
  }

  function detailsOf(finding) {
    var rule = finding.rule;
    var cell = element('td');
    cell.colSpan = 5;
    var list = element('dl');
    [
      ['Evidence', finding.message],
      ['What to do', finding.remediation],
      ['Exemption', finding.exemption],
      ['Resource', finding.id],
      ['Owner', finding.owner + (finding.ownerSource ? ', by ' + finding.ownerSource : '')],
      ['Since', [finding.lifecycle, finding.firstSeen && 'first seen ' + finding.firstSeen, finding.lastSeen && 'last seen ' + finding.lastSeen].filter(Boolean).join(', ')],
      ['Controls', finding.controls],
      ['Assignment', finding.assignment],
      ['Policy', [rule.id, rule.version, rule.category].filter(Boolean).join(' · ')],
      ['Effect', rule.effect],
      ['About', rule.description],
      ['Fingerprint', finding.fingerprint]
    ].forEach(function (entry) {
      if (entry[1]) list.append(element('dt', '', entry[0]), element('dd', '', entry[1]));
    });
    cell.append(list);
    return cell;
  }

  var waiting;
  search.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(update, 120);
  });
  keys.forEach(function (key) { selects[key].addEventListener('change', update); });
  byId('filters').addEventListener('submit', function (event) { event.preventDefault(); });
  byId('filters').addEventListener('reset', function () { setTimeout(update, 0); });
  byId('previous').addEventListener('click', function () { page--; draw(); });
  byId('next').addEventListener('click', function () { page++; draw(); });
  Array.prototype.forEach.call(document.querySelectorAll('[data-sort]'), function (button) {
    button.addEventListener('click', function () {
      var key = button.getAttribute('data-sort');
      sort = { key: key, down: sort.key === key && !sort.down };
      update();
    });
  });
  Array.prototype.forEach.call(document.querySelectorAll('[data-search], [data-owner]'), function (link) {
    link.addEventListener('click', function () {
      search.value = link.getAttribute('data-search') || '';
      keys.forEach(function (key) { selects[key].value = ''; });
      var owner = link.getAttribute('data-owner') || '';
      selects.owner.value = owner;
      if (selects.owner.value !== owner) {
        selects.owner.value = '';
        search.value = owner;
      }
      update();
    });
  });
  update();
})();
`;
