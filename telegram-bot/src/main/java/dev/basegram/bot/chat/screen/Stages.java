package dev.basegram.bot.chat.screen;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.chat.text.SearchText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells, from the schema alone, which single select says how far a record is, and which of its options comes next. Ends that nobody
 * means to reach, such as «Cancelled», come next to nothing.
 */
final class Stages {
    /** What such a field is called; beginnings of words, without accents. */
    private static final List<String> NAMES = List.of(
            "status",
            "state",
            "stage",
            "phase",
            "progress",
            "estado",
            "etapa",
            "fase",
            "situac",
            "estatus",
            "statut",
            "etat",
            "etape",
            "статус",
            "состояни",
            "этап",
            "стади",
            "حالة",
            "الحالة",
            "مرحلة",
            "المرحلة");

    /** What options of such a field are called, where the field's own name does not tell. */
    private static final List<String> OPTIONS = List.of(
            "new",
            "to do",
            "todo",
            "open",
            "doing",
            "in progress",
            "started",
            "in review",
            "ready",
            "done",
            "shipped",
            "delivered",
            "closed",
            "complete",
            "finished",
            "draft",
            "sent",
            "nuevo",
            "pendiente",
            "en curso",
            "listo",
            "hecho",
            "enviado",
            "entregado",
            "terminad",
            "novo",
            "pendente",
            "em andamento",
            "pronto",
            "feito",
            "concluid",
            "нов",
            "в работе",
            "готов",
            "отправлен",
            "доставлен",
            "выполнен",
            "завершен",
            "закрыт",
            "جديد",
            "قيد",
            "جاهز",
            "تم",
            "مكتمل");

    /** Ways to stop: never a next step. Beginnings of words, without accents. */
    private static final List<String> STOPS = List.of(
            "cancel",
            "reject",
            "refus",
            "declin",
            "lost",
            "fail",
            "void",
            "abandon",
            "abort",
            "archiv",
            "delet",
            "remov",
            "block",
            "paus",
            "hold",
            "on hold",
            "stuck",
            "wont",
            "won't",
            "duplicat",
            "spam",
            "return",
            "refund",
            "expir",
            "no show",
            "no-show",
            "invalid",
            "withdraw",
            "anulad",
            "rechazad",
            "perdid",
            "descartad",
            "devuelt",
            "devolvid",
            "vencid",
            "recusad",
            "rejeitad",
            "suspend",
            "отмен",
            "отклон",
            "отказ",
            "потер",
            "возвра",
            "брак",
            "архив",
            "удал",
            "приостанов",
            "ملغ",
            "الغا",
            "مرفوض",
            "مفقود",
            "معلق",
            "محذوف",
            "مرتجع");

    private Stages() {}

    /** Returns the field that says how far a record is: by its name, else by what its options are called. */
    static Optional<Field> of(List<Field> editable) {
        List<Field> selects =
                editable.stream().filter(field -> !choices(field).isEmpty()).toList();
        return selects.stream()
                .filter(field -> anyWordBegins(field.name(), NAMES))
                .findFirst()
                .or(() -> selects.stream().filter(Stages::hasStages).findFirst());
    }

    private static boolean hasStages(Field field) {
        // Different ones: «New York» and «New Delhi» are no stages.
        return OPTIONS.stream()
                        .filter(word ->
                                choices(field).stream().anyMatch(choice -> anyWordBegins(choice.name(), List.of(word))))
                        .count()
                >= 2;
    }

    /**
     * Returns the place of the option that comes next, in the base's order, from none to the first; empty after the last, and after
     * a way to stop, from which nobody knows where it goes on.
     */
    static OptionalInt next(Field field, CellValue now) {
        List<SelectChoice> choices = choices(field);
        int at = now instanceof CellValue.Choice(String name)
                ? choices.stream().map(SelectChoice::name).toList().indexOf(name)
                : -1;
        boolean unknown = at < 0 && !now.isEmpty();
        if (unknown || (at >= 0 && isStop(choices.get(at)))) {
            return OptionalInt.empty();
        }
        return IntStream.range(at + 1, choices.size())
                .filter(i -> !isStop(choices.get(i)))
                .findFirst();
    }

    private static boolean isStop(SelectChoice choice) {
        return anyWordBegins(choice.name(), STOPS);
    }

    static List<SelectChoice> choices(Field field) {
        return field.type() instanceof FieldType.SingleSelect(List<SelectChoice> choices) ? choices : List.of();
    }

    /** Compares with the text from each of its words on, so that an entry of several words is found too. */
    private static boolean anyWordBegins(String text, List<String> beginnings) {
        String[] words = SearchText.folded(text).split("[^\\p{L}\\p{N}'’-]+");
        return IntStream.range(0, words.length)
                .mapToObj(from -> String.join(" ", Arrays.copyOfRange(words, from, words.length)))
                .anyMatch(rest -> beginnings(beginnings).anyMatch(rest::startsWith));
    }

    private static Stream<String> beginnings(List<String> words) {
        return words.stream().map(SearchText::folded);
    }
}
