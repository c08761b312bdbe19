import json
import os
import urllib.request

gateway = os.environ.get("SUNO_GATEWAY", "http://127.0.0.1:4010")
request = urllib.request.Request(
    f"{gateway}/suno/persona/create/",
    method="POST",
    headers={
        "Authorization": f"Bearer {os.environ['SUNO_API_KEY']}",
        "Content-Type": "application/json",
        "Accept": "application/json",
    },
    data=json.dumps(
        {
            "root_clip_id": "54834687-5e79-4f08-8e14-cf188f15b598",
            "name": "Persona title",
            "description": "Persona Description",
            "clips": ["54834687-5e79-4f08-8e14-cf188f15b598"],
            "is_public": True,
        }
    ).encode(),
)
with urllib.request.urlopen(request, timeout=30) as response:
    persona = json.load(response)

print(persona["id"])  # the persona_id of the next step
