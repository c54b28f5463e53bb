package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.Comment;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Comments on records ({@code airtable.com/developers/web/api/list-comments}). */
@Singleton
public final class CommentsApi {
    private static final int PAGE = 100;

    private final ApiRest rest;
    private final Wire wire;
    private final String base;

    CommentsApi(@RestClient ApiRest rest, Wire wire, BotSettings settings) {
        this.rest = rest;
        this.wire = wire;
        this.base = settings.airtable().baseId();
    }

    /** Lists the newest comments of a record, newest first, at most 100. */
    public Call<List<Comment>> list(TableId table, RecordId record) {
        return wire.read("comments", () -> rest.comments(base, table.value(), record.value(), PAGE, null), answer -> {
            if (!answer.path("comments").isArray()) {
                return Optional.empty();
            }
            List<Comment> comments = new ArrayList<>();
            answer.path("comments").forEach(node -> read(node).ifPresent(comments::add));
            return Optional.of(comments);
        });
    }

    /** Writes a comment; sent twice, it is written twice. */
    public Call<Comment> create(TableId table, RecordId record, String text) {
        byte[] body = Json.bytes(Json.object().put("text", text));
        return wire.call(
                "comment",
                Safety.ONCE,
                () -> rest.comment(base, table.value(), record.value(), body),
                CommentsApi::read);
    }

    /** Changes a comment of ours. */
    public Call<Comment> edit(TableId table, RecordId record, String comment, String text) {
        byte[] body = Json.bytes(Json.object().put("text", text));
        return wire.call(
                "comment_edit",
                Safety.REPEATABLE,
                () -> rest.editComment(base, table.value(), record.value(), comment, body),
                CommentsApi::read);
    }

    /** Deletes a comment of ours. */
    public Call<Boolean> delete(TableId table, RecordId record, String comment) {
        return wire.call(
                "comment_delete",
                Safety.ONCE,
                () -> rest.deleteComment(base, table.value(), record.value(), comment),
                answer -> Optional.of(answer.path("deleted").asBoolean()));
    }

    private static Optional<Comment> read(JsonNode node) {
        String id = Json.text(node, "id");
        if (id == null) {
            return Optional.empty();
        }
        JsonNode author = node.path("author");
        Instant created = Json.instant(Json.text(node, "createdTime"));
        return Optional.of(new Comment(
                id,
                Json.text(node, "text", ""),
                new Collaborator(Json.text(author, "id", ""), Json.text(author, "email"), Json.text(author, "name")),
                created == null ? Instant.EPOCH : created));
    }
}
