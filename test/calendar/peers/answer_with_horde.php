<?php
/*
 * Answers an invitation from standard input as Horde's webmail does, with Horde_Itip and Horde_Icalendar.
 * Arguments: ACCEPTED, TENTATIVE, DECLINED, COUNTER or REFRESH; the address that answers, and its name;
 * for COUNTER the proposed start and end (ISO 8601). Prints the calendar object, or with --message before
 * the other arguments the whole mail, which only the three answers of Horde_Itip have.
 */
error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED);
set_error_handler(function (int $level, string $words) {
    throw new ErrorException($words, 0, $level);
}, error_reporting());
spl_autoload_register(function (string $class) {
    require str_replace('_', '/', $class) . '.php';
});
// Horde writes a time with a TZID in the zone that its user has set.
date_default_timezone_set('Europe/Amsterdam');

$wholeMessage = ($argv[1] ?? '') === '--message';
[$kind, $address, $name, $start, $end] = array_slice($argv, $wholeMessage ? 2 : 1) + [null, null, null, null, null];

$request = new Horde_Icalendar();
$request->parsevCalendar(stream_get_contents(STDIN));
$event = $request->findComponent('vEvent');
if ($request->getAttribute('METHOD') !== 'REQUEST') {
    throw new InvalidArgumentException('Only a REQUEST can be answered');
}

$resource = new Horde_Itip_Resource_Base($address, $name);
$options = new Horde_Itip_Response_Options_Horde('UTF-8', []);
$types = [
    'ACCEPTED' => 'Horde_Itip_Response_Type_Accept',
    'TENTATIVE' => 'Horde_Itip_Response_Type_Tentative',
    'DECLINED' => 'Horde_Itip_Response_Type_Decline',
];

/* Horde_Itip has no COUNTER and no REFRESH: these two are put together here from Horde_Icalendar's objects. */
function emptyObject(string $method, Horde_Itip_Response_Options $options): Horde_Icalendar
{
    $calendar = new Horde_Icalendar();
    $options->prepareIcalendar($calendar);
    $calendar->setAttribute('METHOD', $method);
    return $calendar;
}

if (isset($types[$kind]) && $wholeMessage) {
    // Keeps what would go to an SMTP server, with its line ends.
    $transport = new Horde_Mail_Transport_Mock();
    $transport->sep = "\r\n";
    Horde_Itip::factory($event, $resource)->sendMultipartResponse(new $types[$kind]($resource), $options, $transport);
    [$sent] = $transport->sentMessages;
    echo $sent['header_text'], "\r\n\r\n", $sent['body'];
} elseif (isset($types[$kind])) {
    $response = Horde_Itip::prepareResponse($event, $resource);
    echo $response->getIcalendar(new $types[$kind]($resource), $options)->exportvCalendar();
} elseif ($kind === 'COUNTER' && !$wholeMessage) {
    $calendar = emptyObject('COUNTER', $options);
    $response = Horde_Itip::prepareResponse($event, $resource);
    $proposal = $response->getVevent(new Horde_Itip_Response_Type_Tentative($resource), $calendar);
    foreach (['DTSTART' => $start, 'DTEND' => $end] as $property => $time) {
        [$parameters] = $event->getAttribute($property, true);
        $proposal->setAttribute($property, (new DateTimeImmutable($time))->getTimestamp(), $parameters, false);
    }
    $calendar->addComponent($proposal);
    echo $calendar->exportvCalendar();
} elseif ($kind === 'REFRESH' && !$wholeMessage) {
    $calendar = emptyObject('REFRESH', $options);
    $asked = Horde_Icalendar::newComponent('VEVENT', $calendar);
    $asked->setAttribute('UID', $event->getAttribute('UID'));
    $asked->setAttribute('ORGANIZER', $event->getAttribute('ORGANIZER'));
    $asked->setAttribute('ATTENDEE', 'mailto:' . $address, ['CN' => $name]);
    $calendar->addComponent($asked);
    echo $calendar->exportvCalendar();
} else {
    throw new InvalidArgumentException("Horde has no answer of the kind $kind");
}
