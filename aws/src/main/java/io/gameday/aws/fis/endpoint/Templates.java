package io.gameday.aws.fis.endpoint;

import io.gameday.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Experiment templates, and the target accounts of each.
final class Templates {

    private static final int MOST = 500;
    private static final int MOST_ACCOUNTS = 40;
    private static final String TEMPLATE = "Experiment template";
    private static final String ACCOUNT = "Target account configuration";
    /// What an update may replace.
    private static final List<String> REPLACED = List.of("description", "stopConditions", "targets", "actions",
            "roleArn", "logConfiguration", "experimentReportConfiguration");

    private final Names names;
    private final Clock clock;
    private final Consumer<ObjectNode> check;
    private final Tokens tokens = new Tokens();
    private final Map<String, Template> all = new LinkedHashMap<>();

    /// @param body without token and tags
    private record Template(ObjectNode body, Map<String, String> tags, Instant created, Instant updated,
            Map<String, ObjectNode> accounts) {
    }

    /// @param check throws [FisError] for what is no template
    Templates(Names names, Clock clock, Consumer<ObjectNode> check) {
        this.names = names;
        this.clock = clock;
        this.check = check;
    }

    ObjectNode create(ObjectNode body) {
        String id = tokens.once(body, () -> {
            ObjectNode template = body.deepCopy();
            template.remove("clientToken");
            Map<String, String> tags = Body.tags(template);
            template.remove("tags");
            check.accept(template);
            if (all.size() == MOST) {
                throw new FisError(FisError.Kind.QUOTA, "there are " + MOST + " templates; delete some");
            }
            Instant now = clock.now();
            String made = names.template();
            all.put(made, new Template(template, tags, now, now, new TreeMap<>()));
            return made;
        });
        return get(id);
    }

    ObjectNode get(String id) {
        return wrapped("experimentTemplate", shown(id));
    }

    ObjectNode list(Page page) {
        return page.json("experimentTemplates", List.copyOf(all.keySet()), id -> id, id -> {
            ObjectNode whole = shown(id);
            return whole.retain("id", "arn", "description", "creationTime", "lastUpdateTime", "tags",
                    "experimentOptions");
        });
    }

    ObjectNode update(String id, ObjectNode body) {
        Template before = known(id);
        ObjectNode template = before.body().deepCopy();
        REPLACED.stream().filter(body::has).forEach(field -> template.set(field, body.get(field)));
        if (body.path("experimentOptions").has("emptyTargetResolutionMode")) {
            ObjectNode options = template.path("experimentOptions") instanceof ObjectNode given
                    ? given
                    : template.putObject("experimentOptions");
            options.set("emptyTargetResolutionMode", body.path("experimentOptions").get("emptyTargetResolutionMode"));
        }
        check.accept(template);
        all.put(id, new Template(template, before.tags(), before.created(), clock.now(), before.accounts()));
        return get(id);
    }

    ObjectNode delete(String id) {
        ObjectNode last = get(id);
        all.remove(id);
        return last;
    }

    /// As it was created, without tags.
    ObjectNode body(String id) {
        return known(id).body().deepCopy();
    }

    Map<String, String> tags(String id) {
        return known(id).tags();
    }

    int accounts(String id) {
        return known(id).accounts().size();
    }

    private Template known(String id) {
        Template template = all.get(id);
        if (template == null) {
            throw FisError.notFound(TEMPLATE, id);
        }
        return template;
    }

    private ObjectNode shown(String id) {
        Template template = known(id);
        ObjectNode json = template.body().deepCopy();
        json.put("id", id).put("arn", names.arn("experiment-template", id))
                .put("creationTime", Wire.seconds(template.created()))
                .put("lastUpdateTime", Wire.seconds(template.updated()))
                .put("targetAccountConfigurationsCount", template.accounts().size());
        json.set("tags", Wire.texts(template.tags()));
        ObjectNode options = json.path("experimentOptions") instanceof ObjectNode given
                ? given
                : json.putObject("experimentOptions");
        Wire.unless(options, "accountTargeting", "single-account");
        Wire.unless(options, "emptyTargetResolutionMode", "fail");
        return json;
    }

    private static ObjectNode wrapped(String name, ObjectNode inside) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set(name, inside);
        return answer;
    }

    // --- target accounts ---

    ObjectNode createAccount(String id, String account, ObjectNode body) {
        Template template = known(id);
        if (!account.matches("[0-9]{12}")) {
            throw FisError.validation("accountId is " + account + "; it is 12 digits");
        }
        if (template.accounts().containsKey(account)) {
            throw new FisError(FisError.Kind.CONFLICT, ACCOUNT + " " + account + " exists already");
        }
        if (template.accounts().size() == MOST_ACCOUNTS) {
            throw new FisError(FisError.Kind.QUOTA, "there are " + MOST_ACCOUNTS + " target accounts; delete some");
        }
        ObjectNode made = JsonNodeFactory.instance.objectNode().put("accountId", account).put("roleArn",
                Body.text(body, "roleArn"));
        if (body.has("description")) {
            made.put("description", Body.text(body, "description"));
        }
        template.accounts().put(account, made);
        return account(id, account);
    }

    ObjectNode account(String id, String account) {
        return wrapped("targetAccountConfiguration", knownAccount(id, account).deepCopy());
    }

    ObjectNode updateAccount(String id, String account, ObjectNode body) {
        ObjectNode known = knownAccount(id, account);
        for (String field : List.of("roleArn", "description")) {
            if (body.has(field)) {
                known.put(field, Body.text(body, field));
            }
        }
        return account(id, account);
    }

    ObjectNode deleteAccount(String id, String account) {
        ObjectNode last = account(id, account);
        known(id).accounts().remove(account);
        return last;
    }

    ObjectNode listAccounts(String id, Page page) {
        return page.json("targetAccountConfigurations", new ArrayList<>(known(id).accounts().keySet()), a -> a,
                account -> knownAccount(id, account).deepCopy());
    }

    private ObjectNode knownAccount(String id, String account) {
        ObjectNode known = known(id).accounts().get(account);
        if (known == null) {
            throw FisError.notFound(ACCOUNT, account + " of experiment template " + id);
        }
        return known;
    }
}
