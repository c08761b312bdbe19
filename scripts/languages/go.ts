import { type Language, pascalCase } from "./language.ts";

const moduleOf = (packageName: string) => `${packageName}-client`;

export const go: Language = {
  name: "go",
  title: "Go",
  options: ["--go-package=client"],
  client: "client.go",
  needs: "Go 1.19 or newer",
  module: {
    files: (packageName) => new Map([["go.mod", `module ${moduleOf(packageName)}\n\ngo 1.19\n`]]),
    create: ["go", "mod", "init", "example"],
    // Go requires a version but never resolves it.
    require: (packageName) => [
      "go",
      "mod",
      "edit",
      `-require=${moduleOf(packageName)}@v0.0.0`,
      `-replace=${moduleOf(packageName)}=./go`,
    ],
  },
  example: {
    file: "example/main.go",
    // The package's own name is part of the import path.
    render: ({ operationId, bodyType, body, baseUrl, key, packageName }) => `package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"

	client "${moduleOf(packageName)}"
)

func main() {
	api := client.New(client.Config{
		ServerURL: "${baseUrl}",
		Auth:      client.Auth{Bearer: func() string { return "${key}" }},
	})
	var body client.${bodyType}
	if err := json.Unmarshal([]byte(\`${JSON.stringify(body).replaceAll("`", "\\u0060")}\`), &body); err != nil {
		log.Fatal(err)
	}
	result, err := api.${pascalCase(operationId)}(context.Background(), body)
	if err != nil {
		log.Fatal(err)
	}
	text, err := json.Marshal(result)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(text))
}
`,
  },
  tools: [{ probe: ["go", "version"], missing: "go is not installed" }],
  run: [["go", "run", "./example"]],
};
