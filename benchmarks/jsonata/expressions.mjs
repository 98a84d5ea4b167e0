// Makes expressions for the differential test: calls with odd arguments, operators over all types, nested grammar, mutants of given ones.

export const data = {
  Account: { 'Account Name': 'Firefly', Order: [
    { OrderID: 'order103', Product: [
      { 'Product Name': 'Bowler Hat', ProductID: 858383, SKU: '0406654608', Description: { Colour: 'Purple', Width: 300, Weight: 0.75 }, Price: 34.45, Quantity: 2 },
      { 'Product Name': 'Trilby hat', ProductID: 858236, SKU: '0406634348', Description: { Colour: 'Orange', Width: 300, Weight: 0.6 }, Price: 21.67, Quantity: 1 }] },
    { OrderID: 'order104', Product: [
      { 'Product Name': 'Bowler Hat', ProductID: 858383, SKU: '040657863', Description: { Colour: 'Purple', Width: 300, Weight: 0.75 }, Price: 34.45, Quantity: 4 },
      { ProductID: 345664, SKU: '0406654603', 'Product Name': 'Cloak', Description: { Colour: 'Black', Width: 30, Weight: 2 }, Price: 107.99, Quantity: 1 }] }] },
  a: [1, 2, 3], b: { c: [{ d: 1, e: 'x' }, { d: 2 }, { d: [3, 4], e: null }], f: [] }, n: null, s: 'Hello World', t: true, e: '', z: 0, neg: -2.5,
  nest: [[1, 2], [3, [4, 5]], []], o: {}, one: [42], words: ['pear', 'fig', 'apple', 'fig'], mixed: [1, 'a', null, true, { k: 1 }, [2]],
};

const atoms = ['1', '0', '-1', '2.5', '1e3', '0.1', '3', '"a"', '""', '"Hello"', '"12"', '"0x1F"', '"2018-01-02T03:04:05Z"', 'true', 'false', 'null', '[]', '[1]', '[1,2,3]',
  '["b","a","c"]', '[3,1,2]', '[[1,2],[3]]', '[1,"a",null]', '{}', '{"a":1}', '{"a":{"b":2},"c":[1,2]}', 'a', 'b', 'b.c', 'b.c.d', 'n', 's', 't', 'nothing', 'nest', 'one', 'words', 'mixed', 'o',
  '$', '$$', 'Account.Order', 'Account.Order.Product', 'Account.Order.Product.Price', 'function($x){$x}', 'function($x,$i,$a){$i}', 'function($a,$b){$a+$b}', 'function(){1}', 'λ($v){$v > 1}',
  '/a/', '/[a-c]+/i', '/(l+)(o)?/', '/x*/', '$sum', '$uppercase', '$string', '$undefinedfn', '[1..3]', '(1;2)', '$map(?, $string)', '1/0', '{"x":$sum}', '"\\ud83d\\ude00z"', '[{"k":2},{"k":1}]', '-0', '9007199254740993',
  '"a,b,c"', '" x  y "', '"%41"', '"QUI="', '["1","2"]', '[null]', '[[]]', '[{}]', '"#,##0.00"', '"[Y]-[M]-[D]"', '"w"'];

const functions = ['sum', 'count', 'max', 'min', 'average', 'string', 'substring', 'substringBefore', 'substringAfter', 'lowercase', 'uppercase', 'length', 'trim', 'pad', 'match', 'contains',
  'replace', 'split', 'join', 'formatNumber', 'formatBase', 'formatInteger', 'parseInteger', 'number', 'floor', 'ceil', 'round', 'abs', 'sqrt', 'power', 'boolean', 'not', 'map', 'zip', 'filter',
  'single', 'reduce', 'sift', 'keys', 'lookup', 'append', 'exists', 'spread', 'merge', 'reverse', 'each', 'error', 'assert', 'type', 'sort', 'distinct', 'encodeUrlComponent', 'encodeUrl',
  'decodeUrlComponent', 'decodeUrl', 'base64encode', 'base64decode', 'eval', 'toMillis', 'fromMillis', 'clone', 'min', 'max'];

const operators = ['+', '-', '*', '/', '%', '&', '=', '!=', '<', '<=', '>', '>=', 'and', 'or', 'in', '..', '~>', '.', '??', '?:'];

export function call(r) {
  const name = r.pick(functions);
  const args = r.times(r.int(5), () => r.pick(atoms));
  if (r.chance(0.08) && args.length > 0) args[r.int(args.length)] = '?';
  const text = `$${name}(${args.join(', ')})`;
  const roll = r.next();
  return roll < 0.8 ? text : roll < 0.9 ? `${r.pick(atoms)} ~> ${text}` : `${r.pick(atoms)}.${text}`;
}

export function operation(r) {
  const a = r.pick(atoms);
  const b = r.pick(atoms);
  const op = r.pick(operators);
  const roll = r.next();
  return roll < 0.05 ? `-${a}` : roll < 0.1 ? `${a} ? ${b}` : roll < 0.14 ? `${a} ? ${b} : ${r.pick(atoms)}` : op === '..' ? `[${a}..${b}]` : `${a} ${op} ${b}`;
}

const names = ['Account', 'Order', 'Product', 'Price', 'Quantity', 'SKU', 'Description', 'Colour', 'OrderID', '`Product Name`', 'a', 'b', 'c', 'd', 'e', 'f', 'n', 's', 'nest', 'one', 'words', 'mixed', 'o', '*', '**', '%', '%.%', '$', '$$', 'nothing', '"c"', '$v', '$w', '$i', '$x'];

