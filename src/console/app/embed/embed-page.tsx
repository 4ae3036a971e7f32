import { useEffect, useState } from 'preact/hooks';
import { h } from 'preact';
import type { Place } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { Choices } from '../shell/choices.js';
import { PageTitle } from '../shell/page-title.js';
import { words } from './embed.words.js';
import { snippetOf, views, type Embedding } from './snippet.js';

const how = {
  banner: words.bannerHow,
  list: words.listHow,
  map: words.mapHow,
  topics: words.topicsHow,
} as const;

/** What to paste into the municipality's own website, and how it looks. */
export function EmbedPage() {
  const { say } = useSpeech();
  const [chosen, choose] = useState<Embedding>({ view: 'banner', language: 'sv', area: '' });
  const [told, tell] = useState('');
  const { areas, isUnknown } = useAreasLike(chosen.area.trim());
  const server = location.origin;
  const code = snippetOf(chosen, server);
  const change = (part: Partial<Embedding>) => {
    choose({ ...chosen, ...part });
    tell('');
  };
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => tell(say(words.copied)),
      () => tell(say(words.notCopied)),
    );
  return (
    <>
      <PageTitle title={say(words.title)} />
      <p class="lead">{say(words.lead)}</p>
      <Choices
        legend={say(words.what)}
        value={chosen.view}
        choices={views.map((value) => ({ value, label: say(words[value]), detail: say(how[value]) }))}
        onChoose={(view) => change({ view })}
      />
      <Choices
        legend={say(words.language)}
        value={chosen.language}
        choices={[
          { value: 'sv', label: 'Svenska' },
          { value: 'en', label: 'English' },
        ]}
        onChoose={(language) => change({ language })}
      />
      {chosen.view !== 'topics' && (
        <div class="field">
          <label for="embed-area">{say(words.area)}</label>
          <p class="hint" id="embed-area-hint">
            {say(words.areaHint)}
          </p>
          <input
            id="embed-area"
            type="text"
            list="embed-areas"
            autocomplete="off"
            value={chosen.area}
            aria-describedby="embed-area-hint embed-area-fault"
            onInput={(event) => change({ area: event.currentTarget.value })}
          />
          <datalist id="embed-areas">
            {areas.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
          <p class="hint" role="status" id="embed-area-fault">
            {isUnknown && say(words.noSuchArea, { area: chosen.area.trim() })}
          </p>
        </div>
      )}
      <div class="field">
        <label for="embed-code">{say(words.code)}</label>
        <textarea id="embed-code" class="code" rows={5} readOnly value={code} />
        <p class="hint">{say(words.policy, { server })}</p>
      </div>
      <button type="button" class="button button-main" onClick={copy}>
        {say(words.copy)}
      </button>
      <p role="status">{told}</p>
      <h2>{say(words.preview)}</h2>
      <Preview {...chosen} />
    </>
  );
}

/** The residential areas whose names are like it. A name that does not exist would show nothing, and nobody would notice. */
function useAreasLike(name: string) {
  const { data } = useQuery<readonly Place[]>(
    `/places?${new URLSearchParams({ kind: 'area', limit: '50', q: name }).toString()}`,
  );
  const areas = (data ?? []).filter(({ saved }) => !saved);
  const isKnown = areas.some((area) => area.name.toLowerCase() === name.toLowerCase());
  return { areas, isUnknown: name !== '' && data !== undefined && !isKnown };
}

/** The widget itself. It is loaded as on another website. */
function Preview({ view, language, area }: Embedding) {
  useEffect(() => {
    if (document.querySelector('script[src="/widget.js"]')) return;
    const script = document.createElement('script');
    script.src = '/widget.js';
    document.head.append(script);
  }, []);
  const attributes = { key: `${view}-${language}-${area}`, lang: language };
  return (
    <div class="card">
      {view === 'topics'
        ? h('budkavle-topics', attributes)
        : h('budkavle-alerts', { ...attributes, view, ...(area.trim() === '' ? {} : { area }) })}
    </div>
  );
}
