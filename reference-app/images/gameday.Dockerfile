# The command line with the reference app, so that an agent and all that it breaks live in one container. PostgreSQL
# refuses to run as root, and wants a user with a name.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
RUN useradd --create-home gameday
COPY lib /gameday/lib
COPY orders /gameday/orders
USER gameday
WORKDIR /home/gameday
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "-Dgameday.home=/gameday", "-Dgameday.orders=/gameday/orders", \
    "-cp", "/gameday/lib/*", "io.gameday.cli.Gameday"]
