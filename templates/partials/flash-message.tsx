import { usePageContext } from './page-context.js';
import { PostForm } from './post-form.js';

/** What the last action did, once; with a way back where there is one. */
export function FlashMessage() {
  const { flash } = usePageContext();
  if (!flash) return null;
  return (
    <div class={`note flash ${flash.kind}`} role={flash.kind === 'ok' ? 'status' : 'alert'}>
      <p>{flash.message}</p>
      {flash.undo ? (
        <PostForm action={flash.undo.action}>
          <button class="btn second small" type="submit">
            {flash.undo.label}
          </button>
        </PostForm>
      ) : null}
    </div>
  );
}
