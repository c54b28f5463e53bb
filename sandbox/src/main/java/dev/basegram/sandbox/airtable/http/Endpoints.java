package dev.basegram.sandbox.airtable.http;

/** What the routes lead to. */
record Endpoints(ReadEndpoints read, WriteEndpoints write) {}
