'use strict';
// Reads the OpenAPI document and writes it as text. Everything from the
// document goes in as text nodes, never as markup.

function el(tag, props, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(props || {})) e[k] = v;
  e.append(...children.filter((c) => c !== null && c !== undefined));
  return e;
}

function refName(ref) {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

// typeOf is a schema in a few words.
function typeOf(s) {
  if (!s) return 'nothing';
  if (s.$ref) return refName(s.$ref);
  if (s.enum) return s.enum.map((v) => JSON.stringify(v)).join(' | ');
  if (s.type === 'array') return typeOf(s.items) + '[]';
  const t = Array.isArray(s.type) ? s.type.join(' | ') : s.type || 'any';
  const bounds = [];
  if (s.minimum !== undefined) bounds.push('from ' + s.minimum);
  if (s.maximum !== undefined) bounds.push('to ' + s.maximum);
  if (s.minLength !== undefined) bounds.push('at least ' + s.minLength + ' characters');
  if (s.maxLength !== undefined) bounds.push('at most ' + s.maxLength + ' characters');
  if (s.default !== undefined) bounds.push('default ' + JSON.stringify(s.default));
  return t + (s.format ? ' (' + s.format + ')' : '') + (bounds.length ? ', ' + bounds.join(', ') : '');
}

function table(head, rows) {
  const t = el('table', {});
  t.append(el('thead', {}, el('tr', {}, ...head.map((h) => el('th', { scope: 'col' }, h)))));
  t.append(el('tbody', {}, ...rows.map((r) => el('tr', {}, ...r.map((c) => el('td', {}, c))))));
  return t;
}

// fields lists an object's fields, one level; named schemas open by a press.
function fields(doc, schema, open) {
  const s = schema && schema.$ref ? doc.components.schemas[refName(schema.$ref)] : schema;
  if (s && s.type === 'array') return fields(doc, s.items, open);
  if (!s || !s.properties) return el('p', { className: 'note' }, typeOf(schema));
  const need = new Set(s.required || []);
  return table(['Field', 'Type', 'Meaning'], Object.entries(s.properties).map(([name, p]) => {
    const ref = p.$ref || (p.items && p.items.$ref);
    let type = typeOf(p);
    if (ref && !open.includes(ref)) {
      const d = el('details', {}, el('summary', {}, type));
      d.addEventListener('toggle', () => {
        if (d.open && d.children.length === 1) d.append(fields(doc, { $ref: ref }, [...open, ref]));
      });
      type = d;
    }
    return [name + (need.has(name) ? ' *' : ''), type, p.description || ''];
  }));
}

function route(doc, path, method, o) {
  const d = el('details', { id: o.operationId },
    el('summary', {}, el('span', { className: 'method' }, method.toUpperCase()), el('code', {}, path), ' ', o.summary || ''));
  d.dataset.text = (method + ' ' + path + ' ' + (o.summary || '')).toLowerCase();
  d.addEventListener('toggle', () => {
    if (!d.open || d.children.length > 1) return;
    if (o.description) d.append(el('p', {}, o.description));
    d.append(el('p', { className: 'note' }, o.security && o.security.length ? 'Needs a sign-in.' : 'Open to everybody.'));
    if (o.parameters && o.parameters.length) {
      d.append(el('h3', {}, 'Parameters'), table(['Name', 'In', 'Type', 'Meaning'],
        o.parameters.map((p) => [p.name + (p.required ? ' *' : ''), p.in, typeOf(p.schema), p.description || ''])));
    }
    if (o.requestBody) {
      d.append(el('h3', {}, 'Body'));
      for (const [kind, m] of Object.entries(o.requestBody.content)) d.append(el('p', { className: 'note' }, kind), fields(doc, m.schema, []));
    }
    d.append(el('h3', {}, 'Answers'));
    for (const [status, r] of Object.entries(o.responses)) {
      const a = el('details', {}, el('summary', {}, status + ' ' + (r.description || '')));
      for (const [kind, m] of Object.entries(r.content || {})) a.append(el('p', { className: 'note' }, kind), fields(doc, m.schema, []));
      d.append(a);
    }
  });
  return d;
}

function show(doc) {
  document.getElementById('about').textContent = doc.info.description + ' Version ' + doc.info.version + '.';
  const areas = new Map();
  for (const [path, item] of Object.entries(doc.paths)) {
    for (const [method, o] of Object.entries(item)) {
      const area = (o.tags && o.tags[0]) || 'other';
      if (!areas.has(area)) areas.set(area, []);
      areas.get(area).push(route(doc, doc.servers[0].url + path, method, o));
    }
  }
  const main = document.getElementById('routes');
  main.replaceChildren();
  for (const [area, list] of areas) {
    main.append(el('section', { id: 'area-' + area }, el('h2', {}, area), ...list));
    document.getElementById('areas').append(el('a', { href: '#area-' + area }, area));
  }
  document.getElementById('find').addEventListener('input', (e) => {
    const q = e.target.value.trim().toLowerCase();
    for (const d of main.querySelectorAll('section > details')) d.hidden = q !== '' && !d.dataset.text.includes(q);
  });
}

fetch('/api/v1/openapi.json')
  .then((r) => {
    if (!r.ok) throw new Error('status ' + r.status);
    return r.json();
  })
  .then(show)
  .catch((err) => {
    document.getElementById('routes').textContent = 'The document could not be loaded (' + err.message + '). Reload the page.';
  });
