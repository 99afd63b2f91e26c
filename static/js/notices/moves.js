/* Orders are lists of keys; a move makes another order of one. */
export function moved(order, id, to, neighbour) {
  const others = order.filter((other) => other !== id);
  const beside = others.indexOf(neighbour);
  const places = { top: 0, bottom: others.length, before: beside, after: beside + 1 };
  others.splice(places[to], 0, id);
  return others;
}

/* These moves in that list, one after the other; what has left it is passed over. */
export function replayed(order, moves) {
  const isThere = ({ id, neighbour }) => order.includes(id) && order.includes(neighbour || id);
  return moves.filter(isThere).reduce((now, { id, to, neighbour }) => moved(now, id, to, neighbour), order);
}

/* To the place of that one: it is meant by the neighbour that is seen there, not by a number. */
export function toPlace(order, id, place) {
  const now = order.indexOf(id);
  const then = Math.max(0, Math.min(order.length - 1, place));
  return then === now ? null : [then < now ? "before" : "after", order[then]];
}

/* All notices there are, those that are listed in this order; what is put away keeps its place. */
export function within(all, listed) {
  const rest = [...listed];
  return all.map((id) => (listed.includes(id) ? rest.shift() : id));
}

export const isSame = (one, other) => String(one) === String(other);

export const hasTheSame = (one, other) => isSame([...one].sort(), [...other].sort());
