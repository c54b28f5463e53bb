package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Comment;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Origin;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Timestamps;
import dev.basegram.sandbox.airtable.base.Transaction;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** airtable.com/developers/web/api/list-comments and its neighbours; the author is always the token's user. */
final class CommentEndpoints {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern MENTION = Pattern.compile("@\\[([^\\]]+)]");
    private static final int MAX_PAGE = 100;

    private final LiveBase live;

    CommentEndpoints(LiveBase live) {
        this.live = live;
    }

    private static Row row(ApiRequest request, Base base) {
        String recordId = request.param("record");
        return request.table(base).row(recordId).orElseThrow(() -> ReadEndpoints.missing(recordId));
    }

    Answer list(ApiRequest request) {
        return live.read(base -> {
            List<Comment> newestFirst = row(request, base).comments().reversed();
            int size = number(request, "pageSize", MAX_PAGE);
            int from = number(request, "offset", 0);
            int end = Math.min(newestFirst.size(), from + Math.min(size, MAX_PAGE));
            ObjectNode answer = JSON.objectNode();
            var comments = answer.putArray("comments");
            newestFirst.subList(Math.min(from, end), end).forEach(comment -> comments.add(json(base, comment)));
            return Answer.ok(answer.put("offset", end < newestFirst.size() ? String.valueOf(end) : null));
        });
    }

    private static int number(ApiRequest request, String name, int otherwise) {
        String text = request.query().path(name).asText("");
        if (!text.matches("\\d{0,6}")) {
            throw Refusal.malformed();
        }
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private Answer write(ApiRequest request, BiFunction<Base, Row, ObjectNode> writing) {
        request.token().mayWrite();
        return live.write(base -> Origin.publicApi(base.owner()), (Transaction transaction) -> {
            Table table = request.table(transaction.base());
            ObjectNode answer = writing.apply(transaction.base(), row(request, transaction.base()));
            transaction.commented(table);
            return Answer.ok(answer);
        });
    }

    private static String text(ApiRequest request) {
        String text = request.body().path("text").asText("");
        if (text.isBlank()) {
            throw Refusal.malformed();
        }
        return text;
    }

    Answer create(ApiRequest request) {
        return write(request, (base, row) -> {
            String parent = request.body().path("parentCommentId").asText("");
            if (!parent.isEmpty()) {
                existing(row, parent);
            }
            Comment comment = new Comment(
                    base.ids().next("com"),
                    text(request),
                    base.owner(),
                    live.clock().instant(),
                    null,
                    parent.isEmpty() ? null : parent);
            row.comments().add(comment);
            return json(base, comment);
        });
    }

    Answer update(ApiRequest request) {
        return write(request, (base, row) -> {
            Comment old = existing(row, request.param("comment"));
            Comment edited = new Comment(
                    old.id(),
                    text(request),
                    old.author(),
                    old.created(),
                    live.clock().instant(),
                    old.parentId());
            row.comments().set(row.comments().indexOf(old), edited);
            return json(base, edited);
        });
    }

    Answer delete(ApiRequest request) {
        return write(request, (base, row) -> {
            Comment comment = existing(row, request.param("comment"));
            row.comments().remove(comment);
            return JSON.objectNode().put("deleted", true).put("id", comment.id());
        });
    }

    private static Comment existing(Row row, String id) {
        return row.comments().stream()
                .filter(comment -> comment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "NOT_FOUND", ""));
    }

    private static ObjectNode json(Base base, Comment comment) {
        ObjectNode json = JSON.objectNode().put("id", comment.id()).put("text", comment.text());
        json.set("author", comment.author().json());
        json.put("createdTime", Timestamps.iso(comment.created()))
                .put("lastUpdatedTime", comment.lastUpdated() == null ? null : Timestamps.iso(comment.lastUpdated()));
        if (comment.parentId() != null) {
            json.put("parentCommentId", comment.parentId());
        }
        ObjectNode mentioned = JSON.objectNode();
        Matcher mentions = MENTION.matcher(comment.text());
        while (mentions.find()) {
            base.user(mentions.group(1))
                    .ifPresent(user -> mentioned
                            .putObject(user.id())
                            .put("type", "user")
                            .put("id", user.id())
                            .put("displayName", user.name())
                            .put("email", user.email()));
        }
        return mentioned.isEmpty() ? json : json.set("mentioned", mentioned);
    }
}
