package dev.basegram.webhook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.basegram.webhook");

    @Test
    void shouldPointFromTheDoorToTheForwarderOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.basegram.webhook..")
                .layer("door")
                .definedBy("dev.basegram.webhook.door..")
                .layer("ops")
                .definedBy("dev.basegram.webhook.ops..")
                .layer("forward")
                .definedBy("dev.basegram.webhook.forward..")
                .layer("files")
                .definedBy("dev.basegram.webhook.files..")
                .layer("start and settings")
                .definedBy("dev.basegram.webhook")
                .whereLayer("door")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ops")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("files")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("forward")
                .mayOnlyBeAccessedByLayers("door", "ops")
                .whereLayer("start and settings")
                .mayOnlyBeAccessedByLayers("door", "ops", "forward", "files")
                .check(ours);
    }

    @Test
    void shouldKnowNothingOfTheBotsInside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.basegram.bot..", "dev.basegram.sandbox..")
                .check(ours);
    }

    @Test
    void shouldKeepTheWireBehindItsBeans() {
        classes()
                .that()
                .haveSimpleName("BotApi")
                .or()
                .haveSimpleName("GuardedBot")
                .should()
                .bePackagePrivate()
                .check(ours);
    }

    @Test
    void shouldTakeTheTimeFromItsClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ours);
    }
}
