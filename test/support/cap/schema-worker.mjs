// libxml2-wasm is loaded by a top-level await, which the CommonJS of the tests can't have. A thread of its own can.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { XmlDocument, XmlElement, XmlText, XmlCData, XsdValidator } from 'libxml2-wasm';

const source = XmlDocument.fromBuffer(readFileSync(workerData.schema));
const schema = XsdValidator.fromDoc(source);

const treeOf = (element) => {
  const children = [];
  let text = '';
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof XmlElement) children.push(treeOf(node));
    else if (node instanceof XmlText || node instanceof XmlCData) text += node.content;
  }
  return { name: element.name, text: children.length > 0 ? '' : text, children };
};

const faultsOf = (document) => {
  try {
    schema.validate(document);
    return [];
  } catch (error) {
    return error.message.split('\n').filter(Boolean);
  }
};

parentPort.on('message', ({ id, xml }) => {
  let document;
  try {
    document = XmlDocument.fromString(xml);
    parentPort.postMessage({ id, faults: faultsOf(document), tree: treeOf(document.root) });
  } catch (error) {
    parentPort.postMessage({ id, faults: [`not well-formed: ${error.message}`] });
  } finally {
    document?.dispose();
  }
});
