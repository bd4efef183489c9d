/* Reads a calendar object from standard input with libical, checks it against the rules of iTIP
   (RFC 5546) that libical knows, and prints what it understood, one "name value" on a line. */
#include <libical/ical.h>
#include <stdio.h>

static char text[512 * 1024];

static long long instant(struct icaltimetype time)
{
    return (long long)icaltime_as_timet_with_zone(time, time.zone);
}

int main(void)
{
    size_t length = fread(text, 1, sizeof text - 1, stdin);
    text[length] = '\0';
    icalcomponent *calendar = icalparser_parse_string(text);
    icalcomponent *event = calendar ? icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT) : NULL;
    if (!event)
        return 1;

    int obeys = icalrestriction_check(calendar);
    printf("restrictions %d\n", obeys);
    printf("faults %d\n", icalcomponent_count_errors(calendar));
    printf("method %s\n", icalproperty_method_to_string(icalcomponent_get_method(calendar)));
    printf("uid %s\n", icalcomponent_get_uid(event));
    printf("sequence %d\n", icalcomponent_get_sequence(event));
    printf("status %s\n", icalproperty_status_to_string(icalcomponent_get_status(event)));
    printf("start %lld\n", instant(icalcomponent_get_dtstart(event)));
    printf("end %lld\n", instant(icalcomponent_get_dtend(event)));
    for (icalproperty *person = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY); person;
         person = icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY))
        printf("attendee %s\n", icalproperty_get_attendee(person));
    return 0;
}
