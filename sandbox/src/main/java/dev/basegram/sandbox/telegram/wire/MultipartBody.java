package dev.basegram.sandbox.telegram.wire;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} that is wholly in memory. */
final class MultipartBody {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)[;\\s]filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^\\r\\n]+)");

    private final byte[] bytes;
    private final byte[] delimiter;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, UploadedFile> files = new HashMap<>();

    private MultipartBody(byte[] bytes, String boundary) {
        this.bytes = bytes;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static Optional<Params> read(String contentType, Buffer body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Optional.empty();
        }
        MultipartBody multipart = new MultipartBody(body.getBytes(), group(boundary));
        return multipart.readParts() ? Optional.of(new Params(multipart.values, multipart.files)) : Optional.empty();
    }

    private boolean readParts() {
        int at = indexOf(delimiter, 0);
        while (at >= 0) {
            int begin = at + delimiter.length;
            if (startsWith("--", begin)) {
                return true;
            }
            int next = indexOf(delimiter, begin);
            int headersEnd = indexOf("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), begin);
            if (next < 0 || headersEnd < 0 || headersEnd > next) {
                return false;
            }
            String headers = new String(bytes, begin, headersEnd - begin, StandardCharsets.UTF_8);
            part(headers, headersEnd + 4, Math.max(headersEnd + 4, next - 2));
            at = next;
        }
        return false;
    }

    private void part(String headers, int begin, int end) {
        Matcher name = NAME.matcher(headers);
        if (!name.find()) {
            return;
        }
        Matcher fileName = FILE_NAME.matcher(headers);
        if (fileName.find()) {
            Matcher type = TYPE.matcher(headers);
            String contentType = type.find() ? type.group(1).strip() : "application/octet-stream";
            Buffer content = Buffer.buffer(Arrays.copyOfRange(bytes, begin, end));
            files.putIfAbsent(group(name), new UploadedFile(group(fileName), contentType, content));
        } else {
            values.putIfAbsent(group(name), new String(bytes, begin, end - begin, StandardCharsets.UTF_8));
        }
    }

    private static String group(Matcher matcher) {
        String quoted = matcher.group(1);
        return quoted == null ? matcher.group(2) : quoted.replaceAll("\\\\(.)", "$1");
    }

    private boolean startsWith(String text, int at) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return at + wanted.length <= bytes.length && matches(wanted, at);
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && matches(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
