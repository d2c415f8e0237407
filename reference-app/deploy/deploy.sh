#!/usr/bin/env bash
# Puts the reference app on Amazon ECS (Fargate) into an AWS account, and takes it away again. See docs/aws.md.
#
# Usage: reference-app/deploy/deploy.sh plan|up|down [OPTIONS]
#   plan   says what would be created, which of it is there, and how it is billed; changes nothing
#   up     creates or updates everything, after asking; a second time it changes only what differs
#   down   removes everything, after asking, log groups and images included; --cells is not needed
# Options:
#   --region REGION     the Region; otherwise as the AWS CLI is set up
#   --cells N           1 to 5 cells; 2 unless given
#   --system NAME       begins every name; gameday unless given
#   --clients CIDR      up: who may send orders, such as 203.0.113.7/32
#   --email ADDRESS     up: who is told of alarms and of money
#   --budget USD        up: a month, for the whole account; it tells, and stops nothing
#   --zone ZONE         the zone that experiments break; the first of the Region unless given
#   --hosted-zone ID --domain NAME   names in Route 53 as well, such as orders.example.org
#   --yes               do not ask
# Environment: GAMEDAY_ORDERS  folder with orders.jar and lib; reference-app/orders/target/orders unless set
#              BASE            image with a Java 25 and bash; eclipse-temurin:25-jre unless set
set -euo pipefail
shopt -s inherit_errexit

here=$(cd "$(dirname "$0")" && pwd)
orders=${GAMEDAY_ORDERS:-$here/../orders/target/orders}
system=gameday cells=2 region='' clients='' email='' budget='' zone='' hosted_zone='' domain='' yes=''

fail() {
    echo "deploy.sh: $1" >&2
    exit "${2:-1}"
}

usage() {
    sed -n '2,/^set -/{/^set -/d;s/^# \{0,1\}//;p}' "$0"
}

verb=${1:-}
case $verb in
    plan | up | down) shift ;;
    -h | --help) usage; exit 0 ;;
    '') usage >&2; exit 2 ;;
    *) fail "'$verb' is no command; allowed: plan, up, down" 2 ;;
esac
while [ $# -gt 0 ]; do
    case $1 in
        --yes) yes=1; shift; continue ;;
        --region | --cells | --system | --clients | --email | --budget | --zone | --hosted-zone | --domain) ;;
        *) fail "'$1' is no option; see: deploy.sh --help" 2 ;;
    esac
    [ $# -ge 2 ] || fail "$1 needs a value" 2
    case $1 in
        --region) region=$2 ;;
        --cells) cells=$2 ;;
        --system) system=$2 ;;
        --clients) clients=$2 ;;
        --email) email=$2 ;;
        --budget) budget=$2 ;;
        --zone) zone=$2 ;;
        --hosted-zone) hosted_zone=$2 ;;
        --domain) domain=$2 ;;
    esac
    shift 2
done
[[ $cells =~ ^[1-5]$ ]] || fail "--cells is '$cells'; allowed: 1 to 5" 2
[[ $system =~ ^[a-z][a-z0-9-]{1,11}$ ]] || fail "--system is '$system'; allowed: 2 to 12 of a-z 0-9 -, beginning with a letter" 2
if [ -n "$hosted_zone" ] && [ -z "$domain" ] || [ -z "$hosted_zone" ] && [ -n "$domain" ]; then
    fail "--hosted-zone and --domain go together" 2
fi
if [ "$verb" = up ]; then
    missing=''
    [ -n "$clients" ] || missing+=' --clients'
    [ -n "$email" ] || missing+=' --email'
    [ -n "$budget" ] || missing+=' --budget'
    [ -z "$missing" ] || fail "up needs$missing; there is no default that would be right for you" 2
fi

command -v aws >/dev/null || fail "there is no AWS CLI on the path; see https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
[ -n "$region" ] || region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}
[ -n "$region" ] || fail "no Region; give --region, set AWS_REGION, or run: aws configure set region REGION"
export AWS_REGION=$region AWS_DEFAULT_REGION=$region AWS_PAGER=''
identity=$(aws sts get-caller-identity --query '[Account,Arn]' --output text 2>&1) ||
    fail "the AWS CLI has no credentials that hold: $(tail -n 1 <<<"$identity"); see: aws configure, or aws sso login"
read -r account who <<<"$identity"

