package dev.basegram.endtoend;

import dev.basegram.endtoend.conversation.AirtablePage;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are known by their own number however the base writes it, and are spoken to in their language. */
class PeopleIT {
    private static Basegram basegram;

    @BeforeAll
    static void start() {
        basegram = Basegram.in("people").startNeighbours();
        AirtablePage page = new AirtablePage(basegram.sandbox(), Basegram.BASE_ID);
        page.createTable(
                "Bot People",
                List.of(
                        Map.entry("Name", "singleLineText"),
                        Map.entry("Telegram id", "singleLineText"),
                        Map.entry("Role", "singleLineText"),
                        Map.entry("Phone", "phoneNumber")));
        page.addRow("Bot People", Map.of("Name", "Boris", "Role", "editor", "Phone", "0041 (0)79 000 10 02"));
        page.addRow("Bot People", Map.of("Name", "Ines", "Role", "viewer", "Phone", "06.12.34.56.78"));
        page.createTable(
                "Bot Rules",
                List.of(
                        Map.entry("Table", "singleLineText"),
                        Map.entry("Role", "singleLineText"),
                        Map.entry("See", "checkbox"),
                        Map.entry("Rows", "singleLineText")));
        for (String role : List.of("editor", "viewer")) {
            page.addRow("Bot Rules", Map.of("Table", "Orders", "Role", role, "See", true));
        }
        // What was made here counts among the five calls a second that Airtable allows the base, and the bot begins at
        // once.
        Pause.of(Duration.ofSeconds(2));
        basegram.bot().set("PHONE_COUNTRY", "FR");
        basegram.start("webhook");
    }

    @AfterAll
    static void stop() {
        basegram.close();
    }

    @Test
    void anInternationalNumberIsTheirs() {
        Person boris = basegram.person(1002);
        boris.says("/start").sees("invited people");
        boris.sharesNumber("+41790001002").sees("confirmed", "editor");
        boris.says("/menu").seesButton("Orders");
    }

    @Test
    void aNationalNumberIsTheirsWhereTheCountryIsSaid() {
        basegram.sandbox().register(5001, "Ines");
        Person ines = basegram.person(5001);
        ines.says("/start").sees("invited people");
        ines.sharesNumber("33612345678").sees("confirmed", "viewer");
        ines.says("/menu").seesButton("Orders");
    }

    @Test
    void aNumberThatNobodyHasLetsNobodyIn() {
        basegram.sandbox().register(5002, "Somebody");
        basegram.person(5002).sharesNumber("+4915112345678").sees("do not find your number");
    }

    /** Words from the bundle, and a month from the locale's own data, which an executable has only if it was asked to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | ahora en español | Tablas | \\d{1,2} [a-z]{3,4}\\.? 20\\d\\d",
                "pt | agora fala português | Tabelas | \\d{1,2} de [a-z]{3}\\. de 20\\d\\d",
                "ru | говорит с вами по-русски | Таблицы | \\d{1,2} [а-я]+\\.? 20\\d\\d.г\\.",
                "ar | معك الآن بالعربية | الجداول | [\u0621-\u064a]+ [0-9\u0660-\u0669]{4}",
                "en | speaks English | Tables | [A-Z][a-z]{2} \\d{1,2}, 20\\d\\d"
            })
    void everyLanguageHasItsWordsAndItsMonths(String code, String chosen, String tables, String date) {
        Person anna = basegram.person(1001);
        anna.says("/lang " + code).sees(chosen);
        anna.says("/start").sees(tables);
        anna.presses("Orders").presses("1").seesMatch(date);
    }
}
