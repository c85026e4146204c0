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

/** Imports files, each in its own transaction. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports files of the UN Peace and Security Data Hub: contributions (DPO-UCHISTORICAL), missions"
                    + " (DPPADPOSS-PKO) and fatalities (DPPADPOSS-FATALITIES), as CSV or JSON, optionally as gzip or zip.",
            "Each file is imported completely or not at all. A month of contributions replaces the stored month. A"
                    + " file that would remove more than a tenth of the nations or people of a month is refused."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all files were imported", "1:a file was refused or cannot be read", "2:invalid arguments"})
public class ImportCommand implements Callable<Integer> {

    private static final long PROGRESS_INTERVAL = 100_000;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A path, an http or https URL, or - for standard input.")
    List<String> files;

    @Option(names = "--dry-run", description = "Report the changes without making them.")
    boolean dryRun;

    @Option(
            names = "--skip-bad-rows",
            description =
                    "Import the other rows of a file with bad rows, instead of refusing the file. A month with bad rows"
                            + " keeps its stored rows; a new month is marked as incomplete.")
    boolean skipBadRows;

    @Option(
            names = "--allow-shrinking",
            description = "Import a file that removes more than a tenth of the nations or people of a month, or of all"
                    + " fatalities, instead of refusing it as probably incomplete.")
    boolean allowShrinking;

    @Spec
    CommandSpec spec;

    private final Importer importer;

    public ImportCommand(Importer importer) {
        this.importer = importer;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean allImported = true;
        for (String file : files) {
            allImported &= importFile(file);
        }
        return allImported ? 0 : 1;
    }

    private boolean importFile(String file) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            InputFile input = InputFile.open(file);
            ImportReport report = Ansi.AUTO.enabled()
                    ? importWithProgressBar(file, input, err)
                    : importWithProgressLines(file, input, err);
            print(file, report, report.refused() ? err : out);
            return !report.refused();
        } catch (UnreadableFileException | ImportRunningException e) {
            err.println(file + ": " + e.getMessage());
            return false;
        }
    }

    private ImportReport importWithProgressBar(String file, InputFile input, PrintWriter err)
            throws UnreadableFileException, ImportRunningException {
        ProgressBarBuilder bar = new ProgressBarBuilder()
                .setTaskName(file)
                .setInitialMax(input.size())
                .setUnit(" MB", 1 << 20)
                .setStyle(ProgressBarStyle.ASCII);
        return importer.run(ProgressBar.wrap(input.content(), bar), options(), new ProgressLines(file, err, false));
    }

    private ImportReport importWithProgressLines(String file, InputFile input, PrintWriter err)
            throws UnreadableFileException, ImportRunningException {
        return importer.run(input.content(), options(), new ProgressLines(file, err, true));
    }

    /** Prints the progress if there is no progress bar, and every bad row that is skipped. */
    private final class ProgressLines implements ImportProgress {

        private final String file;
        private final PrintWriter err;
        private final boolean printsProgress;

        ProgressLines(String file, PrintWriter err, boolean printsProgress) {
            this.file = file;
            this.err = err;
            this.printsProgress = printsProgress;
        }

        @Override
        public void onRowRead(long rows) {
            if (printsProgress && rows % PROGRESS_INTERVAL == 0) {
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
        report.shrinking().forEach(shrinkage -> to.println(file + ": " + shrinkage));
        if (report.shrinkingCount() > report.shrinking().size()) {
            to.println(file + ": and "
                    + (report.shrinkingCount() - report.shrinking().size()) + " more");
        }
        if (report.refused()) {
            to.printf(
                    "%s: refused, nothing was changed: the file would remove more than a tenth of the stored data."
                            + " Import a complete file, or use --allow-shrinking.%n",
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
            to.printf("%s: added unknown missions: %s%n", file, String.join(", ", report.missionsAdded()));
        }
        if (!report.kept().isEmpty()) {
            to.printf(
                    "%s: unchanged because of bad rows: %s (%s valid rows left out)%n",
                    file, String.join(", ", report.kept()), report.rowsLeftOut());
        }
        if (!report.incomplete().isEmpty()) {
            to.printf("%s: incomplete because of bad rows: %s%n", file, String.join(", ", report.incomplete()));
        }
    }

    private static void printBadRows(String file, ImportReport report, PrintWriter to) {
        report.badRows().forEach(row -> to.println(file + ": " + row));
        if (report.rowsBad() > report.badRows().size()) {
            to.println(file + ": and " + (report.rowsBad() - report.badRows().size()) + " more");
        }
        to.printf(
                "%s: refused, nothing was changed: %s of %s rows are bad. Correct them, or use --skip-bad-rows to import"
                        + " the other rows.%n",
                file, report.rowsBad(), report.rowsRead());
    }
}