function path(r, depth) {
  const start = r.pick(['Account.Order.Product', 'Account.Order', 'Account', 'b.c', 'a', 'words', 'nest', 'mixed', '$', '[1,2,3]', '[{"k":1,"v":[1,2]},{"k":2,"v":[3]}]', 'b', 'one', '$$']);
  return start + r.times(1 + r.int(3), () => step(r, depth)).join('');
}

function step(r, depth) {
  const inner = () => expression(r, depth + 1);
  switch (r.int(16)) {
    case 0: case 1: case 2: case 3: return '.' + r.pick(names);
    case 4: return `[${r.pick(['0', '1', '-1', '0.9', '[0..1]', '[0,2]', 'true', '"a"', '$i', 'Price > 30', 'd', 'k=1', '$ > 1', '$v=1', '[]', '1e9', '$$.a'])}]`;
    case 5: return `[${inner()}]`;
    case 6: return '[]';
    case 7: return `.(${inner()})`;
    case 8: return `.{${r.pick(['"k"', 'SKU', 'OrderID', '$string($)', 'e'])}: ${inner()}}`;
    case 9: return `{${r.pick(['"k"', 'SKU', 'Colour', '$string($)', 'k & ""', 'e', '`Product Name`'])}: ${inner()}}`;
    case 10: return `^(${r.pick(['Price', '>Price', 'SKU', '>$', '<k', 'Price * Quantity', 'e', 'd', '$, Price', '>Quantity, SKU'])})`;
    case 11: return `@$${r.pick(['v', 'w'])}`;
    case 12: return `#$${r.pick(['i', 'x'])}`;
    case 13: return `.[${inner()}]`;
    case 14: return `.$${r.pick(['string()', 'uppercase()', 'sum()', 'count($)', 'keys()', 'type($)', 'length()'])}`;
    default: return `.${r.pick(['"lit"', '1', 'Price', '(Price; Quantity)', '($x := Price; $x * 2)'])}`;
  }
}

export function expression(r, depth = 0) {
  if (depth > 3 || (depth > 0 && r.chance(0.35))) return r.chance(0.5) ? r.pick(names) : r.pick(atoms);
  const inner = () => expression(r, depth + 1);
  switch (r.int(20)) {
    case 0: case 1: case 2: case 3: case 4: case 5: return path(r, depth);
    case 6: return `${inner()} ${r.pick(operators.filter((o) => o !== '..'))} ${inner()}`;
    case 7: return `(${inner()})`;
    case 8: return `[${r.times(r.int(4), inner).join(', ')}]`;
    case 9: return `{${r.times(r.int(3), () => `${r.pick(['"p"', '"q"', 's', '$string(a)'])}: ${inner()}`).join(', ')}}`;
    case 10: return `(${r.times(1 + r.int(2), () => `$${r.pick(['v', 'w', 'x', 'f'])} := ${inner()}`).join('; ')}; ${inner()})`;
    case 11: return `$${r.pick(['map', 'filter', 'each', 'sift', 'single', 'reduce', 'sort'])}(${inner()}, ${lambda(r, depth)})`;
    case 12: return `${inner()} ? ${inner()}${r.chance(0.7) ? ` : ${inner()}` : ''}`;
    case 13: return `($f := ${lambda(r, depth)}; $f(${r.times(r.int(3), inner).join(', ')}))`;
    case 14: return `${path(r, depth)} ~> |${r.pick(['$', 'Product', '**', 'c', 'nothing'])}|${r.pick(['{"new": 1}', '{"Price": Price * 2}', '{}', '1', '{"d": nothing}'])}${r.pick(['', ', "SKU"', ', ["d", "Price"]', ', 1'])}|`;
    case 15: return `${inner()} ~> $${r.pick(functions)}${r.chance(0.5) ? `(${inner()})` : ''}`;
    case 16: return `[${r.pick(['1', '0', '-2', 'a[0]', 'z'])}..${r.pick(['3', '0', 'one', '2.5', '"a"', 'nothing'])}]`;
    case 17: return `-${inner()}`;
    default: return call(r);
  }
}

function lambda(r, depth) {
  const parameters = r.pick([['$v'], ['$v', '$i'], ['$v', '$i', '$x'], ['$v', '$w'], []]);
  const signature = r.chance(0.1) ? r.pick(['<n:n>', '<s-:s>', '<x?:x>', '<a<n>:n>', '<(ns)-n?:x>', '<nn:n>', '<f:f>', '<o-:a>', '<j:b>']) : '';
  return `function(${parameters.join(', ')})${signature}{${expression(r, depth + 1)}}`;
}

const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\$?[A-Za-z_]\w*|\d+(?:\.\d+)?|:=|!=|<=|>=|~>|\*\*|\.\.|\?\?|\?:|\S|\s+/g;
const extra = [...operators, '(', ')', '[', ']', '{', '}', ',', ';', ':', ':=', '?', '^', '@', '#', '|', '$', '$$', '%', '**', '"', "'", '`', '/', '\\', '1', 'a', '$x', 'function', 'λ', '/*', '*/', '<', 'and', 'in', '\u0000', '\u00e9', '1e999', '.5', '5.'];

export function mutate(r, text) {
  const parts = text.match(tokens) ?? [];
  for (let i = 1 + r.int(2); i > 0; i--) {
    const at = r.int(parts.length + 1);
    switch (r.int(5)) {
      case 0: parts.splice(at, 1); break;
      case 1: parts.splice(at, 0, r.pick(extra)); break;
      case 2: parts.splice(at, 1, r.pick(extra)); break;
      case 3: parts.splice(at, 0, parts[r.int(parts.length)] ?? ''); break;
      default: { const to = r.int(parts.length + 1); [parts[at], parts[to]] = [parts[to] ?? '', parts[at] ?? '']; }
    }
  }
  return parts.join('');
}
