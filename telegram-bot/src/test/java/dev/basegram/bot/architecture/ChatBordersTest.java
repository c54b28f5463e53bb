package dev.basegram.bot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.basegram.bot.access.PermittedBase;
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
                .resideInAnyPackage("dev.basegram.bot.chat..", "dev.basegram.bot.notices..")
                .should(dependOnTheBase())
                .because("only dev.basegram.bot.access may decide who sees what")
                .allowEmptyShould(true)
                .check(BOT);
    }

    private static ArchRule reachesTheBase() {
        return noClasses().should(dependOnTheBase());
    }

    /** Whatever of the client can read or write the base, by whatever name it is asked for. */
    private static ArchCondition<JavaClass> dependOnTheBase() {
        return ArchConditions.dependOnClassesThat(JavaClass.Predicates.assignableTo(Airtable.class)
                .or(JavaClass.Predicates.resideInAPackage("dev.basegram.bot.airtable.client.."))
                .or(JavaClass.Predicates.resideInAPackage("dev.basegram.bot.airtable.rest..")));
    }

    /** The rule above is worth nothing if it would let a handler around the checkpoint pass. */
    @Test
    void aHandlerThatGoesAroundTheCheckpointIsCaught() {
        JavaClasses around = new ClassFileImporter().importClasses(AroundTheCheckpoint.class, AroundInAField.class);
        assertThat(around).hasSize(2);
        for (JavaClass each : around) {
            assertThat(reachesTheBase()
                            .evaluate(new ClassFileImporter().importClasses(each.reflect()))
                            .hasViolation())
                    .as(each.getSimpleName())
                    .isTrue();
        }
    }

    /** What a hasty handler might do. */
    private static final class AroundTheCheckpoint {
        Object read(dev.basegram.bot.airtable.Airtable airtable) {
            return airtable.base();
        }
    }

    /** The same, asked of the container. */
    private static final class AroundInAField {
        @jakarta.inject.Inject
        jakarta.inject.Provider<dev.basegram.bot.airtable.Airtable> airtable;
    }

    @Test
    void nobodyOpensTheBaseButTheCheckpoint() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.basegram.bot.access")
                .should()
                .callConstructorWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.<JavaClass>owner(
                        HasName.Predicates.name(PermittedBase.class.getName()))))
                .check(BOT);
    }

    @Test
    void everyWriteForAPersonIsOnTheAccount() {
        String[] writes = {"create", "update", "delete", "upload", "comment"};
        noClasses()
                .that()
                .resideInAPackage("dev.basegram.bot.access")
                .and()
                .doNotHaveSimpleName("BaseWriter")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.<JavaClass>owner(
                                HasName.Predicates.name(Airtable.class.getName())))
                        .and(JavaCall.Predicates.target(HasName.Predicates.nameMatching(String.join("|", writes)))))
                .because("what BaseWriter sends is noted in the account of who changed what")
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
