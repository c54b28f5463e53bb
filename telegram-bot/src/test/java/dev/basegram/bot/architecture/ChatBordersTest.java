package dev.basegram.bot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.basegram.bot.airtable.Airtable;
import org.junit.jupiter.api.Test;

/** The chat reaches the base through the checkpoint, and Telegram through our own client; nothing below knows the chat. */
class ChatBordersTest {
    private static final JavaClasses BOT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.basegram.bot");

    @Test
    void everyRoadFromAPersonToTheBaseLeadsThroughTheCheckpoint() {
        noClasses()
                .that()
                .resideInAPackage("dev.basegram.bot.chat..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Airtable.class)
                .because("only dev.basegram.bot.access may decide who sees what")
                .check(BOT);
    }

    @Test
    void onlyTheClientKnowsTheLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.basegram.bot.telegram..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.pengrad..")
                .check(BOT);
    }

    @Test
    void nothingBelowKnowsTheChat() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.basegram.bot.access..",
                        "dev.basegram.bot.airtable..",
                        "dev.basegram.bot.inbox..",
                        "dev.basegram.bot.ingress..",
                        "dev.basegram.bot.session..",
                        "dev.basegram.bot.store..",
                        "dev.basegram.bot.telegram..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.basegram.bot.chat..")
                .check(BOT);
    }

    @Test
    void screensAskNobody() {
        noClasses()
                .that()
                .resideInAPackage("dev.basegram.bot.chat.screen..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.basegram.bot.access..", "dev.basegram.bot.store..", "dev.basegram.bot.session..")
                .check(BOT);
    }
}
