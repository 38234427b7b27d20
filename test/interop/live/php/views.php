<?php
// How PHP sees what it got, in the words of the scenario table.

class Circle {}
class Square {}

function asList($value): array
{
    return is_array($value) ? $value : [$value];
}

function bigEndian(string $format, float $number): string
{
    // PHP's NaN may have the sign bit set; all NaNs are one value.
    if (is_nan($number)) return $format === 'G' ? '7fc00000' : '7ff8000000000000';
    return bin2hex(pack($format, $number));
}

/** In UTC, with as many digits as there are. */
function instant(string $text): string
{
    $time = (new DateTimeImmutable($text))->setTimezone(new DateTimeZone('UTC'));
    $fraction = rtrim($time->format('u'), '0');
    return $time->format('Y-m-d\TH:i:s') . ($fraction === '' ? '' : ".$fraction") . 'Z';
}

function viewScalars($value): array
{
    $lines = [];
    foreach (get_object_vars($value) as $name => $member) {
        $text = match ($name) {
            'flag' => $member ? 'true' : 'false',
            'single' => bigEndian('G', $member),
            'double' => bigEndian('E', $member),
            'instant' => instant($member),
            'base64', 'hex' => bin2hex($member),
            default => (string) $member,
        };
        $lines[] = "$name=$text";
    }
    return $lines;
}

function viewPerson($person, string $prefix = ''): array
{
    $line = fn(string $name, $print = 'strval') => $prefix . $name . '=' . (property_exists($person, $name)
        ? ($person->$name === null ? 'nil' : $print($person->$name))
        : 'absent');
    $lines = [
        $line('id'),
        $line('active', fn($flag) => $flag ? 'true' : 'false'),
        $line('name'), $line('nick'), $line('email'), $line('age'), $line('color'),
    ];
    foreach (asList($person->likes ?? []) as $index => $color) $lines[] = "{$prefix}likes[$index]=$color";
    if (isset($person->home)) {
        $lines[] = "{$prefix}home.street={$person->home->street}";
        $lines[] = "{$prefix}home.city=" . ($person->home->city ?? 'absent');
    } else {
        $lines[] = "{$prefix}home=absent";
    }
    $lines[] = $line('credit', fn($credit) => $credit->_ . ' ' . ($credit->currency ?? 'absent'));
    foreach (asList($person->friends ?? []) as $index => $friend) {
        $lines = array_merge($lines, viewPerson($friend, "{$prefix}friends[$index]."));
    }
    return $lines;
}

function viewShape($shape): string
{
    return $shape instanceof Circle
        ? "Circle=$shape->label $shape->radius"
        : "Square=$shape->label $shape->side";
}

/** ext/soap writes xsi:type only for values that name their type. */
function typedShape($shape): SoapVar
{
    return new SoapVar($shape, SOAP_ENC_OBJECT, get_class($shape), 'urn:example:interop');
}

function viewText(string $text): string
{
    $characters = preg_match_all('/./us', $text);
    return "text=$characters " . strlen($text) . ' ' . hash('adler32', $text);
}
