import type { Language } from "./language.ts";

const packageOf = (client: string) => /^package (.+);$/m.exec(client)?.[1];

export const java: Language = {
  name: "java",
  title: "Java",
  client: "Client.java",
  needs: "Java 17 or newer",
  place: (client) => `${packageOf(client)?.replaceAll(".", "/")}/Client.java`,
  example: {
    file: "Example.java",
    render: ({ operationId, bodyType, body, baseUrl, key }, client) => `import ${packageOf(client)}.Client;

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
  tools: [{ probe: ["javac", "--version"], missing: "javac is not installed" }],
  run: [
    ["javac", "-encoding", "UTF-8", "-d", "classes", "Example.java"],
    ["java", "-cp", "classes", "Example"],
  ],
};
