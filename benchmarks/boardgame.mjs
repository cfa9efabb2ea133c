// boardgame.io's headless client and reducer with a trivial game; prints one line of JSON.
// node boardgame.mjs FOLDER moves|reduce COUNT, where FOLDER holds its node_modules.
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, what, number] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { Client } = require("boardgame.io/dist/cjs/client.js");
const { CreateGameReducer, InitializeGame } = require("boardgame.io/dist/cjs/internal.js");

const count = Number(number);
const game = { setup: () => ({ count: 0 }), moves: { add: ({ G }) => { G.count += 1; } } };

function played(moves) {
  const client = Client({ game, numPlayers: 8, debug: false });
  client.start();
  return { step: () => client.moves.add(), done: () => client.getState().G.count };
}

function reduced() {
  const reduce = CreateGameReducer({ game });
  let state = InitializeGame({ game, numPlayers: 8 });
  const action = { type: "MAKE_MOVE", payload: { type: "add", args: [], playerID: "0" } };
  return { step: () => { state = reduce(state, action); }, done: () => state.G.count };
}

function timed(make, times) {
  const run = make();
  const tenths = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let tenth = 0, from = start; tenth < 10; tenth += 1) {
    for (let i = 0; i < times / 10; i += 1) run.step();
    const now = performance.now();
    tenths.push((now - from) / 1000);
    from = now;
  }
  const wall = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  if (run.done() !== times) throw new Error(`made ${run.done()} of ${times} moves`);
  return { count: times, wall, cpu: (used.user + used.system) / 1e6, first: tenths[0], last: tenths[9] };
}

const make = what === "moves" ? played : reduced;
timed(make, 1000); // warm
console.log(JSON.stringify(timed(make, count)));
