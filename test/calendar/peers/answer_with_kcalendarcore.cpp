/* Answers an invitation from standard input as Kontact does, with KDE's KCalendarCore.
   Arguments: ACCEPTED, TENTATIVE, DECLINED, COUNTER or REFRESH; the address that answers;
   for COUNTER the proposed start and end (ISO 8601, UTC). Prints the answer. */
#include <QFile>
#include <QTimeZone>
#include <KCalendarCore/Event>
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <cstdio>

using namespace KCalendarCore;

/* Only the one who answers stays in the event, still with RSVP. */
static bool setStatusOnMyself(const Incidence::Ptr &incidence, const QString &address, Attendee::PartStat status)
{
    const Attendee invited = incidence->attendeeByMail(address);
    if (invited.isNull())
        return false;
    Attendee myself(invited.name(), invited.email(), true, status, invited.role(), invited.uid());
    incidence->clearAttendees();
    incidence->addAttendee(myself);
    return true;
}

static QDateTime instant(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toUTC();
}

int main(int count, char **arguments)
{
    QFile input, output;
    if (count < 3 || !input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return 2;
    ICalFormat format;
    const auto calendar = MemoryCalendar::Ptr::create(QTimeZone::utc());
    const auto message = format.parseScheduleMessage(calendar, QString::fromUtf8(input.readAll()));
    const auto event = message ? message->event().dynamicCast<Event>() : Event::Ptr();
    if (!event || message->method() != iTIPRequest)
        return 1;

    const QByteArray kind(arguments[1]);
    iTIPMethod method = iTIPReply;
    Attendee::PartStat status = Attendee::NeedsAction;
    if (kind == "ACCEPTED") {
        status = Attendee::Accepted;
    } else if (kind == "TENTATIVE") {
        status = Attendee::Tentative;
    } else if (kind == "DECLINED") {
        status = Attendee::Declined;
    } else if (kind == "REFRESH") {
        method = iTIPRefresh;
    } else if (kind == "COUNTER" && count == 5) {
        method = iTIPCounter;
        event->setDtStart(instant(arguments[3]));
        event->setDtEnd(instant(arguments[4]));
    } else {
        return 2;
    }
    if (!setStatusOnMyself(event, QString::fromUtf8(arguments[2]), status))
        return 1;
    output.write(format.createScheduleMessage(event, method).toUtf8());
    return 0;
}
