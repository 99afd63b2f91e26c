"""When a small newsroom writes: more in some years than in others, little in August, less on Sundays."""

import calendar
import datetime
import random
from itertools import groupby

YEARS = 20
FRESH = 6  # the newest days belong to the articles written by hand
MONTHS = (0.9, 0.9, 1.1, 1.0, 1.1, 1.2, 0.9, 0.45, 1.0, 1.1, 1.2, 0.6)
WEEKDAYS = (1.0, 1.1, 1.0, 1.2, 1.3, 0.4, 0.2)
LUCK = (0, 0.3, 1, 1, 2.5)  # nothing happens on some days, and everything on others
MONTHLY_UNTIL = 4  # years from the beginning in which some items bear a month only


def busy_days(number: int, today: datetime.date, rng: random.Random) -> list[datetime.date]:
    """So many days out of twenty years, oldest first; a busy one comes up again and again."""
    ages = range(YEARS * 365, FRESH - 1, -1)
    days = [today - datetime.timedelta(days=age) for age in ages]
    moods = {year: rng.uniform(0.6, 1.4) for year in range(days[0].year, days[-1].year + 1)}
    weights = {
        day: moods[day.year]
        * MONTHS[day.month - 1]
        * WEEKDAYS[day.weekday()]
        * rng.choice(LUCK)
        * (0.6 + 0.6 * place / len(days))
        for place, day in enumerate(days)
    }
    chosen = _one_of_each_year(weights, rng)[:number]
    chosen += rng.choices(days, list(weights.values()), k=number - len(chosen))
    return sorted(chosen)


def _one_of_each_year(
    weights: dict[datetime.date, float], rng: random.Random
) -> list[datetime.date]:
    """No year of a small archive is empty."""
    chosen = []
    for _year, days in groupby(weights, key=lambda day: day.year):
        likely = [day for day in days if weights[day]]
        if likely:
            chosen.append(rng.choice(likely))
    return chosen


def known_to_the_month(day: datetime.date, today: datetime.date, rng: random.Random) -> bool:
    """The oldest letters came out once a month and were stamped with its end."""
    return (
        day < today - datetime.timedelta(days=365 * (YEARS - MONTHLY_UNTIL)) and rng.random() < 0.2
    )


def end_of_month(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
