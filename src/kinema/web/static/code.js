// The request of the form, as a program in three languages, the rest of the key hidden.
const python = (value) => JSON.stringify(value, null, 4); // text and numbers only: the same in Python
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

const WRITERS = {
  curl: (body, { base, key }) => `key="${key}"

# create
id=$(curl -s ${base}/v2/video/generations \\
  -H "Authorization: Bearer $key" \\
  -H "Content-Type: application/json" \\
  -d ${quoted(JSON.stringify(body))} | sed -E 's/.*"id": ?"([^"]+)".*/\\1/')

# poll until it is completed
while :; do
  answer=$(curl -s "${base}/v2/video/generations?generation_id=$id" \\
    -H "Authorization: Bearer $key")
  case $answer in *'"completed"'*|*'"error"'*) break ;; esac
  sleep 1
done
case $answer in *'"error"'*) echo "$answer" && exit 1 ;; esac

# download
curl -s -o film.mp4 "$(printf %s "$answer" | sed -E 's/.*"url": ?"([^"]+)".*/\\1/')"
`,
  python: (body, { base, key }) => `import json, time, urllib.request

key = "${key}"
base = "${base}/v2/video/generations"
headers = {
    "Authorization": "Bearer " + key,
    "Content-Type": "application/json",
}


def call(url, body=None):
    data = json.dumps(body).encode() if body else None
    with urllib.request.urlopen(urllib.request.Request(url, data, headers)) as answer:
        return json.load(answer)


film = call(base, ${python(body)})
while film["status"] in ("queued", "generating"):
    time.sleep(1)
    film = call(base + "?generation_id=" + film["id"])
if film["status"] == "error":
    raise SystemExit(film["error"]["message"])
urllib.request.urlretrieve(film["video"]["url"], "film.mp4")
`,
  javascript: (body, { base, key }) => `import { writeFile } from "node:fs/promises";

const key = "${key}";
const base = "${base}/v2/video/generations";
const headers = {
  Authorization: \`Bearer \${key}\`,
  "Content-Type": "application/json",
};
const call = async (url, body) => {
  const options = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};

let film = await call(base, ${JSON.stringify(body, null, 2)});
while (["queued", "generating"].includes(film.status)) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  film = await call(\`\${base}?generation_id=\${film.id}\`);
}
if (film.status === "error") throw new Error(film.error.message);
const answer = await fetch(film.video.url);
await writeFile("film.mp4", Buffer.from(await answer.arrayBuffer()));
`,
};

const KEY_LENGTH = 32;

/** @param {"curl"|"python"|"javascript"} language @param {object} body @param {{base: string, prefix: string}} at */
export const program = (language, body, { base, prefix }) =>
  WRITERS[language](body, { base, key: prefix.padEnd(KEY_LENGTH, "*") });
