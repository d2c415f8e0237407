package io.gameday.aws.fis.endpoint;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Answers the operations of FIS. On one thread: put it behind an [io.gameday.http.OnLoop].
public final class FisApi implements Handler {

    private static final String TAGS = "/tags/";

    private final Templates templates;
    private final Experiments experiments;
    private final SafetyLever lever;
    private final Tags tags;
    private final Catalog catalog;

    /// The actions and resource types that there are.
    public interface Catalog {

        /// @throws FisError when there is none of this id
        ObjectNode action(String id);

        List<ObjectNode> actions();

        /// @throws FisError when there is none of this name
        ObjectNode resourceType(String name);

        List<ObjectNode> resourceTypes();
    }

    /// @param check throws [FisError] for what is no template
    public FisApi(Names names, Clock clock, Consumer<ObjectNode> check, Catalog catalog, Stage stage) {
        templates = new Templates(names, clock, check);
        experiments = new Experiments(names, clock, templates, stage);
        lever = new SafetyLever(names, experiments);
        tags = new Tags(names, templates, experiments);
        this.catalog = catalog;
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        HttpAnswer answer;
        try {
            answer = HttpAnswer.json(200, answer(request).toString());
        } catch (FisError refused) {
            answer = refused.answer();
        }
        reply.accept(answer);
    }

    private ObjectNode answer(HttpRequest request) {
        if (request.path().startsWith(TAGS)) {
            return tags(request, request.path().substring(TAGS.length()));
        }
        List<String> path = List.of(request.path().substring(1).split("/"));
        return switch (path.getFirst()) {
            case "experimentTemplates" -> templates(request, path);
            case "experiments" -> experiments(request, path);
            case "actions", "targetResourceTypes" -> catalog(request, path);
            case "safetyLevers" -> lever(request, path);
            default -> throw unknown(request);
        };
    }

    private ObjectNode templates(HttpRequest request, List<String> path) {
        if (path.size() == 1) {
            return switch (request.method()) {
                case "POST" -> templates.create(Body.of(request));
                case "GET" -> templates.list(Page.of(request));
                default -> throw unknown(request);
            };
        }
        String id = path.get(1);
        if (path.size() == 2) {
            return switch (request.method()) {
                case "GET" -> templates.get(id);
                case "PATCH" -> templates.update(id, Body.of(request));
                case "DELETE" -> templates.delete(id);
                default -> throw unknown(request);
            };
        }
        if (!path.get(2).equals("targetAccountConfigurations") || path.size() > 4) {
            throw unknown(request);
        }
        if (path.size() == 3) {
            return get(request, () -> templates.listAccounts(id, Page.of(request)));
        }
        String account = path.get(3);
        return switch (request.method()) {
            case "POST" -> templates.createAccount(id, account, Body.of(request));
            case "GET" -> templates.account(id, account);
            case "PATCH" -> templates.updateAccount(id, account, Body.of(request));
            case "DELETE" -> templates.deleteAccount(id, account);
            default -> throw unknown(request);
        };
    }

    private ObjectNode experiments(HttpRequest request, List<String> path) {
        if (path.size() == 1) {
            return switch (request.method()) {
                case "POST" -> experiments.start(Body.of(request));
                case "GET" -> experiments.list(request);
                default -> throw unknown(request);
            };
        }
        String id = path.get(1);
        if (path.size() == 2) {
            return switch (request.method()) {
                case "GET" -> experiments.get(id);
                case "DELETE" -> experiments.stop(id);
                default -> throw unknown(request);
            };
        }
        return switch (path.get(2) + " " + path.size()) {
            case "resolvedTargets 3" -> get(request, () -> experiments.resolved(id, request));
            case "targetAccountConfigurations 3" -> get(request, () -> experiments.accounts(id, request));
            case "targetAccountConfigurations 4" -> get(request, () -> experiments.account(id, path.get(3)));
            default -> throw unknown(request);
        };
    }

    private ObjectNode catalog(HttpRequest request, List<String> path) {
        boolean actions = path.getFirst().equals("actions");
        return get(request, () -> switch (path.size()) {
            case 1 -> actions
                    ? Page.of(request).json("actions", catalog.actions(), a -> a.path("id").asString(), a -> a)
                    : Page.of(request).json("targetResourceTypes", catalog.resourceTypes(),
                            t -> t.path("resourceType").asString(), t -> t);
            case 2 -> actions ? catalog.action(path.get(1)) : catalog.resourceType(path.get(1));
            default -> throw unknown(request);
        });
    }

    private ObjectNode lever(HttpRequest request, List<String> path) {
        if (path.size() == 2) {
            return get(request, () -> lever.get(path.get(1)));
        }
        if (path.size() == 3 && path.get(2).equals("state") && request.method().equals("PATCH")) {
            return lever.update(path.get(1), Body.of(request));
        }
        throw unknown(request);
    }

    private ObjectNode tags(HttpRequest request, String arn) {
        return switch (request.method()) {
            case "GET" -> tags.list(arn);
            case "POST" -> tags.add(arn, Body.of(request));
            case "DELETE" -> tags.remove(arn, request.all("tagKeys"));
            default -> throw unknown(request);
        };
    }

    private static ObjectNode get(HttpRequest request, java.util.function.Supplier<ObjectNode> answer) {
        if (!request.method().equals("GET")) {
            throw unknown(request);
        }
        return answer.get();
    }

    private static FisError unknown(HttpRequest request) {
        return new FisError(FisError.Kind.UNKNOWN_OPERATION,
                request.method() + " " + request.path() + " is no operation of FIS");
    }
}
