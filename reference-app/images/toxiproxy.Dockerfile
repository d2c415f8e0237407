# A Toxiproxy server, from a static binary built by `go install github.com/Shopify/toxiproxy/v2/cmd/server`.
FROM scratch
COPY server /toxiproxy
EXPOSE 8474
ENTRYPOINT ["/toxiproxy"]
CMD ["-host", "0.0.0.0"]
