package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import org.junit.jupiter.api.Test;

/** Comments on records. */
class CommentsTest {

    @Test
    void commentsAreWrittenListedNewestFirstEditedAndDeleted() {
        try (AirtableFixture airtable = new AirtableFixture()) {
            String order = airtable.table("Orders") + "/"
                    + airtable.filter("Orders", "{No} = 1021").recordIds().getFirst();
            String me = airtable.get("/v0/meta/whoami").id();
            Reply first = airtable.post(order + "/comments", "{'text':'First, @[" + me + "]'}");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.json().path("author").path("id").asText()).isEqualTo(me);
            assertThat(first.json()
                            .path("mentioned")
                            .path(me)
                            .path("displayName")
                            .asText())
                    .isEqualTo("Nora Lindqvist");
            assertThat(first.json().path("lastUpdatedTime").isNull()).isTrue();
            Reply answer =
                    airtable.post(order + "/comments", "{'text':'Second','parentCommentId':'" + first.id() + "'}");
            assertThat(answer.json().path("parentCommentId").asText()).isEqualTo(first.id());
            Reply page = airtable.get(order + "/comments?pageSize=1");
            assertThat(page.json().at("/comments/0/text").asText()).isEqualTo("Second");
            Reply next = airtable.get(order + "/comments?pageSize=1&offset="
                    + page.json().path("offset").asText());
            assertThat(next.json().at("/comments/0/id").asText()).isEqualTo(first.id());
            assertThat(next.json().path("offset").isNull()).isTrue();
            Reply edited = airtable.patch(order + "/comments/" + first.id(), "{'text':'Changed'}");
            assertThat(edited.json().path("lastUpdatedTime").isTextual()).isTrue();
            assertThat(airtable.delete(order + "/comments/" + first.id())
                            .json()
                            .path("deleted")
                            .booleanValue())
                    .isTrue();
            assertThat(airtable.get(order + "/comments").json().path("comments"))
                    .hasSize(1);
            assertThat(airtable.post(order + "/comments", "{'text':''}").status())
                    .isEqualTo(422);
            assertThat(airtable.delete(order + "/comments/comAAAAAAAAAAAAAA").status())
                    .isEqualTo(404);
        }
    }
}
