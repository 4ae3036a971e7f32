// Parses the XML on standard input with libxml2 and writes it as JSON. A process of its own, because Jest runs CommonJS
// and libxml2-wasm is an ES module that awaits at its top level.
import { readFileSync } from 'node:fs';
import { XmlDocument, XmlElement } from 'libxml2-wasm';

const childrenOf = (element) => {
  const children = [];
  for (let node = element.firstChild; node; node = node.next)
    if (node instanceof XmlElement) children.push(treeOf(node));
  return children;
};
const treeOf = (element) => ({
  name: element.name,
  namespace: element.namespaceUri,
  attributes: Object.fromEntries(
    element.attrs.map(({ prefix, name, content }) => [prefix ? `${prefix}:${name}` : name, content]),
  ),
  text: element.content,
  children: childrenOf(element),
});

try {
  const document = XmlDocument.fromBuffer(readFileSync(0));
  process.stdout.write(JSON.stringify(treeOf(document.root)));
  document.dispose();
} catch (error) {
  process.stderr.write(error.message);
  process.exitCode = 1;
}
