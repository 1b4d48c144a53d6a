import { parentPort } from "node:worker_threads";
import { type ReadTask, runTask } from "./read-task.ts";

// The entry of a reading thread (read-pool.ts starts it): one answer a task, in the order of the tasks.
parentPort?.on("message", (task: ReadTask) => {
  const answer = runTask(task);
  parentPort?.postMessage(answer, answer.kind === "lines" ? [answer.bytes.buffer] : []);
});
