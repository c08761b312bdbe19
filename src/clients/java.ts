import type { Language } from "./language.ts";

export const java: Language = {
  name: "java",
  title: "Java",
  client: "Client.java",
  install: "Java 17 or newer, nothing else. Copy `Client.java` into the folder of its package.",
  example: {
    file: "Example.java",
    render: (
      { operationId, bodyType, body, baseUrl, key },
      client,
    ) => `import ${/^package (.+);$/m.exec(client)?.[1]}.Client;

public class Example {
    public static void main(String[] args) {
        var auth = new Client.Auth().bearer("${key}");
        var client = new Client(new Client.Config().serverUrl("${baseUrl}").auth(auth));
        var json = Client.Json.parse(${JSON.stringify(JSON.stringify(body))});
        var result = client.${operationId}(Client.${bodyType}.fromJson(json));
        System.out.println(Client.Json.write(result.toJson()));
    }
}
`,
  },
  tools: [{ probe: ["javac", "--version"], missing: "javac is missing" }],
  run: [
    ["javac", "-encoding", "UTF-8", "-d", "classes", "Client.java", "Example.java"],
    ["java", "-cp", "classes", "Example"],
  ],
};
