# Makes agreed.csv: dates over the holidays of Spain and Colombia as Python's `holidays` has them, counted by
# `numpy.busday_offset`. Run by hand when a pack's days change: pip install holidays numpy; python3 agreed.py
import csv
import datetime
import random

import holidays
import numpy

random.seed(2026)
PLACES = [("es", "ES", None), ("es", "ES", "MD"), ("es", "ES", "CT"), ("es", "ES", "VC"), ("co", "CO", None)]
WEEKS = {"rests": "1111100", "works": "1111110"}
YEARS = range(2025, 2029)

with open("agreed.csv", "w", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(["pack", "region", "saturday", "start", "days", "result"])
    for number in range(260):
        pack, country, region = PLACES[number % len(PLACES)]
        saturday = random.choice(["rests", "works"])
        days = [*holidays.country_holidays(country, subdiv=region, years=YEARS)]
        # What a region keeps in place of a Sunday's holiday it says each year anew: no pack can compute it.
        if region:
            named = holidays.country_holidays(country, subdiv=region, years=YEARS, language="en_US")
            days = [day for day in days if not named[day].startswith("Monday following")]
        if region == "MD":
            days = [day for day in days if "Saint Joseph" not in named[day]]
        start = datetime.date(2026, 1, 1) + datetime.timedelta(days=random.randrange(730))
        count = random.choice([0, 1, 2, 3, 5, 10, 15, 20, 30, -1, -3, -10])
        roll = "forward" if count <= 0 else "backward"
        result = numpy.busday_offset(start, count, roll=roll, weekmask=WEEKS[saturday], holidays=days)
        rows.writerow([pack, region or "", saturday, start, count, result])
