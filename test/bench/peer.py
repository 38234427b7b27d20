# Median milliseconds of zeep: `python3 peer.py WSDL MESSAGE VALUE`.
import json
import statistics
import sys
import time

import zeep
from lxml import etree

_, wsdl, message, value = sys.argv
client = zeep.Client(wsdl)
operation = client.service._binding._operations["List"]
with open(message, "rb") as file:
    text = file.read()
with open(value) as file:
    orders = json.load(file)["Order"]


def median(run):
    times = []
    end = time.perf_counter() + 1
    while len(times) < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


decode = median(lambda: operation.process_reply(etree.fromstring(text)))
encode = median(
    lambda: etree.tostring(client.create_message(client.service, "List", Order=orders))
)
print(json.dumps({"decode": decode, "encode": encode}))
