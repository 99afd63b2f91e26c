/* What each row says of its own place: its number, which of its buttons move nothing, where the home page stops. */
export const isShown = (row) => "shown" in row.dataset;

export function tellPlaces(list, rows) {
  rows.forEach((row, place) => {
    const [isFirst, isLast] = [place === 0, place === rows.length - 1];
    const ends = { top: isFirst, up: isFirst, down: isLast, bottom: isLast };
    row.querySelector("[data-place]").textContent = place + 1;
    row.querySelector("[name^=place-]").value = place + 1;
    for (const button of row.querySelectorAll("[name=to]")) {
      if (ends[button.value]) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  });
  drawLine(Number(list.dataset.room), rows);
}

/* Below the last that the home page has room for, if visitors see more. */
function drawLine(room, rows) {
  const shown = rows.filter(isShown);
  const last = room && room < shown.length ? shown[room - 1] : null;
  for (const row of rows) row.querySelector("[data-line]").hidden = row !== last;
}
