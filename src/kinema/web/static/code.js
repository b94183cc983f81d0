// The request of the form, as a program in three languages. The key is read from the environment.
const indent = (text, by) => text.replaceAll("\n", `\n${" ".repeat(by)}`);
const python = (value) =>
  JSON.stringify(value, null, 4).replaceAll(/: (true|false|null)\b/g, (_, word) =>
    `: ${{ true: "True", false: "False", null: "None" }[word]}`);
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

const WRITERS = {
  curl: (body, base) => `# create
id=$(curl -s ${base}/v2/video/generations \\
  -H "Authorization: Bearer $KINEMA_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d ${quoted(JSON.stringify(body))} | sed -E 's/.*"id": ?"([^"]+)".*/\\1/')

# poll until it is completed
while :; do
  answer=$(curl -s "${base}/v2/video/generations?generation_id=$id" \\
    -H "Authorization: Bearer $KINEMA_API_KEY")
  case $answer in *'"completed"'*|*'"error"'*) break ;; esac
  sleep 2
done

# download
curl -s -o film.mp4 "$(printf %s "$answer" | sed -E 's/.*"url": ?"([^"]+)".*/\\1/')"
`,
  python: (body, base) => `import json, os, time, urllib.request

base = "${base}/v2/video/generations"
headers = {
    "Authorization": "Bearer " + os.environ["KINEMA_API_KEY"],
    "Content-Type": "application/json",
}


def call(url, body=None):
    data = json.dumps(body).encode() if body else None
    with urllib.request.urlopen(urllib.request.Request(url, data, headers)) as answer:
        return json.load(answer)


film = call(base, ${indent(python(body), 0)})
while film["status"] in ("queued", "generating"):
    time.sleep(2)
    film = call(base + "?generation_id=" + film["id"])
print(film)
urllib.request.urlretrieve(film["video"]["url"], "film.mp4")
`,
  javascript: (body, base) => `import { writeFile } from "node:fs/promises";

const base = "${base}/v2/video/generations";
const headers = {
  Authorization: \`Bearer \${process.env.KINEMA_API_KEY}\`,
  "Content-Type": "application/json",
};
const call = async (url, body) => {
  const options = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
  return (await fetch(url, options)).json();
};

let film = await call(base, ${JSON.stringify(body, null, 2)});
while (["queued", "generating"].includes(film.status)) {
  await new Promise((resolve) => setTimeout(resolve, 2000));
  film = await call(\`\${base}?generation_id=\${film.id}\`);
}
console.log(film);
const answer = await fetch(film.video.url);
await writeFile("film.mp4", Buffer.from(await answer.arrayBuffer()));
`,
};

/** @param {"curl"|"python"|"javascript"} language @param {object} body @param {string} base */
export const program = (language, body, base) => WRITERS[language](body, base);
