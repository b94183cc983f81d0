"""Create a generation, ask for it every few seconds, download the film.

    python examples/text_to_video.py API_KEY [BASE_URL]

Needs nothing but Python. The same three calls work against the hosted AI/ML API.
"""

import json
import sys
import time
import urllib.parse
import urllib.request

api_key = sys.argv[1]
base_url = sys.argv[2] if len(sys.argv) > 2 else "http://127.0.0.1:8000/v2"
seconds_between_polls = 2


def call(method, url, body=None):
    """Send one request and return the JSON of the answer."""
    request = urllib.request.Request(url, method=method)
    request.add_header("Authorization", f"Bearer {api_key}")
    request.add_header("Content-Type", "application/json")
    data = json.dumps(body).encode() if body else None
    with urllib.request.urlopen(request, data) as answer:
        return json.load(answer)


generation = call(
    "POST",
    f"{base_url}/video/generations",
    {
        "model": "kling-video/v1/standard/text-to-video",
        "prompt": "A cheerful white raccoon running through a sequoia forest",
        "aspect_ratio": "16:9",
        "duration": "5",
    },
)
print("generation", generation["id"])

query = urllib.parse.urlencode({"generation_id": generation["id"]})
while generation["status"] in ("queued", "generating"):
    time.sleep(seconds_between_polls)
    generation = call("GET", f"{base_url}/video/generations?{query}")
    print("status", generation["status"])

if generation["status"] != "completed":
    sys.exit(f"{generation['error']['name']}: {generation['error']['message']}")
urllib.request.urlretrieve(generation["video"]["url"], "film.mp4")
print("saved film.mp4")
