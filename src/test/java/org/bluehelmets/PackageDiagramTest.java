package org.bluehelmets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Packages import only packages below them, so that each can be read, tested and replaced without those above. */
class PackageDiagramTest {

    private static final String ROOT = "org.bluehelmets";

    /** From the bottom to the top: a package may import only those above it in this list. */
    private static final List<String> UPWARDS = List.of(
            "database",
            "model",
            "query",
            "dataloading",
            "strength",
            "api",
            "live",
            "mutation",
            "execution",
            "imports.reader",
            "imports.staging",
            "imports",
            "seed",
            "backup",
            "observability",
            "security",
            "http",
            "websocket",
            "rest",
            "cli");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesImportOnlyPackagesBelowThem() {
        for (int i = 0; i < UPWARDS.size(); i++) {
            String[] above = UPWARDS.subList(i + 1, UPWARDS.size()).stream()
                    .map(name -> ROOT + "." + name)
                    .toArray(String[]::new);
            if (above.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + UPWARDS.get(i))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .check(classes);
            }
        }
    }

    @Test
    void importsDoNotUseTheGraphQLApi() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".imports..", ROOT + ".seed..", ROOT + ".backup..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".api..", ROOT + ".dataloading..", ROOT + ".query..")
                .check(classes);
    }

    @Test
    void everyPackageIsInTheList() {
        assertEquals(
                new TreeSet<>(UPWARDS),
                classes.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .map(name -> name.substring(ROOT.length() + 1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
