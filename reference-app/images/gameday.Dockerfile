# The command line with the reference app and the catalog, so that an agent and all that it breaks live in one container.
# PostgreSQL refuses to run as root, and wants a user with a name; give UID your own, and what it writes into a folder
# mounted at /work is yours.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
ARG UID=1000
RUN existing=$(getent passwd "$UID" | cut -d: -f1); [ -z "$existing" ] || userdel "$existing"; \
    useradd --create-home --uid "$UID" gameday && install -d -o gameday /work
COPY lib /gameday/lib
COPY orders /gameday/orders
COPY experiments /gameday/experiments
USER gameday
WORKDIR /work
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "-Dgameday.home=/gameday", "-Dgameday.orders=/gameday/orders", \
    "-cp", "/gameday/lib/*", "io.gameday.cli.Gameday"]
CMD ["--help"]
