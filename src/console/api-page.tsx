import type { OpenAPIObject } from '@nestjs/swagger';
import type { InterfaceLanguage } from '../kernel/language.js';
import { operationsByTag, type ApiField, type ApiOperation } from './api-operations.js';
import { apiSummaries } from './api-summaries.js';
import { apiPageStyle } from './api-page.style.js';
import { words } from './api-page.words.js';

interface ApiPageProps {
  readonly document: OpenAPIObject;
  readonly language: InterfaceLanguage;
}

/** The API for people to read, made only from the OpenAPI document. The API's descriptions are in English. */
export function ApiPage({ document, language }: ApiPageProps) {
  const tags = operationsByTag(document);
  const say = words[language];
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${say.title} – Budkavle`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: apiPageStyle }} />
      </head>
      <body>
        <a class="skip" href="#content">
          {say.skip}
        </a>
        <header>
          <p>
            <strong>Budkavle</strong>
          </p>
          <a href={`/api?language=${other}`} lang={other}>
            {words[other].thisLanguage}
          </a>
        </header>
        <main id="content" tabIndex={-1}>
          <h1>{say.title}</h1>
          <div lang="en">
            {(document.info.description ?? '').split('\n\n').map((paragraph) => (
              <p key={paragraph}>{paragraph.replaceAll('`', '')}</p>
            ))}
          </div>
          <p>
            <a href="/api/openapi.json">{say.document}</a>
          </p>
          <nav aria-label={say.contents}>
            <ul class="contents">
              {[...tags.keys()].map((tag) => (
                <li key={tag}>
                  <a href={`#${tag}`}>{tag || say.others}</a>
                </li>
              ))}
            </ul>
          </nav>
          {[...tags].map(([tag, operations]) => (
            <section key={tag} id={tag} aria-labelledby={`tag-${tag}`} lang="en">
              <h2 id={`tag-${tag}`}>{tag || say.others}</h2>
              {operations.map((operation) => (
                <Operation key={operation.id} operation={operation} language={language} />
              ))}
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}

function Operation({ operation, language }: { operation: ApiOperation; language: InterfaceLanguage }) {
  const say = words[language];
  const about = apiSummaries[`${operation.method} ${operation.path}`]?.[language];
  const { id, method, path, summary, needsKey, parameters, body, answers } = operation;
  return (
    <details id={id}>
      <summary>
        <span class={`method method-${method.toLowerCase()}`}>{method}</span> <code>{path}</code>
        {about ? (
          <span class="about" lang={language}>
            {about}
          </span>
        ) : (
          summary && <span class="about">{summary}</span>
        )}
      </summary>
      <p lang={language}>{needsKey ? say.needsKey : say.open}</p>
      <Fields title={say.parameters} fields={parameters} language={language} />
      <Fields title={say.body} fields={body} language={language} />
      {answers.map(({ status, description, fields }) => (
        <div key={status}>
          <h3 lang={language}>
            {say.answer} {status}
          </h3>
          {description && <p>{description}</p>}
          <Fields fields={fields} language={language} />
        </div>
      ))}
    </details>
  );
}

interface FieldsProps {
  readonly title?: string;
  readonly fields: readonly ApiField[];
  readonly language: InterfaceLanguage;
}

function Fields({ title, fields, language }: FieldsProps) {
  const say = words[language];
  if (fields.length === 0) return null;
  return (
    <>
      {title && <h3 lang={language}>{title}</h3>}
      <dl>
        {fields.map(({ path, type, required, description }, at) => (
          <div key={`${path}-${String(at)}`}>
            <dt>
              <code>{path}</code>
            </dt>
            <dd>
              <code class="type">{type}</code>
              {required && <span lang={language}> {say.required}</span>}
              {description && <span class="about">{description}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
