package dev.basegram.sandbox.airtable.http;

/** What the routes lead to. */
record Endpoints(
        MetaEndpoints meta,
        ReadEndpoints read,
        WriteEndpoints write,
        CommentEndpoints comments,
        UploadEndpoint upload,
        WebhookEndpoints webhooks,
        AttachmentRoute attachments) {}
