import { RequestError, toRequestError } from '@/components/workspace/request';
import { fileImportSchema } from './fileImport';

type Options = {
  /** Told how much of the file is at the server, 0 … 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** The longest name that the server takes; the end of a name tells more than its beginning. */
const longestName = 300;

/**
 * Brings a file of answers to the server, where it lies ready. By XMLHttpRequest: `fetch` does not tell how far an upload is. Returns the id of its
 * import. Throws RequestError, and AbortError when it was broken off.
 */
export function uploadFile(sourceId: string, file: File, { onProgress, signal }: Options): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const name = Array.from(file.name).slice(-longestName).join('');
    request.open('POST', `/api/v1/sources/${sourceId}/imports?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      void readAnswer(request).then(resolve, reject);
    };
    request.onerror = () => reject(new RequestError('offline', null));
    request.onabort = () => reject(new DOMException('The upload was broken off.', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

async function readAnswer({ status, responseText }: XMLHttpRequest): Promise<string> {
  const answer = new Response(responseText, { status: status === 204 ? 200 : status });
  if (!answer.ok) throw await toRequestError(answer);
  const made = fileImportSchema.safeParse(await answer.json().catch(() => undefined));
  if (!made.success) throw new RequestError('unexpected', null);
  return made.data.id;
}
