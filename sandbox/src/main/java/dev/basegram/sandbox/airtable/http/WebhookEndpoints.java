package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.hooks.Webhooks;
import java.util.function.Function;

/** airtable.com/developers/web/api/list-webhooks and its neighbours. */
final class WebhookEndpoints {
    private final LiveBase live;
    private final Webhooks webhooks;

    WebhookEndpoints(LiveBase live, Webhooks webhooks) {
        this.live = live;
        this.webhooks = webhooks;
    }

    private Answer within(ApiRequest request, Function<Base, ObjectNode> work) {
        request.token().mayWrite();
        return live.read(served -> Answer.ok(work.apply(request.base(served))));
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    Answer create(ApiRequest request) {
        return within(request, base -> webhooks.create(base, request.body()));
    }

    Answer list(ApiRequest request) {
        return within(request, base -> webhooks.list());
    }

    Answer delete(ApiRequest request) {
        return within(request, base -> {
            webhooks.delete(request.param("webhook"));
            return nothing();
        });
    }

    Answer refresh(ApiRequest request) {
        return within(request, base -> webhooks.refresh(request.param("webhook")));
    }

    Answer enable(ApiRequest request) {
        return within(request, base -> {
            webhooks.enable(request.param("webhook"), request.body().path("enable"));
            return nothing();
        });
    }

    Answer payloads(ApiRequest request) {
        return within(
                request,
                base -> webhooks.payloads(
                        request.param("webhook"),
                        request.query().path("cursor").asText(""),
                        request.query().path("limit").asText("")));
    }
}
