"""Reads "DTSTART RRULE FROM TO" lines (wall times) and prints the occurrences that dateutil finds, a line for each."""

import sys
from datetime import datetime

from dateutil.rrule import rrulestr

for line in sys.stdin:
    start, rule, first, last = line.split()
    wall = [datetime.strptime(text, "%Y%m%dT%H%M%S") for text in (start, first, last)]
    try:
        # With an end, or it would look for what never comes until the year 9999.
        dates = rrulestr(rule, dtstart=wall[0]).replace(until=wall[2])
        found = dates.between(wall[1], wall[2], inc=True)
    except ValueError as error:
        # It refuses a rule that never matches.
        if "empty set" not in str(error):
            raise
        found = []
    print(" ".join(time.strftime("%Y%m%dT%H%M%S") for time in found))
