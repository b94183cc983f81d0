// A live drawing of the camera move: a box on a floor, seen through the moving camera.
// The move is the engine's: see docs/scenes.md, "Camera".
const AXES = ["horizontal", "vertical", "pan", "tilt", "roll", "zoom"];
const STILL = Object.fromEntries(AXES.map((axis) => [axis, 0]));
// Shares of the distance to the hero, and degrees, at the end of each preset.
const PRESETS = {
  down_back: { back: 0.35, rise: -0.1 },
  forward_up: { back: -0.35, tilt: 6 },
  right_turn_forward: { back: -0.3, turn: 25 },
  left_turn_forward: { back: -0.3, turn: -25 },
};
const SECONDS = 3;
const DISTANCE = 6;
const radians = (degrees) => (degrees * Math.PI) / 180;
const ease = (t) => t * t * (3 - 2 * t);

function edges() {
  const lines = [];
  for (let i = -4; i <= 4; i++) {
    lines.push([[i, 0, -4], [i, 0, 4], 0.25], [[-4, 0, i], [4, 0, i], 0.25]);
  }
  const corner = (x, y, z) => [x * 0.8, y * 1.6, z * 0.8];
  const pairs = [[0, 1], [1, 3], [3, 2], [2, 0], [4, 5], [5, 7], [7, 6], [6, 4], [0, 4], [1, 5], [2, 6], [3, 7]];
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => corner(n & 1 ? 1 : -1, n & 2 ? 1 : 0, n & 4 ? 1 : -1));
  for (const [a, b] of pairs) lines.push([corners[a], corners[b], 1]);
  return lines;
}
const EDGES = edges();

/** The camera at share t of the move. */
function camera(move, t) {
  const k = ease(t);
  const preset = PRESETS[move.preset] ?? {};
  const distance = DISTANCE * (1 + (preset.back ?? 0) * k);
  const turn = radians((preset.turn ?? 0) * k);
  const x = Math.sin(-turn) * distance + move.horizontal * 0.06 * DISTANCE * k;
  const z = Math.cos(turn) * distance;
  const y = 1.7 + move.vertical * 0.06 * DISTANCE * k + (preset.rise ?? 0) * DISTANCE * k;
  const yaw = turn + radians(move.pan * 3 * k);
  const pitch = radians(-7 + move.tilt * 3 * k + (preset.tilt ?? 0) * k);
  return { x, y, z, yaw, pitch, roll: radians(move.roll * 4.5 * k), fov: 42 * 1.07 ** (move.zoom * k) };
}

function project(point, eye, width, height) {
  const dx = point[0] - eye.x, dy = point[1] - eye.y, dz = point[2] - eye.z;
  const [cy, sy, cp, sp] = [Math.cos(eye.yaw), Math.sin(eye.yaw), Math.cos(eye.pitch), Math.sin(eye.pitch)];
  const right = dx * cy + dz * sy, ahead = dx * sy - dz * cy;
  const up = dy * cp - ahead * sp, depth = dy * sp + ahead * cp;
  if (depth < 0.1) return null;
  const scale = height / 2 / Math.tan(radians(eye.fov) / 2) / depth;
  const [cr, sr] = [Math.cos(eye.roll), Math.sin(eye.roll)];
  const [u, v] = [right * scale, -up * scale];
  return [width / 2 + u * cr - v * sr, height / 2 + u * sr + v * cr];
}

/** A camera control in words. @param {any} control as in a request, or a move of the pad */
export function cameraWords(control) {
  const move = { ...STILL, ...(control.config ?? control) };
  const preset = typeof control === "string" ? control : (control.preset ?? control.type);
  const asked = AXES.filter((axis) => move[axis]).map((axis) => `${axis} ${move[axis] > 0 ? "+" : "−"}${Math.abs(move[axis])}`);
  if (preset in PRESETS) asked.unshift(preset.replaceAll("_", " "));
  return asked.join(", ");
}

export class CameraPad {
  /** @param {HTMLElement} root @param {() => void} onChange */
  constructor(root, onChange) {
    this.root = root;
    this.onChange = onChange;
    this.move = { ...STILL, preset: null };
    this.canvas = root.querySelector("canvas");
    this.said = document.getElementById("camera-said");
    for (const input of root.querySelectorAll("[data-axis]"))
      input.addEventListener("input", () => this.set({ ...this.move, [input.dataset.axis]: Number(input.value) }));
    for (const button of root.querySelectorAll("[data-preset]"))
      button.addEventListener("click", () => {
        const { preset } = button.dataset;
        this.set({ ...this.move, preset: this.move.preset === preset ? null : preset });
      });
    root.querySelector("#camera-reset").addEventListener("click", () => this.set({ ...STILL, preset: null }));
    root.addEventListener("toggle", () => root.open && this.play());
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.set(this.move);
  }

  /** The value of `camera_control` for a request; undefined where nothing is asked. */
  get value() {
    const config = Object.fromEntries(AXES.filter((axis) => this.move[axis]).map((axis) => [axis, this.move[axis]]));
    const { preset } = this.move;
    if (!Object.keys(config).length) return preset ?? undefined;
    return { type: preset ?? "simple", config };
  }

  /** Take over the move of a request. */
  take(control) {
    const preset = typeof control === "string" ? control : control?.type;
    this.set({ ...STILL, ...(control?.config ?? {}), preset: preset in PRESETS ? preset : null });
  }

  set(move) {
    this.move = move;
    for (const input of this.root.querySelectorAll("[data-axis]")) {
      const value = move[input.dataset.axis];
      input.value = value;
      const output = input.nextElementSibling;
      output.textContent = value === 0 ? "still" : `${output.dataset[value < 0 ? "low" : "high"]} ${Math.abs(value)}`;
    }
    for (const button of this.root.querySelectorAll("[data-preset]"))
      button.setAttribute("aria-pressed", String(button.dataset.preset === move.preset));
    const words = cameraWords(move) || "moves gently by itself";
    this.said.textContent = words;
    this.canvas.setAttribute("aria-label", `Preview of the camera move: ${words}`);
    this.onChange?.();
    this.play();
  }

  play() {
    cancelAnimationFrame(this.frame);
    if (!this.root.open) return;
    const began = performance.now();
    const step = (now) => {
      const t = this.still.matches ? 1 : Math.min(1, ((now - began) / 1000) % (SECONDS + 0.8) / SECONDS);
      this.draw(t);
      if (!this.still.matches && this.root.open) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  draw(t) {
    const pen = this.canvas.getContext("2d");
    const { width, height } = this.canvas;
    pen.fillStyle = "#0b0d12";
    pen.fillRect(0, 0, width, height);
    const eye = camera(this.move, t);
    for (const [a, b, strength] of EDGES) {
      const from = project(a, eye, width, height), to = project(b, eye, width, height);
      if (!from || !to) continue;
      pen.strokeStyle = strength === 1 ? "#f0a63c" : "#3d4350";
      pen.lineWidth = strength === 1 ? 2.5 : 1;
      pen.beginPath();
      pen.moveTo(...from);
      pen.lineTo(...to);
      pen.stroke();
    }
    pen.fillStyle = "#f0a63c";
    pen.fillRect(0, height - 3, width * t, 3);
  }
}
