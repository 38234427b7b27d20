<?php
// Median milliseconds of PHP's SoapClient: `php peer.php WSDL MESSAGE VALUE`.
if (!extension_loaded("soap")) exit(1);
[, $wsdl, $message, $value] = $argv;

class Answering extends SoapClient
{
    public string $answer = "";

    public function __doRequest($request, $location, $action, $version, $oneWay = false): ?string
    {
        return $this->answer;
    }
}

function median(callable $run): float
{
    $times = [];
    $end = microtime(true) + 1;
    while (count($times) < 5 || microtime(true) < $end) {
        $start = microtime(true);
        $run();
        $times[] = (microtime(true) - $start) * 1000;
    }
    sort($times);
    return $times[intdiv(count($times), 2)];
}

ini_set("memory_limit", "-1");
$client = new Answering($wsdl, ["cache_wsdl" => WSDL_CACHE_NONE, "exceptions" => true]);
$small = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><ListResponse xmlns="urn:bench:orders"/></s:Body></s:Envelope>';
$client->answer = file_get_contents($message);
$decode = median(fn() => $client->List([]));
$client->answer = $small;
$input = json_decode(file_get_contents($value), true);
$encode = median(fn() => $client->List($input));
echo json_encode(["decode" => $decode, "encode" => $encode]);