cell_names() {
    local n
    for n in $(seq 1 "$cells"); do printf 'cell-%d\n' "$n"; done
}

# In the order in which they are created.
stacks() {
    local cell
    echo "$system-image"
    echo "$system-network"
    for cell in $(cell_names); do
        echo "$system-$cell"
        echo "$system-$cell-alarms"
        [ -z "$domain" ] || echo "$system-$cell-route"
    done
    echo "$system-gameday"
    for cell in $(cell_names); do echo "$system-$cell-experiments"; done
}

status() {
    aws cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' --output text 2>/dev/null ||
        echo 'not there'
}

output() {
    aws cloudformation describe-stacks --stack-name "$1" --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" \
        --output text
}

say_what_is_billed() {
    cat <<EOF
What is billed while it is there, used or not (there are no prices here: they differ by Region and change):
  $((cells * 6)) Fargate tasks of 0.5 vCPU and 1 GiB        by second, for vCPU and memory
  3 NAT gateways with an address each       by hour, and by GB through them
  $cells load balancer(s)                       by hour, and by what they carry
  $cells PostgreSQL, Multi-AZ, 20 GB            by hour and by GB; a standby counts as another one
  public IPv4 addresses                     by hour: 3 of the NAT gateways, 3 of each load balancer
  $((cells * 16)) CloudWatch alarms                     by month, by each metric that they read; $((cells * 4)) of them composite
  Container Insights, logs                  by metric, by GB taken in and by GB kept
  $cells secret(s), images, traffic of zones    by month, by GB, by GB between zones
EOF
    [ -z "$domain" ] || echo "  $cells health check(s) of Route 53, queries    by month, by million"
    cat <<EOF
What is billed by use: experiments of FIS, by action-minute.
Prices: https://aws.amazon.com/pricing/ (fargate, vpc, elasticloadbalancing, rds/postgresql, cloudwatch, fis, route53);
for a sum: https://calculator.aws/
EOF
}

confirm() {
    [ -z "$yes" ] || return 0
    [ -t 0 ] || fail "nobody is there to be asked; give --yes if that is meant"
    local answer
    read -r -p "$1 Type the name of the system ($system) to go on: " answer
    [ "$answer" = "$system" ] || fail "nothing was changed"
}

deploy() {
    local stack=$1 template=$2
    shift 2
    echo "== $stack"
    # A first attempt that failed leaves a stack that can only be removed.
    if [ "$(status "$stack")" = ROLLBACK_COMPLETE ]; then
        aws cloudformation delete-stack --stack-name "$stack"
        aws cloudformation wait stack-delete-complete --stack-name "$stack"
    fi
    aws cloudformation deploy --stack-name "$stack" --template-file "$here/$template" --capabilities CAPABILITY_NAMED_IAM \
        --no-fail-on-empty-changeset --tags "gameday:system=$system" --parameter-overrides "System=$system" "$@" ||
        fail "$stack was not created or changed; why: aws cloudformation describe-stack-events --region $region --stack-name $stack"
}

# The tag is the sum of what goes in, so what is there already is neither built nor pushed again.
push_image() {
    local repository tag context digest
    repository=$(aws ecr describe-repositories --repository-names "$system-orders" \
        --query 'repositories[0].repositoryUri' --output text)
    tag=$( (cd "$orders" && find . -type f ! -name '*.aot' | sort | xargs sha256sum; cat "$here/../images/orders.Dockerfile"; echo "${BASE:-}") |
        sha256sum | cut -c1-16)
    if ! aws ecr describe-images --repository-name "$system-orders" --image-ids "imageTag=$tag" >/dev/null 2>&1; then
        echo "== image $repository:$tag" >&2
        context=$(mktemp -d)
        # Of the subshell in which this runs; the variable is gone by then.
        # shellcheck disable=SC2064
        trap "rm -rf '$context'" EXIT
        cp -rL "$orders" "$context/orders"
        docker build --platform linux/amd64 --build-arg "BASE=${BASE:-eclipse-temurin:25-jre}" -t "$repository:$tag" \
            -f "$here/../images/orders.Dockerfile" "$context" >&2
        aws ecr get-login-password | docker login --username AWS --password-stdin "${repository%%/*}" >&2
        docker push "$repository:$tag" >&2
    fi
    digest=$(aws ecr describe-images --repository-name "$system-orders" --image-ids "imageTag=$tag" \
        --query 'imageDetails[0].imageDigest' --output text)
    echo "$repository@$digest"
}

