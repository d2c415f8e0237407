package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import io.gameday.proxy.Proxies;
import io.gameday.proxy.Proxy;
import io.gameday.proxy.Traffic;
import java.util.function.ToLongFunction;

/// What has gone through the proxies, for Prometheus, in Toxiproxy's series: counted when a connection ends.
final class Metrics {

    private final Proxies proxies;

    Metrics(Proxies proxies) {
        this.proxies = proxies;
    }

    HttpAnswer show(Call call) {
        return Replies.text(200, "text/plain; version=0.0.4; charset=utf-8",
                series("received", Traffic::received) + series("sent", Traffic::sent));
    }

    private String series(String what, ToLongFunction<Traffic> bytes) {
        String name = "toxiproxy_proxy_" + what + "_bytes_total";
        StringBuilder samples = new StringBuilder();
        for (Proxy proxy : proxies.all()) {
            for (Traffic traffic : proxy.traffic()) {
                samples.append(name).append("{direction=\"").append(traffic.direction().text()).append("\",listener=\"")
                        .append(escaped(traffic.listen())).append("\",proxy=\"").append(escaped(proxy.name()))
                        .append("\",upstream=\"").append(escaped(traffic.upstream())).append("\"} ")
                        .append(bytes.applyAsLong(traffic)).append('\n');
            }
        }
        return samples.isEmpty() ? "" : "# HELP " + name + " \n# TYPE " + name + " counter\n" + samples;
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
