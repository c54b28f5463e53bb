package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.airtable.base.RecordWriter.Mode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Function;

/** Which path is which operation. */
public final class AirtableRoutes {
    private static final String DATA = "/v0/:base/:table";
    private static final String HOOKS = "/v0/bases/:base/webhooks";
    private static final String META = "/v0/meta/bases/:base";

    private final CallHandler calls;
    private final Router router;

    private AirtableRoutes(Router router, CallHandler calls) {
        this.router = router;
        this.calls = calls;
    }

    /** Serves the API on a router. */
    static void mount(Router router, CallHandler calls, Endpoints endpoints) {
        router.route("/v0/*")
                .handler(BodyHandler.create(false).setBodyLimit(CallHandler.MAX_BODY))
                .failureHandler(calls::unread);
        AirtableRoutes routes = new AirtableRoutes(router, calls);
        routes.meta(endpoints.meta());
        routes.webhooks(endpoints.webhooks());
        routes.comments(endpoints.comments());
        routes.route(
                HttpMethod.POST, "/v0/:base/:record/:field/uploadAttachment", "upload", endpoints.upload()::upload);
        routes.records(endpoints);
        router.get(AttachmentLinks.PATH + ":expires/:signature/:id/:name").handler(endpoints.attachments()::serve);
        router.route("/v0/*").handler(calls::noRoute);
    }

    private void meta(MetaEndpoints meta) {
        metaRoute(HttpMethod.GET, "/v0/meta/whoami", "whoami", request -> meta.whoami());
        metaRoute(HttpMethod.GET, "/v0/meta/bases", "bases", meta::bases);
        metaRoute(HttpMethod.GET, META, "collaborators", meta::collaborators);
        metaRoute(HttpMethod.GET, META + "/tables", "schema", meta::schema);
        metaRoute(HttpMethod.POST, META + "/tables", "createTable", meta::createTable);
        metaRoute(HttpMethod.PATCH, META + "/tables/:table", "updateTable", meta::updateTable);
        metaRoute(HttpMethod.POST, META + "/tables/:table/fields", "createField", meta::createField);
        metaRoute(HttpMethod.PATCH, META + "/tables/:table/fields/:field", "updateField", meta::updateField);
        router.route("/v0/meta/*").handler(calls::noRoute);
    }

    private void webhooks(WebhookEndpoints webhooks) {
        String hook = HOOKS + "/:webhook";
        route(HttpMethod.GET, HOOKS, "webhooks", webhooks::list);
        route(HttpMethod.POST, HOOKS, "createWebhook", webhooks::create);
        route(HttpMethod.DELETE, hook, "deleteWebhook", webhooks::delete);
        route(HttpMethod.POST, hook + "/refresh", "refreshWebhook", webhooks::refresh);
        route(HttpMethod.POST, hook + "/enableNotifications", "enableNotifications", webhooks::enable);
        route(HttpMethod.GET, hook + "/payloads", "payloads", webhooks::payloads);
    }

    private void comments(CommentEndpoints comments) {
        String list = DATA + "/:record/comments";
        route(HttpMethod.GET, list, "comments", comments::list);
        route(HttpMethod.POST, list, "createComment", comments::create);
        route(HttpMethod.PATCH, list + "/:comment", "updateComment", comments::update);
        route(HttpMethod.DELETE, list + "/:comment", "deleteComment", comments::delete);
    }

    private void records(Endpoints endpoints) {
        ReadEndpoints read = endpoints.read();
        WriteEndpoints write = endpoints.write();
        route(HttpMethod.GET, DATA, "list", read::list);
        route(HttpMethod.POST, DATA + "/listRecords", "list", read::list);
        route(HttpMethod.POST, DATA, "create", write::create);
        route(HttpMethod.PATCH, DATA, "update", request -> write.updateSeveral(request, Mode.PATCH));
        route(HttpMethod.PUT, DATA, "update", request -> write.updateSeveral(request, Mode.PUT));
        route(HttpMethod.DELETE, DATA, "delete", write::deleteSeveral);
        route(HttpMethod.GET, DATA + "/:record", "get", read::get);
        route(HttpMethod.PATCH, DATA + "/:record", "update", request -> write.update(request, Mode.PATCH));
        route(HttpMethod.PUT, DATA + "/:record", "update", request -> write.update(request, Mode.PUT));
        route(HttpMethod.DELETE, DATA + "/:record", "delete", write::delete);
    }

    private void route(HttpMethod method, String path, String name, Function<ApiRequest, Answer> endpoint) {
        Operation operation = new Operation(name, false, endpoint);
        router.route(method, path).handler(context -> calls.handle(context, operation));
    }

    private void metaRoute(HttpMethod method, String path, String name, Function<ApiRequest, Answer> endpoint) {
        Operation operation = new Operation(name, true, endpoint);
        router.route(method, path).handler(context -> calls.handle(context, operation));
    }
}
