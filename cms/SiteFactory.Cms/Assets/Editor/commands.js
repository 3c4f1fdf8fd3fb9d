// What the buttons and keys do.
import { toggleMark, setBlockType, wrapIn, lift, chainCommands, exitCode, joinUp, selectParentNode, baseKeymap } from 'prosemirror-commands';
import { wrapInList, splitListItem, liftListItem, sinkListItem } from 'prosemirror-schema-list';
import { undo, redo } from 'prosemirror-history';
import { goToNextCell, addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable, isInTable } from 'prosemirror-tables';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import { schema } from './schema.js';
import { moveBlock } from './views.js';

const { nodes, marks } = schema;

/** Whether the whole selection, or what is typed next, has the mark. */
export function hasMark(state, type) {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

/** The style of the paragraph where the cursor is: `p`, `h2`… or null. */
export function styleOf(state) {
  const { parent } = state.selection.$from;
  return parent.type === nodes.paragraph ? 'p' : parent.type === nodes.heading ? `h${parent.attrs.level}` : null;
}

export const setStyle = style => style === 'p' ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level: Number(style.slice(1)) });

const isIn = (state, type) => {
  for (let depth = state.selection.$from.depth; depth > 0; depth--) if (state.selection.$from.node(depth).type === type) return true;
  return false;
};

// In a list of the other kind the list changes its kind; in one of the same kind the item leaves it.
function toggleList(type, other) {
  return (state, dispatch, view) => {
    if (isIn(state, type)) return liftListItem(nodes.list_item)(state, dispatch, view);
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      if ($from.node(depth).type !== other) continue;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { tight: $from.node(depth).attrs.tight }));
      return true;
    }
    return wrapInList(type)(state, dispatch, view);
  };
}

const toggleQuote = (state, dispatch, view) => (isIn(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch, view);

/** Puts a block below the paragraph where the cursor is. */
export function insertBlock(node) {
  return (state, dispatch) => {
    const { $to } = state.selection;
    // Beside the block, at the place that takes it: inside a directive's content, but not inside a list or a table.
    let depth = $to.depth;
    while (depth > 0 && !['doc', 'directive'].includes($to.node(depth - 1).type.name)) depth--;
    if (!dispatch) return true;
    const isEmptyParagraph = depth === $to.depth && $to.parent.type === nodes.paragraph && $to.parent.content.size === 0;
    const from = depth === 0 ? state.selection.to : isEmptyParagraph ? $to.before(depth) : $to.after(depth);
    const to = isEmptyParagraph ? $to.after(depth) : from;
    const tr = state.tr.replaceWith(from, to, node);
    // There is always a line to go on below.
    if (from + node.nodeSize >= tr.doc.content.size) tr.insert(tr.doc.content.size, nodes.paragraph.create());
    const inside = TextSelection.findFrom(tr.doc.resolve(from + 1), 1, true);
    tr.setSelection(node.type === nodes.table || (inside && inside.from < from + node.nodeSize) ? inside : NodeSelection.create(tr.doc, from)).scrollIntoView();
    dispatch(tr);
    return true;
  };
}

export function insertTable(rows = 3, columns = 2) {
  const row = type => nodes.table_row.create(null, Array.from({ length: columns }, () => type.createAndFill()));
  return insertBlock(nodes.table.create(null, [row(nodes.table_header), ...Array.from({ length: rows - 1 }, () => row(nodes.table_cell))]));
}

const hardBreak = chainCommands(exitCode, (state, dispatch) => {
  if (isInTable(state)) return true;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

// The whole block where the cursor is: the outermost one that has neighbours.
const moveSelected = by => (state, dispatch, view) => {
  if (!dispatch || !view) return true;
  const { selection } = state;
  const position = selection instanceof NodeSelection ? selection.from : selection.$from.depth ? selection.$from.before(1) : null;
  return position !== null && moveBlock(view, position, by);
};

export const commands = {
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullets: toggleList(nodes.bullet_list, nodes.ordered_list),
  numbers: toggleList(nodes.ordered_list, nodes.bullet_list),
  quote: toggleQuote,
  rule: insertBlock(nodes.horizontal_rule.create()),
  table: insertTable(),
  undo, redo,
  rowAfter: addRowAfter, columnAfter: addColumnAfter, deleteRow, deleteColumn, deleteTable,
};

export const states = {
  strong: state => hasMark(state, marks.strong),
  em: state => hasMark(state, marks.em),
  link: state => hasMark(state, marks.link),
  bullets: state => isIn(state, nodes.bullet_list),
  numbers: state => isIn(state, nodes.ordered_list),
  quote: state => isIn(state, nodes.blockquote),
};

/** The keys. After Escape, Tab leaves the editor instead of moving inside it: nobody is caught. */
export function keys(actions) {
  let leaving = false;
  const inside = command => (state, dispatch, view) => {
    if (leaving) { leaving = false; return false; }
    return command(state, dispatch, view);
  };
  return {
    ...baseKeymap,
    'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
    'Mod-b': commands.strong, 'Mod-i': commands.em,
    'Mod-k': () => { actions.link(); return true; },
    'Mod-Alt-0': setStyle('p'), 'Mod-Alt-2': setStyle('h2'), 'Mod-Alt-3': setStyle('h3'), 'Mod-Alt-4': setStyle('h4'),
    'Shift-Mod-7': commands.numbers, 'Shift-Mod-8': commands.bullets,
    'Alt-Shift-ArrowUp': moveSelected(-1), 'Alt-Shift-ArrowDown': moveSelected(1),
    'Alt-F10': () => { actions.toolbar(); return true; },
    'Mod-j': () => { actions.block(); return true; },
    Enter: chainCommands(splitListItem(nodes.list_item), baseKeymap.Enter),
    'Shift-Enter': hardBreak,
    Tab: inside(chainCommands(goToNextCell(1), sinkListItem(nodes.list_item))),
    'Shift-Tab': inside(chainCommands(goToNextCell(-1), liftListItem(nodes.list_item))),
    Escape: chainCommands((state, dispatch) => { leaving = true; return false; }, selectParentNode),
    'Alt-ArrowUp': joinUp,
  };
}
