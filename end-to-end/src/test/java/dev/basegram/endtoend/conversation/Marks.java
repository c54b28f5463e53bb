package dev.basegram.endtoend.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages that the bot answers with words of their own: commands that it does not know, whose name it repeats. So each message
 * can be told from the others in what came of it.
 */
public final class Marks {
    private static final Pattern ANSWER = Pattern.compile("/(mark\\d+)\\b");

    private Marks() {}

    /** Returns the text of the message with this number. */
    public static String message(int number) {
        return "/mark" + number;
    }

    /** Returns the numbers that the bot answered in this chat, in the order of its answers, repeated ones repeated. */
    public static List<Integer> answered(ChatSnapshot chat) {
        List<Integer> numbers = new ArrayList<>();
        for (ChatSnapshot.Shown shown : chat.fromBot()) {
            Matcher matcher = ANSWER.matcher(shown.text());
            if (matcher.find()) {
                numbers.add(Integer.valueOf(matcher.group(1).substring(4)));
            }
        }
        return numbers;
    }
}
