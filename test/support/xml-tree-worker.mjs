// Parses XML with libxml2, in a thread of its own: Jest runs CommonJS, and libxml2-wasm is an ES module that awaits at
// its top level. The asking thread sleeps until `answered` is set, so that it can ask without `await`.
import { workerData } from 'node:worker_threads';
import { XmlDocument, XmlElement } from 'libxml2-wasm';

const { port, answered } = workerData;

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

function answerTo(xml) {
  let document;
  try {
    document = XmlDocument.fromBuffer(xml);
    return { tree: treeOf(document.root) };
  } catch (error) {
    return { fault: error.message };
  } finally {
    document?.dispose();
  }
}

port.on('message', (xml) => {
  port.postMessage(answerTo(xml));
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
});
