package dev.basegram.bot.telegram;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * Requests with files whose bytes are passed through instead of held, which the library's own requests cannot do
 * (core.telegram.org/bots/api#sending-files).
 */
final class Upload {
    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final int MAX_CAPTION = 1024;

    /** An instance's own: a native image must not have one from its build. */
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Returns the name of the method that sends a single file of this kind. */
    static String method(OutgoingFile.Kind kind) {
        return switch (kind) {
            case PHOTO -> "sendPhoto";
            case VIDEO -> "sendVideo";
            case AUDIO -> "sendAudio";
            case DOCUMENT -> "sendDocument";
        };
    }

    private static String type(OutgoingFile.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    RequestBody single(ChatAddress to, OutgoingFile file, Html caption) {
        MultipartBody.Builder form = addressed(to);
        part(form, type(file.kind()), file);
        if (!caption.isBlank()) {
            form.addFormDataPart("caption", caption.shortened(MAX_CAPTION).markup())
                    .addFormDataPart("parse_mode", "HTML");
        }
        if (file.kind() == OutgoingFile.Kind.VIDEO) {
            form.addFormDataPart("supports_streaming", "true");
        }
        return form.build();
    }

    RequestBody album(ChatAddress to, List<OutgoingFile> files, Html caption) {
        MultipartBody.Builder form = addressed(to);
        JsonArray media = new JsonArray();
        for (int i = 0; i < files.size(); i++) {
            OutgoingFile file = files.get(i);
            JsonObject each = new JsonObject();
            each.addProperty("type", type(file.kind()));
            each.addProperty(
                    "media",
                    file.content() instanceof OutgoingFile.Content.Known(String id) ? id : "attach://file" + i);
            if (i == 0 && !caption.isBlank()) {
                each.addProperty("caption", caption.shortened(MAX_CAPTION).markup());
                each.addProperty("parse_mode", "HTML");
            }
            media.add(each);
        }
        form.addFormDataPart("media", media.toString());
        for (int i = 0; i < files.size(); i++) {
            if (!(files.get(i).content() instanceof OutgoingFile.Content.Known)) {
                part(form, "file" + i, files.get(i));
            }
        }
        return form.build();
    }

    private static MultipartBody.Builder addressed(ChatAddress to) {
        MultipartBody.Builder form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("chat_id", Long.toString(to.chatId()));
        if (to.threadId() != null) {
            form.addFormDataPart("message_thread_id", Long.toString(to.threadId()));
        }
        if (to.businessConnectionId() != null) {
            form.addFormDataPart("business_connection_id", to.businessConnectionId());
        }
        return form;
    }

    private void part(MultipartBody.Builder form, String field, OutgoingFile file) {
        switch (file.content()) {
            case OutgoingFile.Content.Known(String id) -> form.addFormDataPart(field, id);
            case OutgoingFile.Content.At at -> form.addFormDataPart(field, file.name(), new PassedThrough(at, http));
            case OutgoingFile.Content.Text(String text) ->
                form.addFormDataPart(
                        field, file.name(), RequestBody.create(text.getBytes(StandardCharsets.UTF_8), BYTES));
        }
    }
}
