package org.bluehelmets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code names locale, time zone and charset wherever they matter, and never takes those of the process. */
class DefaultsTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("org.bluehelmets");

    /** Methods that take the defaults of the process, by their parameters. */
    private static final List<String> FORBIDDEN = List.of(
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.<init>([B, int, int)",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.io.ByteArrayOutputStream.toString()",
            "java.io.FileReader.<init>(java.lang.String)",
            "java.io.FileReader.<init>(java.io.File)",
            "java.io.FileWriter.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.io.File)",
            "java.io.PrintStream.<init>(java.io.OutputStream)",
            "java.io.PrintWriter.<init>(java.io.OutputStream)",
            "java.nio.charset.Charset.defaultCharset()",
            "java.text.NumberFormat.getInstance()",
            "java.text.Collator.getInstance()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.YearMonth.now()",
            "java.time.Year.now()",
            "java.time.ZoneId.systemDefault()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.time.format.DateTimeFormatterBuilder.toFormatter()",
            "java.util.Locale.getDefault()",
            "java.util.TimeZone.getDefault()",
            "java.util.Calendar.getInstance()",
            "java.util.Date.<init>()");

    @Test
    void noCallTakesTheDefaultsOfTheProcess() {
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "takes a default of the process",
                        (JavaCall<?> call) -> FORBIDDEN.contains(
                                call.getTarget().getFullName().replace("$", "."))))
                .check(CLASSES);
    }

    /** Numbers are formatted as text: a number's own conversion writes the digits of the default locale. */
    @Test
    void noFormatHasAConversionThatDependsOnTheLocale() throws IOException {
        Pattern conversion = Pattern.compile("%(\\d+\\$)?[-#+0,(]*\\d*(\\.\\d+)?[dfeEgGaAcCtTxXoSHhB]");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                int number = 0;
                for (String line : Files.readAllLines(file)) {
                    number++;
                    Matcher matcher = conversion.matcher(line);
                    if (matcher.find() && !line.contains("Locale.ROOT")) {
                        found.add(file + ":" + number + ": " + matcher.group());
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }
}
