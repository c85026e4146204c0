package org.bluehelmets.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.imports.ContributionExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exports official counts from the command line. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the official counts as CSV, in the format of the contributions dataset. If a report is"
                + " incomplete, the file has the additional column report_incomplete.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the export is complete", "1:the file cannot be written", "2:invalid arguments"})
public class ExportCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The output file (default: standard output).")
    Path file;

    @Option(names = "--nation", paramLabel = "CODE", description = "Export only this nation (ISO 3166-1 alpha-3 code).")
    String nation;

    @Option(names = "--mission", paramLabel = "ACRONYM", description = "Export only this mission.")
    String mission;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Export only reports from this date on, such as 2020-01-31.")
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Export only reports up to this date.")
    LocalDate to;

    @Spec
    CommandSpec spec;

    private final ContributionExport export;

    public ExportCommand(ContributionExport export) {
        this.export = export;
    }

    @Override
    public Integer call() {
        ContributionExport.Filter filter = new ContributionExport.Filter(upper(nation), upper(mission), from, to);
        // not System.out, which hides write errors
        try (Writer out = file == null
                ? new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8))
                : Files.newBufferedWriter(file)) {
            List<YearMonth> incomplete = export.write(out, filter);
            if (!incomplete.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("months with incomplete reports: "
                                + incomplete.stream().map(YearMonth::toString).collect(Collectors.joining(", ")));
            }
            return 0;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println((file == null ? "the standard output" : file) + " cannot be written: " + e.getMessage());
            return 1;
        }
    }

    private static String upper(String text) {
        return text == null ? null : TextFolding.upperCaseKey(text);
    }
}
