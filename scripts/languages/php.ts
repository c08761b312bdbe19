import type { Language } from "./language.ts";

export const php: Language = {
  name: "php",
  title: "PHP",
  client: "client.php",
  needs: "PHP 8.1 or newer with its curl extension",
  example: {
    file: "example.php",
    render: ({ operationId, bodyType, body, baseUrl, key }, client) => `<?php
require __DIR__ . '/client.php';
use ${/^namespace (.+);$/m.exec(client)?.[1]}\\{Client, Config, ${bodyType}};

$client = new Client(new Config(serverUrl: '${baseUrl}', auth: ['bearer' => '${key}']));
$body = ${bodyType}::fromArray(json_decode(${quote(JSON.stringify(body))}, true));
echo json_encode($client->${operationId}($body)->toArray()), "\\n";
`,
  },
  tools: [
    { probe: ["php", "--version"], missing: "php is not installed" },
    {
      probe: ["php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"],
      missing: "php's curl extension is not installed",
    },
  ],
  run: [["php", "example.php"]],
};

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
