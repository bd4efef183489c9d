/* Reads "DTSTART RRULE FROM TO" lines (wall times) and prints the occurrences that libical finds, a line for each. */
#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    char start[32], rule[1024], first[32], last[32];
    while (scanf("%31s %1023s %31s %31s", start, rule, first, last) == 4) {
        struct icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule);
        icalrecur_iterator *iterator = icalrecur_iterator_new(recurrence, icaltime_from_string(start));
        while (iterator) {
            struct icaltimetype time = icalrecur_iterator_next(iterator);
            if (icaltime_is_null_time(time))
                break;
            const char *text = icaltime_as_ical_string(time);
            if (strcmp(text, last) > 0)
                break;
            if (strcmp(text, first) >= 0)
                printf("%s ", text);
        }
        if (iterator)
            icalrecur_iterator_free(iterator);
        printf("\n");
    }
    return 0;
}
