import type { Fault } from "../fault.ts";
import { sharedFaults } from "../shared/faults.ts";
import { personaAnswerFaults } from "./faults-answer.ts";
import { personaRequestFaults } from "./faults-request.ts";

const example = {
  root_clip_id: "54834687-5e79-4f08-8e14-cf188f15b598",
  name: "Persona title",
  description: "Persona Description",
  clips: ["54834687-5e79-4f08-8e14-cf188f15b598"],
  is_public: true,
};

/** The faults of the persona provider: those that any provider may have, and its own. */
export const personaFaults: Fault[] = [
  ...sharedFaults("persona", { example, text: "name" }),
  ...personaRequestFaults,
  ...personaAnswerFaults,
];
