package dev.basegram.bot.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
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
import dev.basegram.bot.access.audit.KeptAccount;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.rest.ListRequest;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
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

    /** The only classes that change records: the one that keeps the account, and the one that copies it into the base. */
    private static final String[] ACCOUNTED = {"BaseWriter", "AuditMirror"};

    @Test
    void nothingWritesRecordsButByTheRoadThatKeepsTheAccount() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.basegram.bot.airtable..")
                .and(not(simpleNameIn(ACCOUNTED)))
                .should(writeRecords())
                .because("what BaseWriter sends is noted in the account of who changed what")
                .check(BOT);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.basegram.bot.airtable..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.belongToAnyOf(
                        dev.basegram.bot.airtable.rest.RecordsApi.class, dev.basegram.bot.airtable.rest.FilesApi.class))
                .because("those are the calls themselves")
                .check(BOT);
    }

    private static DescribedPredicate<JavaClass> simpleNameIn(String... names) {
        return DescribedPredicate.describe(
                "are " + String.join(" or ", names), each -> List.of(names).contains(each.getSimpleName()));
    }

    /** Whatever of the client's own changes a record, called or handed on as a method. */
    private static ArchCondition<JavaClass> writeRecords() {
        Set<String> writes = Set.of("create", "update", "delete", "upload", "comment");
        return ArchConditions.accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                        "writes a record",
                        access -> access.getTarget().getOwner().isAssignableTo(Airtable.class)
                                && writes.contains(access.getTarget().getName())))
                .or(ArchConditions.dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage("dev.basegram.bot.airtable.client..")));
    }

    @Test
    void aWriteThatGoesAroundTheAccountIsCaught() {
        ArchRule rule = noClasses().should(writeRecords());
        for (Class<?> around : List.of(WritingAround.class, WritingByReference.class)) {
            assertThat(rule.evaluate(new ClassFileImporter().importClasses(around))
                            .hasViolation())
                    .as(around.getSimpleName())
                    .isTrue();
        }
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(AroundTheCheckpoint.class))
                        .hasViolation())
                .as("reading is no writing")
                .isFalse();
    }

    /** What a hasty screen of settings might do. */
    private static final class WritingAround {
        Object write(Airtable airtable, RecordChange change) {
            return airtable.update(Caller.background("around"), change);
        }
    }

    /** The same by reference. */
    private static final class WritingByReference {
        BiFunction<Caller, NewRecord, Object> write(Airtable airtable) {
            return airtable::create;
        }
    }

    /** What of people and rules the bot keeps itself is written by stores that account for it in the same transaction. */
    @Test
    void nothingChangesPeopleOrRulesWithoutTheAccount() {
        // These change no right: an order of questions, records sent, what can be taken back, who asked.
        String[] noRights = {"SentStore", "RuleHistory"};
        classes()
                .that()
                .resideInAnyPackage("dev.basegram.bot.access.people..", "dev.basegram.bot.access.rules..")
                .and(changeRows())
                .and(not(simpleNameIn(noRights)))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.belongToAnyOf(KeptAccount.class, MemberStore.class))
                .check(BOT);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.basegram.bot.access.audit..")
                .and()
                .resideInAPackage("dev.basegram.bot.access..")
                .and()
                .resideOutsideOfPackages("dev.basegram.bot.access.people..", "dev.basegram.bot.access.rules..")
                .should(ArchConditions.be(changeRows()))
                .because("stores do")
                .check(BOT);
    }

    private static DescribedPredicate<JavaClass> changeRows() {
        return DescribedPredicate.describe(
                "change rows",
                each -> each.getAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTarget().getOwner().isAssignableTo(Handle.class)
                                && Set.of("createUpdate", "execute", "prepareBatch", "createBatch")
                                        .contains(access.getTarget().getName())));
    }

    @Test
    void whoAsksAirtableByAFormulaIsBoundToTheRuleInOnePlace() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ListRequest")
                .and(not(simpleNameIn(
                        "Matching", "KeyLookup", "KeylessCreation", "Fetcher", "Snapshots", "AccessProbes")))
                .should()
                .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                        "asks for a list of rows",
                        access -> access.getTarget().getOwner().isEquivalentTo(ListRequest.class)
                                && Set.of("where", "<init>")
                                        .contains(access.getTarget().getName())))
                .because(
                        "Matching alone joins what a person asks with the rule for them; the others ask for rows by id, by key or by"
                                + " when they changed, and hand them to nobody")
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
