package dev.basegram.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.ChatView;
import dev.basegram.sandbox.telegram.GroupChat;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.PersonAct;
import dev.basegram.sandbox.telegram.StoredFile;
import dev.basegram.sandbox.telegram.TelegramSandbox;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Acting as the people of the local Telegram, and looking over their shoulder. */
@Path("/sandbox/telegram")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Telegram", description = "Acting as a person, and what a chat shows")
class TelegramControl {
    private static final String BOT = "The bot's id; absent is the bot that called last";

    private final TelegramSandbox telegram;
    private final RequestBodies bodies;

    TelegramControl(TelegramSandbox telegram, RequestBodies bodies) {
        this.telegram = telegram;
        this.bodies = bodies;
    }

    @POST
    @Path("/send")
    @Operation(
            summary = "Act as a person",
            description =
                    "Sends a text or files, presses a button, edits, deletes, blocks … in a private chat (the"
                            + " person's id) or in a group. The answer comes at once; what the bot does about it shows in the chat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SendRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "A text",
                                        value = "{\"chat\":1001,\"from\":1001,\"text\":\"/start\"}"),
                                @ExampleObject(
                                        name = "A press on a button",
                                        value =
                                                "{\"chat\":1001,\"from\":1001,\"press\":{\"message\":17,\"data\":\"open:orders\"}}"),
                                @ExampleObject(
                                        name = "A press by label",
                                        value = "{\"chat\":1001,\"press\":{\"message\":17,\"label\":\"Orders\"}}"),
                                @ExampleObject(
                                        name = "A photo",
                                        value =
                                                "{\"chat\":1002,\"file\":{\"name\":\"table.jpg\",\"content\":\"/9j/4AAQ…\",\"caption\":\"Oiled\"}}"),
                                @ExampleObject(name = "Own phone number", value = "{\"chat\":1002,\"contact\":{}}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "It happened",
            content = @Content(schema = @Schema(implementation = SendAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "What was wrong, in words",
            content = @Content(schema = @Schema(implementation = Refusal.class)))
    public SendAnswer send(String body) {
        SendRequest request = bodies.read(body, SendRequest.class);
        List<Integer> messages = new ArrayList<>();
        List<Integer> updates = new ArrayList<>();
        String query = null;
        for (PersonAct act : SendActs.of(request)) {
            switch (telegram.act(request.bot(), act)) {
                case ActOutcome.Refused refused -> throw Refusal.badRequest(refused.reason());
                case ActOutcome.Done done -> {
                    if (done.messageId() != null) {
                        messages.add(done.messageId());
                    }
                    updates.addAll(done.updateIds());
                    query = done.queryId();
                }
            }
        }
        return new SendAnswer(messages.isEmpty() ? null : messages.getLast(), messages, query, updates);
    }

    @GET
    @Path("/chats")
    @Operation(summary = "The people, the bots, and one line for each chat")
    public ChatList chats(@Parameter(description = BOT) @QueryParam("bot") @Nullable Long bot) {
        return ChatList.of(telegram, bot);
    }

    @GET
    @Path("/chats/{id}")
    @Operation(
            summary = "What a chat shows now",
            description = "Messages with their keyboards as they stand after edits, the reply keyboard, answers to"
                    + " button presses, what the bot is shown doing, and the menu of commands.")
    @APIResponse(
            responseCode = "200",
            description = "The chat",
            content = @Content(schema = @Schema(implementation = ChatView.class)))
    @APIResponse(responseCode = "404", description = "No person and no group has this id")
    public ChatView chat(
            @Parameter(description = "A person's id, or a group's", example = "1001") @PathParam("id") long id,
            @Parameter(description = BOT) @QueryParam("bot") @Nullable Long bot,
            @Parameter(description = "At most this many messages, the newest")
                    @QueryParam("last")
                    @DefaultValue("2147483647")
                    int last) {
        ChatView view = telegram.chat(bot, id)
                .orElseThrow(() -> Refusal.notFound(
                        "No person and no group has the id " + id + ": GET /sandbox/telegram/chats lists them"));
        return newest(view, last);
    }

    private static ChatView newest(ChatView view, int last) {
        int all = view.messages().size();
        if (all <= last) {
            return view;
        }
        List<ObjectNode> newest = view.messages().subList(all - Math.max(0, last), all);
        return new ChatView(
                view.bot(),
                view.id(),
                view.chat(),
                newest,
                view.replyKeyboard(),
                view.pinned(),
                view.toasts(),
                view.action(),
                view.draft(),
                view.commands(),
                view.menuButton(),
                view.blocked());
    }

    @GET
    @Path("/files/{fileId}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file that someone has sent, by its file_id or its thumbnail's")
    public Response file(
            @PathParam("fileId") String fileId, @Parameter(description = BOT) @QueryParam("bot") @Nullable Long bot) {
        StoredFile file =
                telegram.file(bot, fileId).orElseThrow(() -> Refusal.notFound("No file has the file_id " + fileId));
        // A person's file may be HTML: it must not run as a page of ours.
        return Response.ok(file.content().getBytes())
                .type(file.mimeType())
                .header("Content-Security-Policy", "sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=3600")
                .build();
    }

    @POST
    @Path("/people")
    @Operation(summary = "Add a person, or change the one with that id")
    @RequestBody(content = @Content(schema = @Schema(implementation = Person.class)))
    public Person person(String body) {
        Person person = bodies.read(body, Person.class);
        telegram.register(person);
        return person;
    }

    @POST
    @Path("/groups")
    @Operation(summary = "Add a group, or change the one with that id")
    @RequestBody(content = @Content(schema = @Schema(implementation = GroupChat.class)))
    public GroupChat group(String body) {
        GroupChat group = bodies.read(body, GroupChat.class);
        telegram.register(group);
        return group;
    }
}
