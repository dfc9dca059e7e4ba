/** One thread's share of a coverage. */
import { parentPort, workerData } from "node:worker_threads";
import { tallyCoverage } from "./coverage-tally.ts";

parentPort?.postMessage(tallyCoverage(workerData.options, workerData.part));