up() {
    local cell image
    [ -r "$orders/orders.jar" ] || fail "there is no $orders/orders.jar; build it with: mvn -pl reference-app/orders -am package"
    command -v docker >/dev/null || fail "there is no docker on the path, which builds the image of the orders service"
    docker info >/dev/null 2>&1 || fail "docker is there but its daemon does not answer; start it, or see: docker info"
    plan
    confirm "This costs money from the first minute, until you run: deploy.sh down --region $region --system $system."
    deploy "$system-image" image.yaml
    image=$(push_image)
    deploy "$system-network" network.yaml
    [ -n "$zone" ] || zone=$(output "$system-network" Zone1)
    for cell in $(cell_names); do
        deploy "$system-$cell" cell.yaml "Cell=$cell" "Image=$image" "Clients=$clients" "Email=$email"
        deploy "$system-$cell-alarms" alarms.yaml "Cell=$cell"
        [ -z "$domain" ] ||
            deploy "$system-$cell-route" route.yaml "Cell=$cell" "HostedZoneId=$hosted_zone" "Domain=$domain"
    done
    deploy "$system-gameday" gameday.yaml "Cells=$cells" "Zone=$zone" "BudgetLimit=$budget" "Email=$email"
    for cell in $(cell_names); do deploy "$system-$cell-experiments" experiments.yaml "Cell=$cell" "Zone=$zone"; done
    echo
    for cell in $(cell_names); do echo "$cell  http://$(output "$system-$cell" Address)/canary"; done
    echo "AWS has sent $email a mail for each cell: until its link is opened, no alarm is told."
}

plan() {
    local stack
    echo "account $account, Region $region, as $who"
    for stack in $(stacks); do printf '  %-34s %s\n' "$stack" "$(status "$stack")"; done
    say_what_is_billed
}

# All of this system by its tag, whatever --cells says now, and what depends on others before those.
stacks_there() {
    local all kind
    all=$(aws cloudformation describe-stacks \
        --query "Stacks[?Tags[?Key=='gameday:system' && Value=='$system']].StackName" --output text | tr '\t' '\n')
    for kind in "^$system-cell-[0-9]+-experiments\$" "^$system-gameday\$" "^$system-cell-[0-9]+-(alarms|route)\$" \
        "^$system-cell-[0-9]+\$" "^$system-network\$" "^$system-image\$"; do
        grep -E "$kind" <<<"$all" || true
    done
}

# A sidecar that was killed could not sign its task off. Known by the role that only this system's sidecars have.
sign_off_what_is_lost() {
    local cell=$1 instance
    for instance in $(aws ssm describe-instance-information --filters "Key=IamRole,Values=$cell-$region-managed" \
        --query 'InstanceInformationList[].InstanceId' --output text); do
        aws ssm deregister-managed-instance --instance-id "$instance"
    done
}

down() {
    local stack there group
    there=$(stacks_there)
    echo "account $account, Region $region, as $who"
    if [ -z "$there" ]; then
        echo "no stack of '$system' is there"
    else
        # shellcheck disable=SC2086
        printf '  %s\n' $there
        confirm "All of these go, with the databases and every image and log of them."
    fi
    for stack in $there; do
        echo "== $stack goes"
        aws cloudformation delete-stack --stack-name "$stack"
        aws cloudformation wait stack-delete-complete --stack-name "$stack" ||
            fail "$stack was not removed; why: aws cloudformation describe-stack-events --region $region --stack-name $stack"
        if [[ $stack =~ -cell-[0-9]+$ ]]; then sign_off_what_is_lost "$stack"; fi
    done
    # Container Insights and late lines of ending tasks make log groups that no stack knows of.
    for group in $(aws logs describe-log-groups --log-group-name-prefix "/aws/ecs/containerinsights/$system-cell-" \
        --query 'logGroups[].logGroupName' --output text) $(aws logs describe-log-groups \
        --log-group-name-prefix "/$system/" --query 'logGroups[].logGroupName' --output text); do
        echo "== log group $group goes"
        aws logs delete-log-group --log-group-name "$group"
    done
    echo "Gone. ECS keeps the names of inactive task definitions, which cost nothing."
}

"$verb"
