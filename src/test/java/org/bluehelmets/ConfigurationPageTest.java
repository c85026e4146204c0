package org.bluehelmets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} lists the settings of the code with their environment variables and defaults. */
class ConfigurationPageTest {

    /** A row with an environment variable: a setting of the running application. */
    private static final Pattern RUNTIME_ROW =
            Pattern.compile("\\| `([^`]+)` \\| `([A-Z0-9_]+)` \\| ([^|]+) \\| .+ \\|");

    private static final Pattern BUILD_ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| .+ \\|");

    /** A name in the text of a page, after a backtick, a blank or {@code -D}. */
    private static final Pattern MENTION = Pattern.compile("(?:[` ]|-D)(bluehelmets(?:\\.[a-z0-9-]+)+)(?![.a-z0-9-])");

    /** Files and attributes of traces with the same prefix. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("bluehelmets.zip", "bluehelmets.mv.db", "bluehelmets.cost", "bluehelmets.statements");

    /** The cell of a setting without a default. */
    private static final String NONE = "–";

    /** Values of Quarkus settings that depend on the database. The page lists the Quarkus settings. */
    private static final Pattern INTERNAL =
            Pattern.compile("bluehelmets\\.(h2|postgresql)\\.(url|new-connection-sql|acquisition-timeout)");

    /** Set by the build in {@code src/main/filtered}. */
    private static final Set<String> SET_BY_BUILD = Set.of("bluehelmets.build-time");

    private static final JavaClasses CLASSES =
            new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests())).importPackages("org.bluehelmets");

    private static final Map<String, String> ENVIRONMENT = new TreeMap<>();
    private static final Map<String, String> DOCUMENTED = new TreeMap<>();
    private static final Set<String> DOCUMENTED_FOR_BUILD = new TreeSet<>();
    private static final Map<String, String> PROPERTIES = new TreeMap<>();

    @BeforeAll
    static void readPageAndProperties() throws IOException {
        for (String line : Files.readAllLines(Path.of("docs/configuration.md"), UTF_8)) {
            Matcher runtime = RUNTIME_ROW.matcher(line);
            Matcher build = BUILD_ROW.matcher(line);
            if (runtime.matches()) {
                ENVIRONMENT.put(runtime.group(1), runtime.group(2));
                DOCUMENTED.put(runtime.group(1), runtime.group(3).replace("`", ""));
            } else if (build.matches()) {
                DOCUMENTED_FOR_BUILD.add(build.group(1));
            }
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"), UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((name, value) -> {
            if (!name.toString().startsWith("%")) {
                PROPERTIES.put(name.toString(), value.toString());
            }
        });
    }

    @Test
    void listsOurSettingsWithTheirDefaults() {
        Map<String, String> documented = new TreeMap<>(DOCUMENTED);
        documented.keySet().removeIf(name -> !name.startsWith("bluehelmets."));
        assertEquals(ourSettings(), documented);
    }

    @Test
    void listsQuarkusSettingsThatTheCodeReads() {
        injected().keySet().stream()
                .filter(name -> name.startsWith("quarkus."))
                .forEach(name -> assertTrue(
                        DOCUMENTED.containsKey(name) || DOCUMENTED_FOR_BUILD.contains(name),
                        () -> "docs/configuration.md lacks " + name));
    }

    @Test
    void givesDefaultsOfQuarkusSettingsAsInApplicationProperties() {
        DOCUMENTED.forEach((name, value) -> {
            String configured = PROPERTIES.get(name);
            if (configured != null && !configured.contains("${")) {
                assertEquals(configured, value, name);
            }
        });
    }

    @Test
    void namesEnvironmentVariablesByTheRulesOfMicroProfileConfig() {
        ENVIRONMENT.forEach((name, variable) ->
                assertEquals(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), variable));
    }

    @Test
    void otherPagesMentionOnlyListedSettings() throws IOException {
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> pages = Stream.concat(Files.list(Path.of("docs")), Stream.of(Path.of("README.md")))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher mention = MENTION.matcher(Files.readString(page, UTF_8));
                while (mention.find()) {
                    String name = mention.group(1);
                    if (!DOCUMENTED.containsKey(name)
                            && !DOCUMENTED_FOR_BUILD.contains(name)
                            && !NOT_SETTINGS.contains(name)) {
                        unknown.add(page + ": " + name);
                    }
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    private static Map<String, String> ourSettings() {
        Map<String, String> settings = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            type.tryGetAnnotationOfType(ConfigMapping.class)
                    .ifPresent(mapping -> type.getMethods()
                            .forEach(method -> settings.put(
                                    mapping.prefix() + "." + StringUtil.skewer(method.getName()),
                                    method.tryGetAnnotationOfType(WithDefault.class)
                                            .map(WithDefault::value)
                                            .orElse(NONE))));
        }
        injected().forEach((name, value) -> settings.putIfAbsent(name, value));
        PROPERTIES.forEach(settings::put);
        settings.keySet()
                .removeIf(name -> !name.startsWith("bluehelmets.")
                        || INTERNAL.matcher(name).matches()
                        || SET_BY_BUILD.contains(name));
        return settings;
    }

    /** The names of all {@code @ConfigProperty} annotations with their default values. */
    private static Map<String, String> injected() {
        Map<String, String> found = new TreeMap<>();
        annotations()
                .forEach(property -> found.put(
                        property.name(),
                        property.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE)
                                ? NONE
                                : property.defaultValue()));
        return found;
    }

    private static Stream<ConfigProperty> annotations() {
        return CLASSES.stream()
                .flatMap(type -> Stream.concat(
                        type.getFields().stream()
                                .flatMap(field -> field.tryGetAnnotationOfType(ConfigProperty.class).stream()),
                        type.getCodeUnits().stream()
                                .map(JavaCodeUnit::getParameters)
                                .flatMap(Collection::stream)
                                .flatMap(
                                        parameter -> parameter.tryGetAnnotationOfType(ConfigProperty.class).stream())));
    }
}
