/* One thing after the other. What was begun before something was refused stood upon it, and is not done. */
export class Turns {
  constructor() {
    this.last = Promise.resolve();
    this.waiting = 0;
    this.faults = 0;
  }

  /* `ask` waits for its turn, `then` is told its answer; resolves to what that says, or to false. */
  next(ask, then) {
    const { faults } = this;
    const isDue = () => faults === this.faults;
    this.waiting += 1;
    this.last = this.last.then(async () => {
      const answer = isDue() && (await ask());
      this.waiting -= 1;
      return isDue() ? then(answer) : false;
    });
    return this.last;
  }

  dropTheRest() {
    this.faults += 1;
  }
}
