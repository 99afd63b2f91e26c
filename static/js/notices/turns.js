/* One thing after the other. What was begun before something was refused stood upon it, and is not done. */
export class Turns {
  constructor() {
    this.last = Promise.resolve();
    this.waiting = 0;
    this.faults = 0;
  }

  /* `ask` waits for its turn, `done` or `refused` is told its answer; resolves to whether it was done.
     Whatever breaks on the way is a refusal, so that the next one always has its turn. */
  next(ask, done, refused) {
    const { faults } = this;
    const isDue = () => faults === this.faults;
    this.waiting += 1;
    this.last = this.last.then(async () => {
      let answer = isDue() && (await ask().catch(broken));
      this.waiting -= 1;
      if (!isDue()) return false;
      if (!answer.reason) answer = (await done(answer).catch(broken)) ?? answer;
      if (answer.reason) await refused(answer).catch(broken);
      return !answer.reason;
    });
    return this.last;
  }

  /* Until nothing waits any more. */
  async end() {
    while (this.waiting) await this.last;
  }

  dropTheRest() {
    this.faults += 1;
  }
}

const broken = (error) => {
  console.error(error);
  return { reason: "broken" };
};
