import { type Language, snakeCase } from "./language.ts";

export const python: Language = {
  name: "python",
  title: "Python",
  client: "client.py",
  needs: "Python 3.9 or newer",
  packages: "pip install httpx",
  example: {
    file: "example.py",
    render: ({ operationId, bodyType, body, baseUrl, key }) => `import json
from client import Client, ${bodyType}, decode, encode

client = Client("${baseUrl}", auth={"bearer": "${key}"})
body = decode(${bodyType}, json.loads(r"""${JSON.stringify(body)}"""))
print(json.dumps(encode(client.${snakeCase(operationId)}(body))))
`,
  },
  tools: [
    { probe: ["python3", "--version"], missing: "python3 is not installed" },
    { probe: ["python3", "-c", "import httpx"], missing: "python3's httpx is not installed: pip install httpx" },
  ],
  run: [["python3", "example.py"]],
};
