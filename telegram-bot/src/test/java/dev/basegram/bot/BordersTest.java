package dev.basegram.bot;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import org.junit.jupiter.api.Test;

/** The packages' arrows, as the architecture draws them: downward only. */
class BordersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.basegram.bot");

    @Test
    void arrowsPointDownwardOnly() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : new String[] {
            "chat", "notices", "access", "ingress", "inbox", "session", "airtable", "telegram", "store", "ops", "config"
        }) {
            layers = layers.layer(name).definedBy("dev.basegram.bot." + name + "..");
        }
        layers.layer("main")
                .definedBy("dev.basegram.bot")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ops")
                .mayNotBeAccessedByAnyLayer()
                // The chat implements the interface through which intake calls it.
                .whereLayer("chat")
                .mayOnlyBeAccessedByLayers("ops")
                .whereLayer("notices")
                .mayOnlyBeAccessedByLayers("chat", "ops")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("chat", "notices", "ops")
                .whereLayer("ingress")
                .mayOnlyBeAccessedByLayers("notices", "ops")
                .whereLayer("inbox")
                .mayOnlyBeAccessedByLayers("ingress", "chat", "notices", "ops")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("chat", "ops")
                .whereLayer("airtable")
                .mayOnlyBeAccessedByLayers("chat", "notices", "access", "ops")
                .whereLayer("telegram")
                .mayOnlyBeAccessedByLayers("chat", "notices", "ingress", "access", "ops")
                .whereLayer("config")
                .mayOnlyAccessLayers("store")
                .whereLayer("store")
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.basegram.bot.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
