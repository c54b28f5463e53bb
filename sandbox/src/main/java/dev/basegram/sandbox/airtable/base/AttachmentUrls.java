package dev.basegram.sandbox.airtable.base;

/** Where an attachment can be fetched for a while. */
@FunctionalInterface
public interface AttachmentUrls {
    /** A URL that stops working two hours from now. */
    String url(String attachmentId, String filename);
}
