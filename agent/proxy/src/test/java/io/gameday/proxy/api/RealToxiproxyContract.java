package io.gameday.proxy.api;

/// The promises are Toxiproxy's own: a real server keeps them, but for the differences that the decision record lists.
abstract class RealToxiproxyContract extends ToxiproxyContract {

    @Override
    Row.Expected expected(Row.Step step) {
        Row.Expected expected = step.real() == null ? step.ours() : step.real();
        // Its library overwrites the content type of errors.
        return expected.error()
                ? new Row.Expected(expected.status(), "text/plain; charset=utf-8", expected.body())
                : expected;
    }

    /// Every proxy carries a logger, and a build that is no release calls itself `git`.
    @Override
    String normal(String body) {
        return body.replace("\"Logger\":{},", "").replace("{\"version\": \"git\"}", "{\"version\": \"2.12.0\"}");
    }
}
