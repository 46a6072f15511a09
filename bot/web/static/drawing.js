// A field to draw in, with a finger, a mouse or a pen. What is drawn is kept as strokes of whole numbers, whatever size
// the field has, so that it can be drawn again when the telephone is turned.

export const WIDTH = 1000; // of the field, as the server reads it
export const HEIGHT = 400;
const MOST_STROKES = 200; // that the server takes
const MOST_POINTS = 5000;
const FEWEST_POINTS = 4;
const SMALLEST = 50; // what is no wider and no higher is a tap
const PEN = 9;
const SPACING = 3; // nearer to the last point than this, none is kept: about one pixel of a telephone

const within = (place, most) => Math.min(Math.max(Math.round(place), 0), most);
const lastOf = (list) => list[list.length - 1];

const extent = (places) => Math.max(...places) - Math.min(...places);

export class Drawing {
  #canvas;
  #pen;
  #changed;
  #strokes;
  #spacing = SPACING;
  #pointer = null; // that is drawing just now; a second finger draws nothing

  /** @param strokes what is drawn already · changed(): a stroke has ended */
  constructor(canvas, strokes, changed) {
    this.#canvas = canvas;
    this.#pen = canvas.getContext("2d");
    this.#strokes = strokes;
    this.#changed = changed;
    canvas.addEventListener("pointerdown", (event) => this.#begin(event));
    canvas.addEventListener("pointermove", (event) => this.#goOn(event));
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
      canvas.addEventListener(end, (event) => this.#end(event));
    }
    new ResizeObserver(() => this.#fit()).observe(canvas);
  }

  /** What is drawn: strokes of points [x, y], from the left and from the top. */
  get strokes() {
    return this.#strokes;
  }

  get full() {
    return this.#strokes.length === MOST_STROKES;
  }

  /** Whether it is more than a tap. */
  get written() {
    const points = this.#strokes.flat();
    const several = new Set(points.map(String)).size >= FEWEST_POINTS;
    return several && [0, 1].some((axis) => extent(points.map((point) => point[axis])) >= SMALLEST);
  }

  clear() {
    this.#strokes = [];
    this.#spacing = SPACING;
    this.#paint();
    this.#changed();
  }

  #begin(event) {
    if (this.#pointer !== null || event.button !== 0 || this.full) return;
    event.preventDefault();
    this.#canvas.setPointerCapture(event.pointerId);
    this.#pointer = event.pointerId;
    this.#strokes.push([]);
    this.#add(this.#pointOf(event));
  }

  #goOn(event) {
    if (event.pointerId !== this.#pointer) return;
    // A screen draws less often than a finger is read: what happened in between comes with the event.
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const each of passed.length ? passed : [event]) {
      const point = this.#pointOf(each);
      const [x, y] = lastOf(lastOf(this.#strokes));
      if (Math.hypot(point[0] - x, point[1] - y) >= this.#spacing) this.#add(point);
    }
  }

  #end(event) {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = null;
    this.#changed();
  }

  #pointOf({ clientX, clientY }) {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    return [within(((clientX - left) / width) * WIDTH, WIDTH), within(((clientY - top) / height) * HEIGHT, HEIGHT)];
  }

  #add(point) {
    const stroke = lastOf(this.#strokes);
    stroke.push(point);
    this.#line(stroke.slice(-2));
    if (this.#strokes.reduce((sum, { length }) => sum + length, 0) > MOST_POINTS) this.#thin();
  }

  /** Every second point goes, but for the ends of the strokes; those to come are taken further apart. */
  #thin() {
    this.#spacing *= 2;
    const stays = (_, index, { length }) => index % 2 === 0 || index === length - 1;
    this.#strokes = this.#strokes.map((stroke) => stroke.filter(stays));
    this.#paint();
  }

  /** As many dots as the screen has, so that the lines are crisp. */
  #fit() {
    const { clientWidth, clientHeight } = this.#canvas;
    this.#canvas.width = Math.round(clientWidth * devicePixelRatio);
    this.#canvas.height = Math.round(clientHeight * devicePixelRatio);
    this.#paint();
  }

  #paint() {
    const pen = this.#pen;
    pen.setTransform(this.#canvas.width / WIDTH, 0, 0, this.#canvas.height / HEIGHT, 0, 0);
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    pen.lineWidth = PEN;
    pen.lineCap = pen.lineJoin = "round";
    this.#strokes.forEach((stroke) => this.#line(stroke));
  }

  #line([first, ...others]) {
    const pen = this.#pen;
    pen.beginPath();
    pen.arc(...first, PEN / 2, 0, 2 * Math.PI); // a dot, where it is one point
    pen.fill();
    pen.beginPath();
    pen.moveTo(...first);
    others.forEach((point) => pen.lineTo(...point));
    pen.stroke();
  }
}
