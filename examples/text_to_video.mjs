// Create a generation, ask for it every few seconds, download the film.
//
//     node examples/text_to_video.mjs API_KEY [BASE_URL]
//
// Needs Node 18 or newer. The same three calls work against the hosted AI/ML API.
import { writeFile } from "node:fs/promises";

const [apiKey, baseUrl = "http://127.0.0.1:8000/v2"] = process.argv.slice(2);
const millisecondsBetweenPolls = 2000;

async function call(method, url, body) {
  const answer = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status}: ${json.message}`);
  return json;
}

let generation = await call("POST", `${baseUrl}/video/generations`, {
  model: "kling-video/v1/standard/text-to-video",
  prompt: `
A cheerful white raccoon running through a sequoia forest.
`,
  duration: 5,
  aspect_ratio: "16:9",
});
console.log("generation", generation.id);

const query = new URLSearchParams({ generation_id: generation.id });
while (["queued", "generating"].includes(generation.status)) {
  await new Promise((resolve) => setTimeout(resolve, millisecondsBetweenPolls));
  generation = await call("GET", `${baseUrl}/video/generations?${query}`);
  console.log("status", generation.status);
}

if (generation.status !== "completed")
  throw new Error(`${generation.error.name}: ${generation.error.message}`);
const film = await fetch(generation.video.url);
await writeFile("film.mp4", Buffer.from(await film.arrayBuffer()));
console.log("saved film.mp4");
