package dev.basegram.sandbox.telegram.files;

import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import dev.basegram.sandbox.telegram.wire.UploadedFile;
import org.jspecify.annotations.Nullable;

/** Files that a bot sends: uploaded, by {@code attach://}, by {@code file_id} or by URL. */
public final class InputFiles {
    private InputFiles() {}

    /** Returns the file of a parameter that has the name of its kind, such as {@code photo}. */
    public static StoredMedia get(FileStore files, Params params, MediaKind kind) {
        String value = params.text(kind.field());
        UploadedFile upload = params.file(kind.field());
        if (value.isEmpty() && upload == null) {
            throw Refusal.badRequest("there is no " + kind.field().replace('_', ' ') + " in the request");
        }
        return get(files, params, kind, value, upload);
    }

    /** Returns the file that an {@code InputMedia} names. */
    public static StoredMedia get(FileStore files, Params params, MediaKind kind, String value) {
        if (value.isEmpty()) {
            throw Refusal.badRequest("media not found");
        }
        return get(files, params, kind, value, null);
    }

    private static StoredMedia get(
            FileStore files, Params params, MediaKind kind, String value, @Nullable UploadedFile upload) {
        if (value.isEmpty() && upload != null) {
            return store(files, kind, upload);
        }
        if (value.startsWith("attach://")) {
            UploadedFile attached = params.file(value.substring("attach://".length()));
            if (attached == null) {
                throw Refusal.badRequest("there is no " + kind.field().replace('_', ' ') + " in the request");
            }
            return store(files, kind, attached);
        }
        UploadedFile fetched = params.file(RemoteFiles.nameOf(value));
        return fetched == null ? sentBefore(files, kind, value) : store(files, kind, fetched);
    }

    private static StoredMedia sentBefore(FileStore files, MediaKind kind, String fileId) {
        StoredMedia media =
                files.byId(fileId).orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
        if (media.kind() != kind) {
            throw Refusal.badRequest("type of file mismatch");
        }
        return media;
    }

    private static StoredMedia store(FileStore files, MediaKind kind, UploadedFile upload) {
        long size = upload.content().length();
        if (size == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        if (size > kind.maxBytes()) {
            throw kind == MediaKind.PHOTO
                    ? Refusal.badRequest("file is too big")
                    : Refusal.of(413, "Request Entity Too Large");
        }
        if (kind == MediaKind.PHOTO && ImageSize.of(upload.content()).isEmpty()) {
            throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
        }
        String name = upload.fileName().isEmpty() ? kind.field() : upload.fileName();
        return files.add(kind, name, Media.mimeType(kind, name), upload.content(), size);
    }
}
