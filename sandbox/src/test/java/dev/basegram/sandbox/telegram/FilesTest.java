package dev.basegram.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.telegram.Sandbox.Reply;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files, in and out. */
class FilesTest {
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** The head of a PNG, which is all that is looked at. */
    static byte[] png(int width, int height) {
        return Buffer.buffer()
                .appendInt(0x89504E47)
                .appendInt(0x0D0A1A0A)
                .appendInt(13)
                .appendString("IHDR")
                .appendInt(width)
                .appendInt(height)
                .appendBytes(new byte[20])
                .getBytes();
    }

    private record Part(String name, String fileName, byte[] content) {}

    private static Part value(String name, Object value) {
        return new Part(name, null, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    private Reply multipart(String method, Part... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            String head = "--XyZ\r\nContent-Disposition: form-data; name=\"" + part.name() + "\""
                    + (part.fileName() == null
                            ? ""
                            : "; filename=\"" + part.fileName() + "\"\r\nContent-Type: image/png")
                    + "\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--XyZ--\r\n".getBytes(StandardCharsets.UTF_8));
        return Sandbox.join(
                sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.root() + "/bot" + Sandbox.TOKEN + "/" + method))
                        .header("Content-Type", "multipart/form-data; boundary=XyZ")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    private Reply download(String path) {
        return sandbox.get("/file/bot" + Sandbox.TOKEN + "/" + path);
    }

    @Test
    void sendsAnUploadedPhotoInSizes() {
        JsonNode message = multipart(
                        "sendPhoto",
                        value("chat_id", 1001),
                        value("caption", "<b>look</b>"),
                        value("parse_mode", "HTML"),
                        new Part("photo", "p.png", png(1000, 500)))
                .result();

        List<String> sizes = new ArrayList<>();
        message.path("photo").forEach(size -> sizes.add(size.path("width") + "x" + size.path("height")));
        assertThat(sizes).containsExactly("90x45", "320x160", "800x400", "1000x500");
        assertThat(message.path("caption").asText()).isEqualTo("look");
        assertThat(message.path("caption_entities").path(0).path("type").asText())
                .isEqualTo("bold");
        assertThat(sandbox.last(1001).path("files").path(0).path("kind").asText())
                .isEqualTo("photo");
    }

    @Test
    void sendsByFileIdAndEditsTheCaption() {
        String id = multipart(
                        "sendDocument", value("chat_id", 1001), new Part("document", "täst.pdf", new byte[] {1, 2}))
                .result()
                .path("document")
                .path("file_id")
                .asText();
        JsonNode again = sandbox.call("sendDocument", "chat_id", 1002, "document", id, "caption", "a")
                .result();
        assertThat(again.path("document").path("file_name").asText()).isEqualTo("täst.pdf");
        assertThat(again.path("document").path("mime_type").asText()).isEqualTo("application/pdf");
        assertThat(sandbox.call(
                                "editMessageCaption",
                                "chat_id",
                                1002,
                                "message_id",
                                again.path("message_id").asInt(),
                                "caption",
                                "b")
                        .result()
                        .path("caption")
                        .asText())
                .isEqualTo("b");
        assertThat(sandbox.call("sendPhoto", "chat_id", 1001, "photo", id).description())
                .isEqualTo("Bad Request: type of file mismatch");
        assertThat(sandbox.callAs("700999:AAbb", "sendDocument", "chat_id", 1001, "document", id)
                        .description())
                .as("an id is one bot's own")
                .isEqualTo("Bad Request: wrong file identifier/HTTP URL specified");
    }

    @Test
    void sendsWhatIsBehindAUrl() {
        String path = sandbox.call(
                        "getFile",
                        "file_id",
                        multipart(
                                        "sendDocument",
                                        value("chat_id", 1001),
                                        new Part("document", "a.txt", "text".getBytes(StandardCharsets.UTF_8)))
                                .result()
                                .path("document")
                                .path("file_id")
                                .asText())
                .result()
                .path("file_path")
                .asText();
        String url = sandbox.root() + "/file/bot" + Sandbox.TOKEN + "/" + path;

        assertThat(sandbox.call("sendDocument", "chat_id", 1001, "document", url)
                        .result()
                        .path("document")
                        .path("file_size")
                        .asInt())
                .isEqualTo(4);
        assertThat(sandbox.call("sendDocument", "chat_id", 1001, "document", sandbox.root() + "/nothing")
                        .description())
                .isEqualTo("Bad Request: failed to get HTTP URL content");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThat(sandbox.call("sendPhoto", "chat_id", 1001).description())
                .isEqualTo("Bad Request: there is no photo in the request");
        assertThat(multipart("sendPhoto", value("chat_id", 1001), new Part("photo", "p.png", new byte[] {1, 2, 3}))
                        .description())
                .isEqualTo("Bad Request: IMAGE_PROCESS_FAILED");
        assertThat(multipart("sendDocument", value("chat_id", 1001), new Part("document", "e.txt", new byte[0]))
                        .description())
                .isEqualTo("Bad Request: file must be non-empty");
        assertThat(multipart(
                                "sendPhoto",
                                value("chat_id", 1001),
                                value("caption", "x".repeat(1025)),
                                new Part("photo", "p.png", png(10, 10)))
                        .description())
                .isEqualTo("Bad Request: message caption is too long");
    }

    @Test
    void handsOutWhatPeopleSend() {
        byte[] content = "id,name\n1,ä\n".getBytes(StandardCharsets.UTF_8);
        sandbox.act(new PersonAct.Upload(1001, 1001, "document", "list.csv", Buffer.buffer(content), "my list"));
        JsonNode message = sandbox.call("getUpdates").result().path(0).path("message");
        assertThat(message.path("document").path("mime_type").asText()).isEqualTo("text/csv");
        JsonNode file = sandbox.call(
                        "getFile",
                        "file_id",
                        message.path("document").path("file_id").asText())
                .result();

        assertThat(file.path("file_size").asInt()).isEqualTo(content.length);
        assertThat(file.path("file_path").asText())
                .startsWith("documents/file_")
                .endsWith(".csv");
        assertThat(download(file.path("file_path").asText()).http().body()).isEqualTo("id,name\n1,ä\n");
        sandbox.clock.advance(Duration.ofMinutes(61));
        assertThat(download(file.path("file_path").asText()).status())
                .as("a link lives an hour")
                .isEqualTo(404);
    }

    @Test
    void refusesToHandOutMoreThanTwentyMegabytes() {
        sandbox.act(new PersonAct.Upload(
                1001, 1001, "video", "film.mp4", null, Buffer.buffer("tiny"), 21L << 20, null, null, null, null));
        JsonNode video =
                sandbox.call("getUpdates").result().path(0).path("message").path("video");

        assertThat(video.path("file_size").asLong()).isEqualTo(21L << 20);
        assertThat(sandbox.call("getFile", "file_id", video.path("file_id").asText())
                        .description())
                .isEqualTo("Bad Request: file is too big");
        assertThat(sandbox.call("getFile", "file_id", "nonsense").description())
                .isEqualTo("Bad Request: invalid file_id");
    }

    @Test
    void sendsAlbums() {
        JsonNode album = multipart(
                        "sendMediaGroup",
                        value("chat_id", 1001),
                        value(
                                "media",
                                "[{\"type\":\"photo\",\"media\":\"attach://one\",\"caption\":\"both\"},"
                                        + "{\"type\":\"photo\",\"media\":\"attach://two\"}]"),
                        new Part("one", "1.png", png(50, 50)),
                        new Part("two", "2.png", png(60, 60)))
                .result();

        assertThat(album).hasSize(2);
        assertThat(album.path(0).path("media_group_id").asText())
                .isNotEmpty()
                .isEqualTo(album.path(1).path("media_group_id").asText());
        assertThat(album.path(0).path("caption").asText()).isEqualTo("both");
        assertThat(multipart(
                                "sendMediaGroup",
                                value("chat_id", 1001),
                                value(
                                        "media",
                                        "[{\"type\":\"photo\",\"media\":\"attach://one\"},"
                                                + "{\"type\":\"document\",\"media\":\"attach://one\"}]"),
                                new Part("one", "1.png", png(50, 50)))
                        .description())
                .isEqualTo("Bad Request: can't use the media of the specified type in the album");
    }

    @Test
    void letsPeopleSendAlbumsAsSeparateMessages() {
        for (int i = 0; i < 2; i++) {
            sandbox.act(new PersonAct.Upload(
                    1001, 1001, "photo", "p.png", null, Buffer.buffer(png(40, 40)), null, null, "trip", null, null));
        }
        JsonNode updates = sandbox.call("getUpdates").result();

        assertThat(updates).hasSize(2);
        assertThat(updates.path(0).path("message").path("media_group_id").asText())
                .isNotEmpty()
                .isEqualTo(
                        updates.path(1).path("message").path("media_group_id").asText());
    }

    @Test
    void replacesMedia() {
        int id = multipart("sendPhoto", value("chat_id", 1001), new Part("photo", "p.png", png(10, 10)))
                .result()
                .path("message_id")
                .asInt();
        JsonNode edited = multipart(
                        "editMessageMedia",
                        value("chat_id", 1001),
                        value("message_id", id),
                        value("media", "{\"type\":\"document\",\"media\":\"attach://d\",\"caption\":\"now a file\"}"),
                        new Part("d", "d.txt", new byte[] {1}))
                .result();

        assertThat(edited.has("photo")).isFalse();
        assertThat(edited.path("document").path("file_name").asText()).isEqualTo("d.txt");
        assertThat(edited.path("caption").asText()).isEqualTo("now a file");
    }
}
