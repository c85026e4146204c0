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

/** Packages use only those below them, so that each can be read, tested and replaced without those above. */
class PackageDiagramTest {

    private static final String ROOT = "org.bluehelmets";

    /** From the bottom up: what it is stored in, what the words mean, how lists are asked for, how rows are read, the graph, what changes it, its
     * edges. */
    private static final List<String> UPWARDS = List.of(
            "database",
            "model",
            "query",
            "loading",
            "strength",
            "graph",
            "curation",
            "execution",
            "ingest",
            "observing",
            "http");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesUseOnlyThoseBelowThem() {
        for (int i = 0; i < UPWARDS.size(); i++) {
            String[] above = UPWARDS.subList(i + 1, UPWARDS.size()).stream()
                    .map(name -> ROOT + "." + name + "..")
                    .toArray(String[]::new);
            if (above.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + UPWARDS.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .check(classes);
            }
        }
    }

    @Test
    void theDataFilesAreReadWithoutTheGraph() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".graph..", ROOT + ".loading..", ROOT + ".query..")
                .check(classes);
    }

    @Test
    void everyPackageHasItsPlace() {
        assertEquals(
                new TreeSet<>(UPWARDS),
                classes.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .map(name -> name.substring(ROOT.length() + 1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
