package org.bluehelmets.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.bluehelmets.imports.BadRow;
import org.bluehelmets.imports.Dataset;
import org.bluehelmets.imports.ImportOptions;
import org.bluehelmets.imports.ImportProgress;
import org.bluehelmets.imports.ImportReport;
import org.bluehelmets.imports.ImportRunningException;
import org.bluehelmets.imports.ImportSummary;
import org.bluehelmets.imports.Importer;
import org.bluehelmets.imports.reader.InputFile;
import org.bluehelmets.imports.reader.UnreadableFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files from the command line. Each is a transaction of its own. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports files of the UN Peace and Security Data Hub: contributions (DPO-UCHISTORICAL), missions"
                    + " (DPPADPOSS-PKO) and fatalities (DPPADPOSS-FATALITIES), as CSV or JSON, also gzipped.",
            "A file is loaded whole or not at all. A month of contributions that was there before is replaced, but a"
                    + " file that would remove more than a tenth of its nations or people is refused."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all files were loaded", "1:a file was refused or could not be read", "2:bad usage"})
public class ImportCommand implements Callable<Integer> {

    private static final long ROWS_PER_LINE = 100_000;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A path, an http or https URL, or - for the standard input.")
    List<String> files;

    @Option(names = "--dry-run", description = "Change nothing; say what would change.")
    boolean dryRun;

    @Option(
            names = "--skip-bad-rows",
            description =
                    "Load the rest of a file that has rows that cannot be read; without it, such a file is refused. A"
                            + " month with such rows keeps what was there before, or else is stored as incomplete.")
    boolean skipBadRows;

    @Option(
            names = "--allow-shrinking",
            description = "Load a file although it removes more than a tenth of the nations or people of a month, or of"
                    + " all fatalities; without it, such a file is refused, since mostly it holds only a part.")
    boolean allowShrinking;

    @Spec
    CommandSpec spec;

    private final Importer importer;

    public ImportCommand(Importer importer) {
        this.importer = importer;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean allLoaded = true;
        for (String file : files) {
            allLoaded &= load(file);
        }
        return allLoaded ? 0 : 1;
    }

    private boolean load(String file) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            InputFile input = InputFile.open(file);
            ImportReport report = Ansi.AUTO.enabled() ? withBar(file, input, err) : withLines(file, input, err);
            print(file, report, report.refused() ? err : out);
            return !report.refused();
        } catch (UnreadableFileException | ImportRunningException e) {
            err.println(file + ": " + e.getMessage());
            return false;
        }
    }

    private ImportReport withBar(String file, InputFile input, PrintWriter err)
            throws UnreadableFileException, ImportRunningException {
        ProgressBarBuilder bar = new ProgressBarBuilder()
                .setTaskName(file)
                .setInitialMax(input.size())
                .setUnit(" MB", 1 << 20)
                .setStyle(ProgressBarStyle.ASCII);
        return importer.run(ProgressBar.wrap(input.content(), bar), options(), new Lines(file, err, false));
    }

    private ImportReport withLines(String file, InputFile input, PrintWriter err)
            throws UnreadableFileException, ImportRunningException {
        return importer.run(input.content(), options(), new Lines(file, err, true));
    }

    /** Says how far it is, where no bar does, and which rows are skipped: all of them, and not only the first. */
    private final class Lines implements ImportProgress {

        private final String file;
        private final PrintWriter err;
        private final boolean countsRows;

        Lines(String file, PrintWriter err, boolean countsRows) {
            this.file = file;
            this.err = err;
            this.countsRows = countsRows;
        }

        @Override
        public void onRowRead(long rows) {
            if (countsRows && rows % ROWS_PER_LINE == 0) {
                err.println(file + ": " + rows + " rows read");
            }
        }

        @Override
        public void onBadRow(BadRow row) {
            if (skipBadRows) {
                err.println(file + ": " + row);
            }
        }
    }

    private ImportOptions options() {
        return new ImportOptions(null, dryRun, skipBadRows, allowShrinking);
    }

    private static void print(String file, ImportReport report, PrintWriter to) {
        if (report.refused() && report.rowsBad() > 0 && report.shrinking().isEmpty()) {
            printBadRows(file, report, to);
            return;
        }
        report.shrinking().forEach(each -> to.println(file + ": " + each));
        if (report.shrinkingCount() > report.shrinking().size()) {
            to.println(file + ": and "
                    + (report.shrinkingCount() - report.shrinking().size()) + " more");
        }
        if (report.refused()) {
            to.printf(
                    "%s: refused, nothing was changed: it would remove more than a tenth of what is there. Import a file"
                            + " that holds all of it, or load this one with --allow-shrinking.%n",
                    file);
            return;
        }
        report.skippedRows().forEach(row -> to.println(file + ": " + row));
        ImportSummary changes = report.changes();
        to.printf(
                "%s: %s%s: %s rows read, %s stored, %s%s bad; %s: %s added, %s replaced, %s removed, %s unchanged, %s kept%n",
                file,
                report.dryRun() ? "dry run, nothing was changed: " : "",
                report.dataset(),
                report.rowsRead(),
                report.rowsStored(),
                report.skippedRows().isEmpty() ? "" : report.skippedRows().size() + " skipped, ",
                report.rowsBad(),
                report.dataset().equals(Dataset.CONTRIBUTIONS.toString()) ? "months" : "missions",
                changes.added().size(),
                changes.replaced().size(),
                changes.removed().size(),
                changes.unchanged(),
                changes.kept());
        if (!report.missionsAdded().isEmpty()) {
            to.printf("%s: missions that were not known: %s%n", file, String.join(", ", report.missionsAdded()));
        }
        if (!report.kept().isEmpty()) {
            to.printf(
                    "%s: kept as they were, since rows of them were skipped: %s (%s rows left out)%n",
                    file, String.join(", ", report.kept()), report.rowsLeftOut());
        }
        if (!report.incomplete().isEmpty()) {
            to.printf(
                    "%s: incomplete, since rows of them were skipped: %s%n",
                    file, String.join(", ", report.incomplete()));
        }
    }

    private static void printBadRows(String file, ImportReport report, PrintWriter to) {
        report.badRows().forEach(row -> to.println(file + ": " + row));
        if (report.rowsBad() > report.badRows().size()) {
            to.println(file + ": and " + (report.rowsBad() - report.badRows().size()) + " more");
        }
        to.printf(
                "%s: refused, nothing was changed: %s of %s rows cannot be read. Correct them, or load the rest with"
                        + " --skip-bad-rows.%n",
                file, report.rowsBad(), report.rowsRead());
    }
}
