// The elements' look: theirs alone, whatever page they stand on. A page may set --sf-color, --sf-on-color and --sf-radius.
export const styles = `
:host { display: block; max-width: 44rem; font: inherit; line-height: 1.45; }
:host([hidden]) { display: none; }
p, ul { margin: 0; padding: 0; list-style: none; }
ul { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
li, .card { height: 100%; box-sizing: border-box; }
.card { display: grid; gap: 0.4rem; align-content: start; padding: 1rem 1.1rem; border: 1px solid; border-inline-start: 5px solid var(--sf-color, #003d7c); border-radius: var(--sf-radius, 0.4rem); }
a { color: inherit; text-underline-offset: 0.18em; }
.title { font-size: 1.1em; font-weight: 700; }
.text { font-size: 0.95em; }
.marks { display: flex; flex-wrap: wrap; gap: 0.25rem 0.8rem; font-size: 0.9em; }
.badge { font-weight: 700; }
.button { display: inline-block; box-sizing: border-box; min-height: 2.75rem; padding: 0.6rem 1.1rem; border: 2px solid var(--sf-color, #003d7c); border-radius: var(--sf-radius, 0.4rem); background: var(--sf-color, #003d7c); color: var(--sf-on-color, #fff); font: inherit; font-weight: 600; line-height: 1.2; text-decoration: none; cursor: pointer; }
.button:hover { text-decoration: underline; }
.track { display: grid; gap: 0.35rem; }
.track label { font-weight: 700; }
.field { display: flex; flex-wrap: wrap; gap: 0.5rem; }
input { flex: 1 1 12rem; max-width: 22rem; min-height: 2.75rem; box-sizing: border-box; padding: 0 0.8rem; border: 2px solid; border-radius: var(--sf-radius, 0.4rem); background: Field; color: FieldText; font: inherit; }
:focus-visible { outline: 3px solid var(--sf-color, #003d7c); outline-offset: 2px; }
`;
