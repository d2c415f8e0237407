package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import io.gameday.proxy.Proxies;

/// What has gone through the proxies, for Prometheus, in Toxiproxy's series.
final class Metrics {

    private final Proxies proxies;

    Metrics(Proxies proxies) {
        this.proxies = proxies;
    }

    HttpAnswer show(Call call) {
        return Replies.text(200, "text/plain; version=0.0.4; charset=utf-8", "");
    }
}
