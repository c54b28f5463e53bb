package dev.basegram.bot.airtable;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The client reads as a library of its own: it knows nothing of chats, and its arrows point downward. */
class AirtablePackagesTest {
    private static final String ROOT = "dev.basegram.bot.airtable";

    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.basegram");

    @Test
    void shouldKnowNothingOfTheBotButItsStoreAndSettings() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.basegram..")
                        .and(not(resideInAnyPackage(
                                ROOT + "..",
                                "dev.basegram.bot.store",
                                "dev.basegram.bot.config",
                                "dev.basegram.common",
                                "dev.basegram.common.trace"))))
                .check(all);
    }

    /** Elsewhere a condition could be put together of anything. */
    @Test
    void shouldHaveOneKindOfCondition() {
        classes()
                .that()
                .implement(RowCondition.class)
                .should()
                .be(dev.basegram.bot.airtable.formula.Condition.class)
                .check(all);
    }

    @Test
    void shouldHaveAVocabularyThatDependsOnNothingBelow() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".*..")
                .check(all);
    }

    @Test
    void shouldPointDownward() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("vocabulary")
                .definedBy(ROOT)
                .layer("json")
                .definedBy(ROOT + ".json")
                .layer("formula")
                .definedBy(ROOT + ".formula")
                .layer("rest")
                .definedBy(ROOT + ".rest")
                .layer("gate")
                .definedBy(ROOT + ".gate")
                .layer("snapshot")
                .definedBy(ROOT + ".snapshot")
                .layer("webhook")
                .definedBy(ROOT + ".webhook")
                .layer("client")
                .definedBy(ROOT + ".client")
                .whereLayer("client")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("snapshot")
                .mayOnlyBeAccessedByLayers("client")
                .whereLayer("gate")
                .mayOnlyBeAccessedByLayers("snapshot", "webhook", "client")
                .whereLayer("rest")
                .mayOnlyBeAccessedByLayers("gate", "snapshot", "webhook", "client")
                .whereLayer("formula")
                .mayOnlyBeAccessedByLayers("rest", "snapshot", "client")
                .check(all);
    }
}
