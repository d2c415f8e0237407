#!/usr/bin/env bash
# Builds the images of the container tests and of CI, with the engine of this machine and nothing from a registry but BASE:
#
#   local/orders:test        one task of the orders service
#   local/gameday:test       the command line with the reference app and the catalog, as the user who builds it
#   local/toxiproxy:2.12.0   a Toxiproxy, where its server is here as a static binary
#
# Usage: reference-app/images/build.sh [BASE [TOXIPROXY-SERVER]]
#   BASE              an image with a Java 25 on its PATH; eclipse-temurin:25-jre unless given
#   TOXIPROXY-SERVER  made by: CGO_ENABLED=0 go install github.com/Shopify/toxiproxy/v2/cmd/server@v2.12.0
# Environment: GAMEDAY_ORDERS  folder with orders.jar and lib; reference-app/orders/target/orders unless set
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
base=${1:-eclipse-temurin:25-jre}
toxiproxy=${2:-${GAMEDAY_TOXIPROXY_SERVER:-}}
orders=${GAMEDAY_ORDERS:-$here/../orders/target/orders}
cli=$here/../../cli/target

if [ ! -r "$orders/orders.jar" ]; then
    echo "build.sh: there is no $orders/orders.jar; build it with: mvn -pl reference-app/orders -am package" >&2
    exit 1
fi
if [ ! -d "$cli/lib" ]; then
    echo "build.sh: there is no $cli/lib; build it with: mvn -pl cli -am package" >&2
    exit 1
fi
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT

cp -rL "$orders" "$context/orders"
docker build --build-arg "BASE=$base" -t local/orders:test -f "$here/orders.Dockerfile" "$context"

cp -rL "$cli/lib" "$context/lib"
cp "$cli"/gameday-cli-*.jar "$context/lib/"
mkdir "$context/experiments"
cp -r "$here/../../experiments/catalog" "$context/experiments/"
uid=$(id -u)
[ "$uid" -ne 0 ] || uid=1000
docker build --build-arg "BASE=$base" --build-arg "UID=$uid" -t local/gameday:test -f "$here/gameday.Dockerfile" "$context"

if [ -n "$toxiproxy" ]; then
    cp "$toxiproxy" "$context/server"
    docker build -t local/toxiproxy:2.12.0 -f "$here/toxiproxy.Dockerfile" "$context"
else
    echo "build.sh: no Toxiproxy server was named, so local/toxiproxy:2.12.0 was not built" >&2
fi
