# One task of the orders service. What it needs to know comes by environment, as the host would give it. Run it with
# standard input open (docker run -i): a task ends when that closes. It listens at loopback only, so whoever wants to
# speak to it joins its network namespace (docker run --network container:NAME). With GAMEDAY_ON_ITS_OWN=1 neither holds,
# as on Amazon ECS (reference-app/deploy).
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
COPY orders /gameday/orders
ENTRYPOINT ["java", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "/gameday/orders/orders.jar"]
