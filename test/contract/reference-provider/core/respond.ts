import { type Document, type Parameter, pointerTo } from "./document.ts";
import { type Answer, Refusal, type Reply, type Request, type Violation } from "./message.ts";
import { missing, readParameter, sourceOf } from "./parameters.ts";
import type { Call, Provider } from "./provider.ts";

/** What a provider sends to a request. */
export async function replyTo(provider: Provider, request: Request): Promise<Reply> {
  const answer = await provider.finish(await answerTo(provider, request), request);
  const { status, headers, body } = answer;
  if (body === undefined) return provider.pack({ status, headers }, request);
  return provider.pack({ status, headers, bytes: Buffer.from(provider.serialise(body, answer)) }, request);
}

async function answerTo(provider: Provider, request: Request): Promise<Answer> {
  try {
    return await provider.respond(provider, provider.receive(request));
  } catch (error) {
    if (error instanceof Refusal) return provider.explain(error);
    return provider.explain(new Refusal(500, "The provider failed."));
  }
}

/** The steps in the order that the document of the orders states. */
export async function respond(provider: Provider, request: Request): Promise<Answer> {
  const call = provider.route(request, provider.document);
  call.caller = provider.authenticate(request, provider.tokens);
  provider.authorize(call);
  provider.negotiate(call);
  call.parameters = readParameters(provider, call);
  if (call.operation.requestBody) call.body = readBody(provider, call);
  return provider.serve(call);
}

function readParameters({ document, validate }: Provider, call: Call): Record<string, unknown> {
  const source = sourceOf(call);
  const values: Record<string, unknown> = {};
  const wrong: Violation[] = [];
  for (const [pointer, parameter] of parametersOf(document, call)) {
    const value = readParameter(document, parameter, source);
    if (value === undefined && parameter.required) wrong.push(missing(parameter));
    if (value === undefined) continue;
    const found = validate(document, `${pointer}/schema`, value);
    wrong.push(...found.map(({ message }) => ({ pointer: `/${parameter.name}`, message })));
    values[parameter.name] = value;
  }
  refuse(wrong, "A parameter does not satisfy its schema.");
  return values;
}

/** The parameters of an operation and those of its path, each with its place in the document. */
function parametersOf(document: Document, { path, method, operation }: Call): [string, Parameter][] {
  const placed = (parameters: Parameter[] = [], ...owner: string[]): [string, Parameter][] =>
    parameters.map((parameter, index) => [pointerTo(...owner, "parameters", String(index)), parameter]);
  return [
    ...placed(document.paths[path]?.parameters, "paths", path),
    ...placed(operation.parameters, "paths", path, method),
  ];
}

function readBody(provider: Provider, call: Call): unknown {
  const { request, operation } = call;
  if (request.tooLarge) throw new Refusal(413, `The body has more than ${provider.largestBody} bytes.`);
  const accepted = Object.keys(operation.requestBody?.content ?? {});
  provider.checkMediaType(request, accepted);
  const body = provider.prepare(provider.parse(provider.decode(request.body)), call);
  const pointer = pointerTo("paths", call.path, call.method, "requestBody", "content", accepted[0] ?? "", "schema");
  refuse(provider.validate(provider.document, pointer, body), "The body does not satisfy its schema.");
  return body;
}

function refuse(wrong: Violation[], detail: string): void {
  if (wrong.length > 0) throw new Refusal(422, detail, [], wrong);
}
